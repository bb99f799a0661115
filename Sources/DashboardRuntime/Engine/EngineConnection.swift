import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import Troubles

/// Keeps the connection to the engine: one list of each resource, then the events; all lists again every half
/// minute; and after a break from the start, since an engine replays only its last 256 events. A line that says nothing
/// for two beats is asked whether somebody is there.
struct EngineConnection {
  let client: EngineClient
  let inbox: EngineInbox
  let lists: EngineLists

  /// How long after a break until the next try: a local socket is cheap to try.
  private static let retryInterval = Duration.milliseconds(500)
  /// How often everything is listed again, in case an event was missed.
  private static let listInterval = Duration.seconds(30)

  /// How often a line that is in order is heard.
  private static let beat = Duration.seconds(2)
  /// How long a silent line has for an answer, in seconds.
  private static let patience = 3.0

  func run() async {
    let absence = AbsenceClock(client: client, inbox: inbox)
    defer { absence.stop() }
    while !Task.isCancelled {
      do throws(EngineError) {
        try await stay(absence)
      } catch {
        if Task.isCancelled { return }
        client.closeIdleConnections()
        if error.isForGood { return inbox.post(EngineUpdate.unusable(error.trouble)) }
        inbox.post(EngineUpdate.lost(error.trouble))
        absence.start(isSilent: error.isSilence)
      }
      try? await Task.sleep(for: Self.retryInterval)
    }
  }

  /// Connects and takes events until the engine goes away.
  private func stay(_ absence: AbsenceClock) async throws(EngineError) {
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
    absence.stop()
    inbox.post(EngineUpdate.live)
    try await follow(events)
  }

  /// Asks what the engine and its host are, each until it has been told: an engine that is busy may need a while.
  private func identify() async {
    async let version: Void = untilAnswered {
      inbox.post(EngineUpdate.version(try await client.version()))
    }
    async let info: Void = untilAnswered {
      let info = try await client.info()
      lists.inventory.update { $0.logDriver = info.loggingDriver.isEmpty ? nil : info.loggingDriver }
      inbox.post(EngineUpdate.info(info))
    }
    _ = await (version, info)
  }

  /// How long after a question that was not answered until it is asked again.
  private static let identityInterval = Duration.seconds(5)

  private func untilAnswered(_ ask: () async throws -> Void) async {
    while !Task.isCancelled {
      do {
        return try await ask()
      } catch let error as EngineError where error.status == 404 {
        // An engine that speaks only a part of the API.
        return
      } catch {
        try? await Task.sleep(for: Self.identityInterval)
      }
    }
  }

  private func follow(_ events: EventStream) async throws(EngineError) {
    let listing = Task { await Urgency.$current.withValue(.clock) { await reconcile(events) } }
    let watches = [listing, Task { await listen(events) }]
    var end = EngineError(.transport(.closedEarly(afterHead: true)), .events())
    do throws(EngineError) {
      let quiet = QuietEvents(inbox: inbox)
      for try await event in events {
        if event.changesScreen { inbox.post(EngineUpdate.event(event)) } else { quiet.add(event) }
      }
    } catch {
      end = error
    }
    for watch in watches { watch.cancel() }
    for watch in watches {
      if let error = await watch.value, !error.isCancellation { throw error }
    }
    throw end
  }

  /// Lists everything again and again. An engine that no longer answers is away, even while its events are still open:
  /// they are closed then, and why is handed back.
  private func reconcile(_ events: EventStream) async -> EngineError? {
    while !Task.isCancelled {
      try? await Task.sleep(for: Self.listInterval)
      if Task.isCancelled { return nil }
      do throws(EngineError) {
        try await lists.readAll()
      } catch {
        if !error.isCancellation { events.close() }
        return error
      }
    }
    return nil
  }

  /// Asks a line that has been silent for two beats whether somebody is there; closes the events where nobody answers,
  /// and hands back why.
  private func listen(_ events: EventStream) async -> EngineError? {
    while !Task.isCancelled {
      let left = Self.beat * 2 - (client.silence ?? .zero)
      if left > .zero {
        try? await Task.sleep(for: left)
        continue
      }
      do throws(EngineError) {
        _ = try await client.ping(within: Self.patience)
      } catch {
        // Any answer is one.
        guard error.status == nil else { continue }
        if !error.isCancellation { events.close() }
        return error
      }
    }
    return nil
  }
}

extension EngineError {
  /// Whether nothing was heard; else it is known that nobody is there.
  fileprivate var isSilence: Bool {
    switch kind {
    case .transport(.timedOut), .transport(.cannotConnect(_, .timedOut)): true
    default: false
    }
  }
}
