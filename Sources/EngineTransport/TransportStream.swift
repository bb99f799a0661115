/// An answer whose body comes piece by piece, over a connection of its own. Nothing is read from the engine while
/// nobody asks for the next piece. The connection closes with the end, with `close`, when the task that waits is
/// cancelled, and when nobody holds the stream any more.
package final class TransportStream: Sendable {
  /// The first part of the answer.
  package let head: AnswerHead
  private let connection: Connection

  init(head: AnswerHead, connection: Connection) {
    self.head = head
    self.connection = connection
  }

  deinit { connection.close() }

  /// The bytes that have come since the last call, all at once; waits where nothing has. Nil at the end. For one
  /// reader at a time.
  package func next() async throws(TransportError) -> [UInt8]? {
    if Task.isCancelled {
      connection.close()
      throw .cancelled
    }
    let bytes = try await connection.pull()
    if bytes == nil { connection.close() }
    return bytes
  }

  /// The rest of the body up to `limit` bytes, as far as it comes within so many seconds; what is behind that is
  /// dropped.
  package func rest(limit: Int, within seconds: Double) async throws(TransportError) -> [UInt8] {
    connection.limitBody(to: seconds)
    var body: [UInt8] = []
    while body.count < limit, let bytes = try await next() { body += bytes.prefix(limit - body.count) }
    connection.close()
    return body
  }

  /// Closes the connection; a reader that waits gets an error.
  package func close() { connection.close() }
}
