/// A name of an image, taken apart: `registry.example:5000/team/app:1.2@sha256:…`.
public struct ImageName: Hashable, Sendable {
  /// The name without tag and digest: `registry.example:5000/team/app`.
  public var repository: String
  /// The tag; nil where the name has none.
  public var tag: String?
  /// The digest, `sha256:…`; nil where the name has none.
  public var digest: String?

  /// Takes a name apart; anything is taken.
  public init(_ text: String) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    digest = parts.count == 2 ? String(parts[1]) : nil
    let name = parts.first ?? ""
    guard let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") else {
      repository = String(name)
      return
    }
    repository = String(name[..<colon])
    tag = String(name[name.index(after: colon)...])
  }

  /// The host of its registry, with its port; Docker Hub's where the name has none: what stands before the first slash
  /// is a host where it has a dot or a colon, or is `localhost`.
  public var registry: String {
    guard let slash = repository.firstIndex(of: "/") else { return Self.dockerHub }
    let first = repository[..<slash]
    let isHost =
      first == "localhost" || first.contains { $0 == "." || $0 == ":" } || first != first.lowercased()
    return isHost && first != "index.docker.io" ? String(first) : Self.dockerHub
  }

  /// The host of the registry of names without one.
  public static let dockerHub = "docker.io"
}
