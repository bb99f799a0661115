/// A Compose command that is there.
package struct ComposeProgram: Sendable, Hashable {
  /// Which one it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `docker compose`, version 2 or later.
    case plugin
    /// `docker-compose`, version 1 or 2.
    case standalone
    /// `podman compose`, which calls another Compose, or `podman-compose`.
    case podman
  }

  package var kind: Kind
  /// The version as the command prints it: `2.26.1`; empty where it did not say.
  package var version: String
  /// The words that start it, the first an absolute path: `/usr/bin/docker compose`.
  package var command: [String]

  /// A command from its parts.
  package init(kind: Kind, version: String, command: [String]) {
    self.kind = kind
    self.version = version
    self.command = command
  }

  /// The version's first number; nil where there is none.
  package var major: Int? {
    Int(version.drop { !$0.isNumber }.prefix { $0.isNumber })
  }

  /// What people call it: `docker compose`.
  package var name: String {
    switch kind {
    case .plugin: "docker compose"
    case .standalone: "docker-compose"
    case .podman: "podman compose"
    }
  }
}

extension ComposeProgram {
  /// The words that start it on a stack, up to where the verb follows; with a file more that comes from its input.
  func words(for source: StackSource, andInput readsInput: Bool = false) -> [String] {
    var words = command
    if !isPodmanCompose { words += ["--project-directory", source.directory] }
    for file in source.files + (readsInput ? ["-"] : []) { words += ["-f", file] }
    words += ["-p", source.name]
    for file in source.environmentFiles { words += ["--env-file", file] }
    for profile in source.profiles { words += ["--profile", profile] }
    return words + plainness
  }

  /// The words that print the hash of each service's definition (`service hash` lines), with a further file from the
  /// input where `andInput` says so; nil where the command knows no hashes.
  package func hashArguments(for source: StackSource, andInput readsInput: Bool = false) -> [String]? {
    kind == .podman ? nil : words(for: source, andInput: readsInput) + ["config", "--hash", "*"]
  }

  /// Whether its hash of a definition does not say what the service waits for, so that leaving that out of a run does no
  /// harm: Compose 1 hashes the definition as it was read, later ones what is left of it after `--no-deps`.
  package var hashesLeaveNeedsOut: Bool { kind == .podman || major == 1 }

  /// Whether it reads files from its input beside others, and tells hashes that only it can lay open.
  package var readsOverrides: Bool { kind != .podman && major != 1 }

  /// What keeps escape sequences out of the output: each Compose spells it in its own way.
  private var plainness: [String] {
    if isPodmanCompose { return ["--no-ansi"] }
    if kind == .standalone, major == 1, let minor, minor < 28 { return ["--no-ansi"] }
    return ["--ansi", "never"]
  }

  /// Whether it is the program of that name, which has options of its own.
  private var isPodmanCompose: Bool { kind == .podman && command.count == 1 }

  private var minor: Int? {
    let parts = version.split(separator: ".")
    return parts.count > 1 ? Int(parts[1].prefix { $0.isNumber }) : nil
  }
}
