import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The listening socket and the connections on it.
final class EngineServer: Sendable {
  let socketPath: String
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let makeConnection: @Sendable () -> ServedConnection
  private let sockets = Mutex(Sockets())

  private struct Sockets {
    var listening: (any Channel)?
    var open: [ObjectIdentifier: any Channel] = [:]
  }

  init(socketPath: String, makeConnection: @escaping @Sendable () -> ServedConnection) {
    self.socketPath = socketPath
    self.makeConnection = makeConnection
  }

  /// How many clients are connected.
  var connections: Int { sockets.withLock { $0.open.count } }

  /// Accepts connections; a socket file that is in the way is replaced.
  func listen() async throws {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(ChannelOptions.backlog, value: 1024)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try self.accept(channel) }
      }
    let channel = try await bootstrap.bind(
      unixDomainSocketPath: socketPath, cleanupExistingSocketFile: true
    ).get()
    sockets.withLock { $0.listening = channel }
  }

  /// Closes the listening socket and all connections. The file stays, and clients are refused.
  func hangUp() async {
    let listening = sockets.withLock { sockets -> (any Channel)? in
      defer { sockets.listening = nil }
      return sockets.listening
    }
    try? await listening?.close().get()
    // What was accepted just before is on its way through the loop.
    try? await group.next().submit {}.get()
    let open = sockets.withLock { Array($0.open.values) }
    for channel in open { try? await channel.close().get() }
  }

  func shutDown() async { try? await group.shutdownGracefully() }

  private func accept(_ channel: any Channel) throws {
    let key = ObjectIdentifier(channel)
    sockets.withLock { $0.open[key] = channel }
    channel.closeFuture.whenComplete { _ in self.sockets.withLock { $0.open[key] = nil } }
    let pipeline = channel.pipeline.syncOperations
    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
    try pipeline.addHandler(makeConnection())
  }
}
