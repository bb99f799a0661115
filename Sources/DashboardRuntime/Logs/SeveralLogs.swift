import EngineClient
import EngineModel
import Troubles

/// The logs of several containers, read side by side.
package struct SeveralLogs: Sendable {
  private let client: EngineClient
  private let containers: [ContainerID]

  /// How many logs are read at once: the engine has to decode each of them.
  private static let sideBySide = 4

  /// The logs of these containers, in this order.
  package init(client: EngineClient, containers: [ContainerID]) {
    self.client = client
    self.containers = containers
  }

  /// Reads the log of each container, a few at once or (`allAtOnce`) all, and hands each to a reader of its own, with the
  /// place of its container. `end` is told when one is done with; with what was in the way where it could not be read,
  /// which holds up no other. `giveUp` is told first when one has failed for good, so that nobody goes on waiting.
  ///
  /// - Throws: that the engine is gone, what the closures throw, and that the task was cancelled.
  package func each(
    _ query: LogQuery, allAtOnce: Bool = false,
    read: @escaping @Sendable (Int, LogReading) async throws -> Void,
    end: @escaping @Sendable (Int, Trouble?) async throws -> Void,
    giveUp: @escaping @Sendable (any Error) async -> Void = { _ in }
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, container) in containers.enumerated() {
        if index >= Self.sideBySide, !allAtOnce { try await group.next() }
        group.addTask {
          do {
            let reading = LogReading(client: client, container: container, query: query)
            let trouble = try await Self.trouble { try await read(index, reading) }
            try await end(index, trouble)
          } catch {
            await giveUp(error)
            throw error
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// What is in the way of reading one log; nil where it was read.
  private static func trouble(_ read: () async throws -> Void) async throws -> Trouble? {
    do {
      try await read()
      return nil
    } catch let error as EngineError where error.isOfOneAnswer && !Task.isCancelled {
      return error.trouble
    }
  }
}

extension EngineError {
  /// Whether it says nothing of the next request: the engine has refused, or broken off, what was asked.
  fileprivate var isOfOneAnswer: Bool { !isTransport || kind == .transport(.closedEarly(afterHead: true)) }
}
