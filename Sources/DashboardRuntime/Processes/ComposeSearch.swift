import Glibc
import StackPlanning

/// Looks for the Compose command that is there: `docker compose`, else `docker-compose`, else `podman compose`, else
/// `podman-compose`. Each is run once for its version.
package struct ComposeSearch: Sendable {
  private let environment: [String: String]
  /// The folders of the docker CLI's plugins, beside that of the user.
  var pluginFolders = [
    "/usr/local/lib/docker/cli-plugins", "/usr/local/libexec/docker/cli-plugins",
    "/usr/lib/docker/cli-plugins", "/usr/libexec/docker/cli-plugins",
  ]

  /// A search with the variables that surround davit.
  package init(environment: [String: String]) { self.environment = environment }

  /// The first that is there and says its version; nil for none.
  package func find() async -> ComposeProgram? {
    for candidate in candidates {
      if let version = await version(of: candidate.command) {
        return ComposeProgram(kind: candidate.kind, version: version, command: candidate.command)
      }
    }
    return nil
  }

  private var candidates: [(kind: ComposeProgram.Kind, command: [String])] {
    var candidates: [(ComposeProgram.Kind, [String])] = []
    if let docker = inPath("docker") {
      candidates.append((.plugin, [docker, "compose"]))
    } else if let plugin = plugins.first(where: Self.isProgram) {
      // Without the docker command the plugin can be called by itself.
      candidates.append((.standalone, [plugin]))
    }
    if let standalone = inPath("docker-compose") { candidates.append((.standalone, [standalone])) }
    if let podman = inPath("podman") { candidates.append((.podman, [podman, "compose"])) }
    if let podman = inPath("podman-compose") { candidates.append((.podman, [podman])) }
    return candidates
  }

  /// Where the docker CLI looks for its plugin.
  private var plugins: [String] {
    let home = environment["DOCKER_CONFIG"] ?? environment["HOME"].map { "\($0)/.docker" }
    return ((home.map { ["\($0)/cli-plugins"] } ?? []) + pluginFolders).map { "\($0)/docker-compose" }
  }

  private func inPath(_ name: String) -> String? { ProgramSearch.path(of: name, environment) }

  private static func isProgram(_ path: String) -> Bool { ProgramSearch.isProgram(path) }

  /// The version that a command prints; nil where it does not run, or prints none.
  private func version(of command: [String]) async -> String? {
    let run = ProcessRun(command: command + ["version", "--short"], environment: environment)
    guard let output = await run.capture(within: .seconds(20)), output.end == .code(0) else { return nil }
    return output.lines.lazy.compactMap(Self.version(in:)).first
  }

  /// The first word of a line that looks like a version: `2.26.1` of `v2.26.1`, `1.0.3` of `podman-compose version
  /// 1.0.3`.
  static func version(in line: String) -> String? {
    for word in line.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let text = word.first == "v" ? word.dropFirst() : word
      let parts = text.split(separator: ".")
      if parts.count >= 2, Int(parts[0]) != nil, parts[1].first?.isNumber == true { return String(text) }
    }
    return nil
  }
}
