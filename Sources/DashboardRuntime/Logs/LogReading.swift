import Dashboard
import EngineClient
import EngineModel

/// One container's log as lines, for whoever reads it to its end. Nobody is told how much they matter.
package struct LogReading: Sendable {
  private let client: EngineClient
  private let container: ContainerID
  private let query: LogQuery

  /// A reading of what a query asks for.
  package init(client: EngineClient, container: ContainerID, query: LogQuery) {
    self.client = client
    self.container = container
    self.query = query
  }

  /// Hands over the lines as they come, those of one read from the engine at once; the engine waits meanwhile. Returns at
  /// the end of the log.
  ///
  /// - Throws: what the engine says against it, what `take` throws, and that the task was cancelled.
  package func run(_ take: ([LogLine]) async throws -> Void) async throws {
    let stream = try await client.logs(container, query)
    defer { stream.close() }
    var output = LogAssembler(
      container: container, isError: false, hasTimes: query.timestamps, readsLevels: false)
    var errors = LogAssembler(
      container: container, isError: true, hasTimes: query.timestamps, readsLevels: false)
    for try await chunks in stream {
      var lines: [LogLine] = []
      for chunk in chunks {
        if chunk.source == .stderr {
          errors.feed(chunk.bytes, into: &lines)
        } else {
          output.feed(chunk.bytes, into: &lines)
        }
      }
      try Task.checkCancellation()
      if !lines.isEmpty { try await take(lines) }
    }
    let rest = [output.flush(), errors.flush()].compactMap(\.self)
    if !rest.isEmpty { try await take(rest) }
  }
}
