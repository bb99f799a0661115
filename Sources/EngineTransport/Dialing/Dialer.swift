import NIOCore
import NIOPosix

/// Opens connections to one engine in one way: another way is another file here, and a line in `EngineAddress.dialer`.
protocol Dialer: Sendable {
  /// Whether the engine runs on this host, so that what it counts can be read here too.
  var isLocal: Bool { get }

  /// The value of the Host header.
  var authority: String { get }

  /// Connects within `seconds`; `setUp` has the new channel before its first byte and makes what is handed back.
  ///
  /// A dialer whose way needs handlers of its own adds them before it calls `setUp`. What it throws becomes a
  /// `TransportError` by `TransportError.init(connectingTo:_:)`.
  func dial<Output: Sendable>(
    on loop: any EventLoop, within seconds: Double,
    _ setUp: @escaping @Sendable (any Channel) -> EventLoopFuture<Output>
  ) async throws -> Output
}

extension EngineAddress {
  /// Whether what is sent there goes over a network as it is.
  var isInTheClear: Bool { if case .tcp = self { true } else { false } }

  /// What connects to this address.
  var dialer: any Dialer {
    switch self {
    case .unix(let path): UnixDialer(path: path)
    case .tcp(let host, let port): TCPDialer(host: host, port: port)
    case .ssh: UnusableDialer(error: .cannotConnect(self, .unsupported))
    case .unusable(_, let why): UnusableDialer(error: .unusable(why))
    }
  }
}

extension ClientBootstrap {
  /// A bootstrap of a socket on `loop` that gives up after `seconds`.
  static func socket(on loop: any EventLoop, within seconds: Double) -> ClientBootstrap {
    ClientBootstrap(group: loop).connectTimeout(.nanoseconds(Int64(seconds * 1e9)))
  }
}
