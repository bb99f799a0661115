import NIOCore

/// Stands for the addresses that can be written but that this version cannot use: every call fails and says so.
struct UnusableDialer: Dialer {
  var error: TransportError

  var isLocal: Bool { false }
  var authority: String { "docker" }

  func dial<Output: Sendable>(
    on loop: any EventLoop, within seconds: Double,
    _ setUp: @escaping @Sendable (any Channel) -> EventLoopFuture<Output>
  ) async throws -> Output {
    throw error
  }
}
