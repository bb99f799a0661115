public import EngineModel
import EngineTransport

/// Documents that come one a line: events, measurements. Reads from the engine only while somebody asks for the next;
/// ends with the answer, throws where it breaks, closes its connection when it is let go.
public struct DocumentStream<Element: JSONReadable & Sendable>: AsyncSequence, Sendable {
  /// What ends the stream before its time.
  public typealias Failure = EngineError

  let stream: TransportStream
  let request: EngineRequest

  /// For one reader: a second one would take documents away from the first.
  public func makeAsyncIterator() -> Iterator { Iterator(stream: stream, request: request) }

  /// Closes the connection; a reader that waits gets an error.
  public func close() { stream.close() }

  /// Reads the stream.
  public struct Iterator: AsyncIteratorProtocol, Sendable {
    let stream: TransportStream
    let request: EngineRequest
    private var splitter = LineSplitter()
    private var ready: ArraySlice<[UInt8]> = []
    private var isAtEnd = false

    init(stream: TransportStream, request: EngineRequest) {
      self.stream = stream
      self.request = request
    }

    /// The next document; nil at the end.
    public mutating func next(isolation actor: isolated (any Actor)? = #isolation) async throws(EngineError)
      -> Element?
    {
      while true {
        if let line = ready.popFirst() { return try decoded(line) }
        if isAtEnd { return nil }
        try await read()
      }
    }

    /// The next document; nil at the end.
    public mutating func next() async throws(EngineError) -> Element? { try await next(isolation: nil) }

    private mutating func read() async throws(EngineError) {
      guard let bytes = try await stream.piece(request) else {
        isAtEnd = true
        ready = splitter.finish()[...]
        return
      }
      guard let lines = splitter.feed(bytes) else {
        stream.close()
        throw EngineError(.transport(.tooLarge(limit: LineSplitter.limit)), request)
      }
      ready = lines[...]
    }

    private func decoded(_ line: [UInt8]) throws(EngineError) -> Element {
      do throws(JSONError) {
        return try Element(json: line)
      } catch {
        throw EngineError(error, request, body: line[...])
      }
    }
  }
}

/// What happens in an engine, as it happens.
public typealias EventStream = DocumentStream<EngineEvent>

/// A container's measurements, one a second.
public typealias StatsStream = DocumentStream<StatsSample>
