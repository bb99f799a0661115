import NIOCore
import NIOPosix

/// Connects to a TCP port, without encryption.
struct TCPDialer: Dialer {
  var host: String
  var port: Int

  /// The loopback names and addresses: RFC 1122 gives all of 127.0.0.0/8 to this host.
  var isLocal: Bool {
    switch try? SocketAddress(ipAddress: host, port: port) {
    case .v4: host.hasPrefix("127.")
    case .v6: host == "::1"
    default: host.lowercased() == "localhost"
    }
  }
  var authority: String { EngineAddress.bracketed(host) + ":\(port)" }

  func dial<Output: Sendable>(
    on loop: any EventLoop, within seconds: Double,
    _ setUp: @escaping @Sendable (any Channel) -> EventLoopFuture<Output>
  ) async throws -> Output {
    try await ClientBootstrap.socket(on: loop, within: seconds)
      .connect(host: host, port: port, channelInitializer: setUp)
  }
}
