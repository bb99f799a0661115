import NIOCore
import NIOPosix

/// Sends requests to one engine: short ones over a pool of kept connections, streams over one connection each.
package final class Transport: Sendable {
  /// The engine's address.
  package let address: EngineAddress
  private let dialer: any Dialer
  private let gate: ReadOnlyGate
  private let limits: TransportLimits
  private let pool: ConnectionPool
  private let order = RequestOrder()
  private let heartbeat = Heartbeat()

  /// One thread serves the connections of all transports, for as long as the process lives.
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// A transport to `address`; nothing is connected before the first request. Whether it is read-only is settled here
  /// for good.
  package init(address: EngineAddress, readOnly: Bool, limits: TransportLimits = TransportLimits()) {
    self.address = address
    dialer = address.dialer
    gate = ReadOnlyGate(isReadOnly: readOnly)
    self.limits = limits
    pool = ConnectionPool(limit: limits.maximumIdle)
  }

  /// Whether requests that change something are refused.
  package var isReadOnly: Bool { gate.isReadOnly }

  /// Whether the engine runs on this host, as far as the way to it tells.
  package var isLocal: Bool { dialer.isLocal }

  /// How long the engine has said nothing; nil before its first bytes.
  package var silence: Duration? { heartbeat.silence }

  /// Sends a request and returns the whole answer, whatever its status. One that the clock asks for lets those of a
  /// user go first.
  ///
  /// A kept connection that the engine has closed in the meantime is replaced and the request sent once more; only
  /// requests that change nothing use kept connections.
  package func send(_ request: TransportRequest) async throws(TransportError) -> Answer {
    try admit(request)
    let turn = try await order.enter(Urgency.current)
    do {
      let answer = try await answer(to: request)
      order.leave(turn, isAnswered: true)
      return answer
    } catch {
      order.leave(turn)
      throw error
    }
  }

  private func answer(to request: TransportRequest) async throws(TransportError) -> Answer {
    if request.method.isSafe, let kept = pool.take() {
      do {
        return try await exchange(request, on: kept)
      } catch .closedEarly(afterHead: false) {
        // The engine closed it before it read the request: a fresh one below.
      }
    }
    return try await exchange(request, on: try await connect())
  }

  /// Sends a request, with a body that is made while it is sent where one is given, and returns its answer as a stream,
  /// whatever its status.
  package func open(
    _ request: TransportRequest, sending upload: RequestUpload? = nil
  ) async throws(TransportError) -> TransportStream {
    try admit(request)
    let turn = try await order.enter(Urgency.current)
    defer { order.leave(turn) }
    let connection = try await connect()
    do {
      return TransportStream(
        head: try await connection.open(request, sending: upload), connection: connection)
    } catch {
      connection.close()
      throw error
    }
  }

  /// Closes the connections that wait for the next request. Streams go on.
  package func closeIdleConnections() { pool.closeIdle() }

  private func admit(_ request: TransportRequest) throws(TransportError) {
    try gate.check(request)
    if Task.isCancelled { throw .cancelled }
  }

  private func connect() async throws(TransportError) -> Connection {
    try await Connection.connect(
      to: address, by: dialer, within: limits.connectTimeout, on: Self.group.next(), heartbeat)
  }

  private func exchange(
    _ request: TransportRequest, on connection: Connection
  ) async throws(TransportError) -> Answer {
    do {
      let (answer, reusable) = try await connection.ask(request, limit: limits.maximumBody)
      if reusable { pool.put(connection) } else { connection.close() }
      return answer
    } catch {
      connection.close()
      throw error
    }
  }
}
