import EngineModel
import EngineTransport

/// A container's log as it comes: all that one network read brought, at once. Reads from the engine only while somebody
/// asks for the next; ends with the log, throws where it breaks, closes its connection when it is let go.
public struct LogStream: AsyncSequence, Sendable {
  /// The chunks of one read, in order.
  public typealias Element = [LogChunk]
  /// What ends the stream before its time.
  public typealias Failure = EngineError

  let stream: TransportStream
  let request: EngineRequest
  let isRaw: Bool

  /// For one reader: a second one would take pieces away from the first.
  public func makeAsyncIterator() -> Iterator {
    Iterator(stream: stream, request: request, demultiplexer: LogDemultiplexer(raw: isRaw))
  }

  /// Closes the connection; a reader that waits gets an error.
  public func close() { stream.close() }

  /// Reads the stream.
  public struct Iterator: AsyncIteratorProtocol, Sendable {
    let stream: TransportStream
    let request: EngineRequest
    var demultiplexer: LogDemultiplexer

    /// What has come since the last call; nil at the end of the log.
    public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async throws(EngineError)
      -> [LogChunk]?
    {
      while true {
        guard let bytes = try await stream.piece(request) else { return nil }
        let chunks = demultiplexer.feed(bytes)
        if !chunks.isEmpty { return chunks }
      }
    }

    /// What has come since the last call; nil at the end of the log.
    public mutating func next() async throws(EngineError) -> [LogChunk]? {
      try await next(isolation: nil)
    }
  }
}

extension TransportStream {
  /// The next bytes, with the request in the error.
  func piece(_ request: EngineRequest) async throws(EngineError) -> [UInt8]? {
    do throws(TransportError) {
      return try await next()
    } catch {
      throw EngineError(error, request)
    }
  }
}
