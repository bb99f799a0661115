import EngineModel
import EngineTransport

/// Bytes of any length as they come: archives. Reads only while somebody asks for more; closes its connection when it is
/// let go.
public struct ByteStream: Sendable {
  let stream: TransportStream
  let request: EngineRequest

  /// How many bytes there will be; nil where the engine does not say, as it does not of archives.
  public var length: Int? { stream.head["content-length"].flatMap { Int($0) } }

  /// The bytes that have come since the last call; nil at the end. For one reader.
  public func next() async throws(EngineError) -> [UInt8]? { try await stream.piece(request) }

  /// Closes the connection; a reader that waits gets an error.
  public func close() { stream.close() }
}
