import EngineClient
import EngineModel
import Synchronization

/// The lists of images, volumes and networks as they were read last for the screen, so that the stacks need not ask for
/// them again.
final class EngineInventory: Sendable {
  /// The lists; nil for those that were not read yet.
  struct Lists: Sendable, Equatable {
    var images: [ImageSummary]?
    var volumes: [VolumeSummary]?
    var networks: [NetworkSummary]?
    /// The log driver of containers that name none.
    var logDriver: String?

    var isComplete: Bool { images != nil && volumes != nil && networks != nil }
  }

  private struct State {
    var lists = Lists()
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())

  var lists: Lists { state.withLock { $0.lists } }

  /// Puts down what was read, and tells everybody, also where it is the same as before: the engine has answered.
  func update(_ change: (inout Lists) -> Void) {
    state.withLock { state in
      change(&state.lists)
      for listener in state.listeners.values { listener.yield() }
    }
  }

  /// Reads the lists that are not there yet.
  func complete(from client: EngineClient) async throws(EngineError) {
    let known = lists
    if known.images == nil {
      let images = try await client.images()
      update { $0.images = images }
    }
    if known.volumes == nil {
      let volumes = try await client.volumes()
      update { $0.volumes = volumes }
    }
    if known.networks == nil {
      let networks = try await client.networks()
      update { $0.networks = networks }
    }
    if known.logDriver == nil, let driver = try? await client.info().loggingDriver, !driver.isEmpty {
      update { $0.logDriver = driver }
    }
  }

  /// A signal whenever a list was read, until its reader ends.
  func changes() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return state.nextListener
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
    }
    return stream
  }
}
