import NIOCore
import NIOPosix

/// Connects to a TCP port, without encryption.
struct TCPDialer: Dialer {
  var host: String
  var port: Int

  var isLocal: Bool { ["localhost", "127.0.0.1", "::1"].contains(host) }
  var authority: String { EngineAddress.bracketed(host) + ":\(port)" }

  func dial<Output: Sendable>(
    on loop: any EventLoop, within seconds: Double,
    _ setUp: @escaping @Sendable (any Channel) -> EventLoopFuture<Output>
  ) async throws -> Output {
    try await ClientBootstrap.socket(on: loop, within: seconds)
      .connect(host: host, port: port, channelInitializer: setUp)
  }
}
