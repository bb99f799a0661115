import NIOPosix
import Synchronization

/// The connections of one transport that wait for the next request, newest last.
final class ConnectionPool: Sendable {
  private let idle = Mutex<[Connection]>([])
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  deinit { closeIdle() }

  /// An open connection; those that the engine has closed meanwhile are let go.
  func take() -> Connection? {
    idle.withLock { connections in
      while let last = connections.popLast() {
        if last.isActive { return last }
      }
      return nil
    }
  }

  /// Keeps a connection for the next request, or closes it where enough are kept.
  func put(_ connection: Connection) {
    let kept = idle.withLock { connections in
      if connections.count >= limit { connections.removeAll { !$0.isActive } }
      guard connections.count < limit else { return false }
      connections.append(connection)
      return true
    }
    if !kept { connection.close() }
  }

  /// Closes all of them.
  func closeIdle() {
    let connections = idle.withLock { connections in
      defer { connections = [] }
      return connections
    }
    for connection in connections { connection.close() }
  }
}
