import Dashboard
import EngineClient
import EngineModel
import Synchronization

/// Samples what the containers use: from the host's own counters where the engine is on this host, since that costs
/// the engine nothing; else by one-shot calls, for what is on the screen and a few others at a time.
final class StatsSampler: Sendable {
  private let client: EngineClient
  private let inbox: Inbox
  private let plan = Mutex(StatsPlan())
  private let host: HostCounters?

  /// How many samples an engine is asked for in a second: one costs engine and runtime about 3.6 ms of CPU.
  private static let samplesPerSecond = 14
  /// How many of the others are sampled beside the watched ones.
  private static let othersPerRound = 3

  init(client: EngineClient, inbox: Inbox) {
    self.client = client
    self.inbox = inbox
    host = client.address.isLocal ? HostCounters() : nil
  }

  /// What to sample from now on.
  func follow(_ plan: StatsPlan) {
    self.plan.withLock { if $0 != plan { $0 = plan } }
  }

  /// Samples until cancelled.
  func run(every interval: Duration) async {
    var turn = 0
    while !Task.isCancelled {
      let plan = plan.withLock { $0 }
      let started = ContinuousClock.now
      let (samples, missing) = host?.samples(plan) ?? ([:], plan)
      if !samples.isEmpty { inbox.post(.sampled(samples)) }
      let asked = await ask(missing, turn: turn)
      turn += 1
      // The first two samples make the first figures: nobody should have to wait for them.
      let pause =
        turn == 1 ? min(interval, .milliseconds(700)) : max(interval, .seconds(asked) / Self.samplesPerSecond)
      try? await Task.sleep(until: started + pause)
    }
  }

  /// Asks the engine for what the host's counters do not tell; returns how many samples that were.
  private func ask(_ plan: StatsPlan, turn: Int) async -> Int {
    var ids = plan.watched
    if !plan.others.isEmpty {
      let start = turn * Self.othersPerRound % plan.others.count
      ids += plan.others[start...].prefix(Self.othersPerRound)
    }
    guard !ids.isEmpty else { return 0 }
    let client = client
    // All at once: the engine answers a one-shot call with its collector's next tick, a second away.
    let samples = await withTaskGroup(of: (ContainerID, StatsSample?).self) { group in
      for id in ids { group.addTask { (id, try? await client.statsOnce(id)) } }
      var samples: [ContainerID: StatsSample] = [:]
      for await (id, sample) in group { samples[id] = sample }
      return samples
    }
    if !samples.isEmpty, !Task.isCancelled { inbox.post(.sampled(samples)) }
    return ids.count
  }
}
