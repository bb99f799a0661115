import Glibc

/// Which Compose commands there are. davit watches stacks without any; starting one from its file needs one.
enum ComposeChecks {
  static func findings() -> [Finding] {
    let found = plugins() + ["docker-compose", "podman-compose"].compactMap(inPath)
    guard let first = found.first else {
      return [
        Finding(
          verdict: .note, subject: "Compose",
          text: "no docker compose, docker-compose or podman-compose found: stacks are shown all the same")
      ]
    }
    return [Finding(verdict: .ok, subject: "Compose", text: first)]
  }

  /// The docker CLI's plugin, where the CLI looks for it.
  private static func plugins() -> [String] {
    let home = Environment.value("DOCKER_CONFIG") ?? Environment.value("HOME").map { "\($0)/.docker" }
    let folders = [
      home.map { "\($0)/cli-plugins" }, "/usr/local/lib/docker/cli-plugins",
      "/usr/local/libexec/docker/cli-plugins",
      "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins",
    ]
    return folders.compactMap { $0.map { "\($0)/docker-compose" } }.filter { access($0, X_OK) == 0 }
  }

  private static func inPath(_ name: String) -> String? {
    (Environment.value("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}
