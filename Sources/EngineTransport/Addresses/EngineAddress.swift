/// Where an engine listens.
public enum EngineAddress: Hashable, Sendable, CustomStringConvertible {
  /// A Unix socket's path.
  case unix(path: String)
  /// A TCP port without encryption.
  case tcp(host: String, port: Int)
  /// An engine on another machine, reached through its sshd; `path` is the socket there, nil for the usual one.
  case ssh(user: String?, host: String, port: Int?, path: String?)

  /// The address as it is written in DOCKER_HOST.
  public var description: String {
    switch self {
    case .unix(let path): "unix://" + path
    case .tcp(let host, let port): "tcp://" + Self.bracketed(host) + ":\(port)"
    case .ssh(let user, let host, let port, let path):
      "ssh://" + (user.map { $0 + "@" } ?? "") + Self.bracketed(host) + (port.map { ":\($0)" } ?? "")
        + (path ?? "")
    }
  }

  /// Whether the engine runs on this machine, as far as the address tells.
  public var isLocal: Bool {
    switch self {
    case .unix: true
    case .tcp(let host, _): ["localhost", "127.0.0.1", "::1"].contains(host)
    case .ssh: false
    }
  }

  /// The value of the Host header.
  var authority: String {
    switch self {
    case .unix, .ssh: "docker"
    case .tcp(let host, let port): Self.bracketed(host) + ":\(port)"
    }
  }

  private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}
