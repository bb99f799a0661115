/// A Compose command that is there.
public struct ComposeProgram: Sendable, Hashable {
  /// Which one it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `docker compose`, version 2 or later.
    case plugin
    /// `docker-compose`, version 1 or 2.
    case standalone
    /// `podman compose`, which calls another Compose, or `podman-compose`.
    case podman
  }

  public var kind: Kind
  /// The version as the command prints it: `2.26.1`; empty where it did not say.
  public var version: String
  /// The words that start it, the first an absolute path: `/usr/bin/docker compose`.
  public var command: [String]

  /// A command from its parts.
  public init(kind: Kind, version: String, command: [String]) {
    self.kind = kind
    self.version = version
    self.command = command
  }

  /// The version's first number; nil where there is none.
  public var major: Int? {
    Int(version.drop { !$0.isNumber }.prefix { $0.isNumber })
  }

  /// What people call it: `docker compose`.
  public var name: String {
    switch kind {
    case .plugin: "docker compose"
    case .standalone: "docker-compose"
    case .podman: "podman compose"
    }
  }
}
