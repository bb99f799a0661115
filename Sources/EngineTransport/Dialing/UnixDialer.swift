import Glibc
import NIOCore
import NIOPosix

/// Connects to a Unix socket of this host.
struct UnixDialer: Dialer {
  var path: String

  var isLocal: Bool { true }
  var authority: String { "docker" }

  /// Connects; where the listener's queue is full, again and again until the time is up.
  func dial<Output: Sendable>(
    on loop: any EventLoop, within seconds: Double,
    _ setUp: @escaping @Sendable (any Channel) -> EventLoopFuture<Output>
  ) async throws -> Output {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      do {
        return try await ClientBootstrap.socket(on: loop, within: seconds)
          .connect(unixDomainSocketPath: path, channelInitializer: setUp)
      } catch let error as IOError
        where error.errnoCode == EAGAIN && ContinuousClock.now < end && !Task.isCancelled
      {
        try? await Task.sleep(for: .milliseconds(10))
      }
    }
  }
}
