/// Where an engine listens.
public enum EngineAddress: Hashable, Sendable, CustomStringConvertible {
  /// A Unix socket's path.
  case unix(path: String)
  /// A TCP port without encryption.
  case tcp(host: String, port: Int)
  /// An engine on another machine, reached through its sshd; `path` is the socket there, nil for the usual one.
  case ssh(user: String?, host: String, port: Int?, path: String?)
  /// What was named and cannot be used: every call fails and says why.
  case unusable(name: String, why: AddressError)

  /// The address as it is written in DOCKER_HOST; of one that cannot be used what was named.
  public var description: String {
    switch self {
    case .unix(let path): "unix://" + path
    case .tcp(let host, let port): "tcp://" + Self.bracketed(host) + ":\(port)"
    case .ssh(let user, let host, let port, let path):
      "ssh://" + (user.map { $0 + "@" } ?? "") + Self.bracketed(host) + (port.map { ":\($0)" } ?? "")
        + (path ?? "")
    case .unusable(let name, _): name
    }
  }

  /// A host as it stands before a port: IPv6 addresses in brackets.
  static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}
