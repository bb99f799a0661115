import Dashboard
import EngineClient
import EngineModel
import Troubles

/// Keeps the connection to the engine: one list of each resource, then the events; all lists again every half
/// minute; and after a break from the start, since an engine replays only its last 256 events.
struct EngineConnection {
  let client: EngineClient
  let inbox: EngineInbox
  let lists: EngineLists

  /// How long after a break until the next try: a local socket is cheap to try.
  private static let retryInterval = Duration.milliseconds(500)
  /// How often everything is listed again, in case an event was missed.
  private static let listInterval = Duration.seconds(30)

  func run() async {
    while !Task.isCancelled {
      do throws(EngineError) {
        try await stay()
      } catch {
        if Task.isCancelled { return }
        client.closeIdleConnections()
        if error.isForGood { return inbox.post(EngineUpdate.unusable(error.trouble)) }
        inbox.post(EngineUpdate.lost(error.trouble))
      }
      try? await Task.sleep(for: Self.retryInterval)
    }
  }

  /// Connects and takes events until the engine goes away.
  private func stay() async throws(EngineError) {
    _ = try await client.negotiate()
    // The events first: whatever happens while the lists are read is in them.
    let events = try await client.events()
    defer { events.close() }
    let lists = lists
    let others = Task {
      async let identity: Void = identify()
      async let rest: Void = lists.readOthers()
      _ = await (identity, rest)
    }
    defer { others.cancel() }
    try await lists.readContainers()
    // With the containers there is all that commands need: nobody has to wait for the rest.
    inbox.post(EngineUpdate.live)
    try await follow(events)
  }

  private func identify() async {
    guard let version = try? await client.version() else { return }
    inbox.post(EngineUpdate.connected(version, nil))
    guard let info = try? await client.info() else { return }
    lists.inventory.update { $0.logDriver = info.loggingDriver.isEmpty ? nil : info.loggingDriver }
    inbox.post(EngineUpdate.connected(version, info))
  }

  private func follow(_ events: EventStream) async throws(EngineError) {
    let lists = lists
    let reconciling = Task { () -> EngineError? in
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.listInterval)
        if Task.isCancelled { return nil }
        do throws(EngineError) {
          try await lists.readAll()
        } catch {
          // An engine that no longer answers is away, even while its events are still open.
          if !error.isCancellation { events.close() }
          return error
        }
      }
      return nil
    }
    do throws(EngineError) {
      // Health checks alone make three events each time they run: the loop is not woken for them.
      for try await event in events where event.changesScreen { inbox.post(EngineUpdate.event(event)) }
    } catch {
      reconciling.cancel()
      throw await reconciling.value ?? error
    }
    reconciling.cancel()
    if let error = await reconciling.value, !error.isCancellation { throw error }
    throw EngineError(.transport(.closedEarly(afterHead: true)), .events())
  }
}
