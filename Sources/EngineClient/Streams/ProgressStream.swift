public import EngineModel
import EngineTransport

/// How far something is that takes long, as the engine tells it. What the engine says of a failure in the middle of its
/// answer is thrown as its error. Reads only while somebody asks for more; closes its connection when it is let go.
public struct ProgressStream: AsyncSequence, Sendable {
  /// The messages of one read, in order.
  public typealias Element = [ProgressMessage]
  /// What ends the stream before its time.
  public typealias Failure = EngineError

  let stream: TransportStream
  let request: EngineRequest

  /// For one reader: a second one would take messages away from the first.
  public func makeAsyncIterator() -> Iterator { Iterator(stream: stream, request: request) }

  /// Closes the connection; a reader that waits gets an error.
  public func close() { stream.close() }

  /// Reads the stream.
  public struct Iterator: AsyncIteratorProtocol, Sendable {
    let stream: TransportStream
    let request: EngineRequest
    private var splitter = LineSplitter()
    private var failure: String?
    private var isAtEnd = false

    init(stream: TransportStream, request: EngineRequest) {
      self.stream = stream
      self.request = request
    }

    /// What has come since the last call; nil at the end.
    public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async throws(EngineError)
      -> [ProgressMessage]?
    {
      while true {
        if let failure {
          stream.close()
          throw EngineError(.failedLater(message: failure), request)
        }
        if isAtEnd { return nil }
        let messages = try await read()
        failure = messages.lazy.compactMap(\.failure).first
        if failure == nil, messages.isEmpty { continue }
        return messages
      }
    }

    /// What has come since the last call; nil at the end.
    public mutating func next() async throws(EngineError) -> [ProgressMessage]? {
      try await next(isolation: nil)
    }

    private mutating func read() async throws(EngineError) -> [ProgressMessage] {
      guard let bytes = try await stream.piece(request) else {
        isAtEnd = true
        return splitter.finish().map(ProgressMessage.init(line:))
      }
      guard let lines = splitter.feed(bytes) else {
        stream.close()
        throw EngineError(.transport(.tooLarge(limit: LineSplitter.limit)), request)
      }
      return lines.map(ProgressMessage.init(line:))
    }
  }
}
