import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import Synchronization

/// Samples what the containers use: from the host's own counters where the engine is on this host, since that costs
/// the engine nothing; else by one-shot calls, for what is on the screen and a few others at a time.
final class StatsSampler: Sendable {
  private let client: EngineClient
  private let inbox: EngineInbox
  private let plan = Mutex(StatsPlan())
  private let pause = InterruptiblePause()
  private let host: HostCounters?
  /// The containers whose samples the engine has been asked for and not given yet: one that takes long holds up none of
  /// the others, and is not asked for again meanwhile.
  private let outstanding = Mutex<Set<ContainerID>>([])

  /// How many samples an engine is asked for in a second: one costs engine and runtime about 3.6 ms of CPU.
  private static let samplesPerSecond = 14
  /// How many of the others are sampled beside the watched ones: while some have no figures yet, and then.
  private static let othersPerRound = (first: 12, later: 3)
  /// How long a round waits for the slowest: the engine's tick is a second, two before API 1.41.
  private static let patience = Duration.milliseconds(2_500)
  /// How soon a container that has come on the screen is sampled: two samples make its first figures.
  private static let newcomerInterval = Duration.milliseconds(600)

  init(client: EngineClient, inbox: EngineInbox) {
    self.client = client
    self.inbox = inbox
    host = client.isLocal ? HostCounters() : nil
  }

  /// What to sample from now on.
  func follow(_ plan: StatsPlan) {
    let hasNewcomers = self.plan.withLock { old in
      defer { old = plan }
      return !Set(plan.watched).isSubset(of: old.watched)
    }
    if hasNewcomers { pause.wake() }
  }

  /// Samples until cancelled. Nobody waits for it: what a user asks for goes first.
  func run(every interval: Duration) async {
    await Urgency.$current.withValue(.clock) {
      await withDiscardingTaskGroup { group in
        await run(every: interval, &group)
        group.cancelAll()
      }
    }
  }

  private func run(every interval: Duration, _ group: inout DiscardingTaskGroup) async {
    var others = OtherTurns()
    var taken: [ContainerID: Int] = [:]
    var fullRound = ContinuousClock.now
    while !Task.isCancelled {
      let started = ContinuousClock.now
      let isFull = started >= fullRound
      var plan = plan.withLock { $0 }
      taken = taken.filter { plan.watched.contains($0.key) }
      if !isFull { plan = plan.newcomers { taken[$0, default: 0] < 2 } }
      let asked = await sample(plan, &others, &group)
      for id in plan.watched { taken[id, default: 0] += 1 }
      if isFull {
        fullRound = started + max(interval, .seconds(asked) / Self.samplesPerSecond)
      }
      await rest(started, until: fullRound, hasNewcomers: taken.values.contains { $0 < 2 })
    }
  }

  private func rest(
    _ started: ContinuousClock.Instant, until round: ContinuousClock.Instant, hasNewcomers: Bool
  ) async {
    if !hasNewcomers { await pause.rest(until: round) }
    // However it ended, the engine gets some rest.
    let earliest = started + Self.newcomerInterval
    if earliest > .now { try? await Task.sleep(until: earliest) }
  }

  /// Takes one sample of each container; returns how many the engine was asked for.
  private func sample(
    _ plan: StatsPlan, _ others: inout OtherTurns, _ group: inout DiscardingTaskGroup
  ) async -> Int {
    let (samples, missing) = host?.samples(plan) ?? ([:], plan)
    if !samples.isEmpty { inbox.inbox.post(.sampled(inbox.engine, samples)) }
    return await ask(missing, &others, &group)
  }

  /// Asks the engine for what the host's counters do not tell; returns how many samples that were.
  private func ask(
    _ plan: StatsPlan, _ others: inout OtherTurns, _ group: inout DiscardingTaskGroup
  ) async -> Int {
    var ids = plan.watched + others.next(of: plan.others, Self.othersPerRound)
    ids = outstanding.withLock { outstanding in ids.filter { outstanding.insert($0).inserted } }
    guard !ids.isEmpty else { return 0 }
    let inbox = inbox
    let round = SampleRound(of: ids.count) { samples in
      if !Task.isCancelled { inbox.inbox.post(.sampled(inbox.engine, samples)) }
    }
    // All at once: the engine answers a one-shot call with its collector's next tick, a second away.
    for id in ids {
      group.addTask {
        let sample = try? await self.client.statsOnce(id)
        self.outstanding.withLock { _ = $0.remove(id) }
        round.take(sample, of: id)
      }
    }
    await round.end(within: Self.patience)
    return ids.count
  }
}

/// Whose turn it is among the containers that are not watched.
struct OtherTurns {
  /// How often each has been asked for.
  private var taken: [ContainerID: Int] = [:]
  private var turn = 0

  /// Those that are sampled next. Two samples make a figure, and a sum is shown once all have one: those without come
  /// first, as many as `first`; once there are none, some after the others.
  mutating func next(of others: [ContainerID], _ count: (first: Int, later: Int)) -> [ContainerID] {
    guard !others.isEmpty else { return [] }
    let known = Set(others)
    taken = taken.filter { known.contains($0.key) }
    let begun = others.filter { taken[$0] == 1 }
    let new = others.filter { taken[$0] == nil }
    var next = Array((begun + new).prefix(count.first))
    if next.isEmpty {
      let start = turn * count.later % others.count
      next = Array(others[start...].prefix(count.later))
      turn += 1
    }
    for id in next { taken[id, default: 0] += 1 }
    return next
  }
}

extension StatsPlan {
  /// The watched containers of which too little is known to show figures.
  fileprivate func newcomers(_ isNew: (ContainerID) -> Bool) -> StatsPlan {
    var plan = StatsPlan()
    plan.watched = watched.filter(isNew)
    return plan
  }
}
