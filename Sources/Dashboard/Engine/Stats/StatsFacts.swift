import EngineModel

/// What is known of the containers' use of their host.
struct StatsFacts: Sendable, Equatable {
  var containers: [ContainerID: ContainerStats] = [:]
  /// The sums of all containers, for the header, from the moment on when all of them were measured.
  private(set) var totals = StatsHistory()
  /// When the last of them was summed up.
  private var lastTotal: Timestamp?
  /// How often anything was sampled; a cheap way to see that something has changed.
  var revision = 0

  /// Forgets containers that are gone; those that stopped keep their history, but use nothing now.
  mutating func keep(only known: [ContainerID: ContainerSummary]) {
    for (id, _) in containers {
      guard let container = known[id] else {
        containers[id] = nil
        continue
      }
      if !container.isAlive { containers[id]?.current = nil }
      // What is frozen uses no processor and moves no bytes from this moment on; its memory it keeps.
      if container.state == .paused { containers[id]?.current?.freeze() }
    }
  }

  /// Adds a sum, or puts it in the place of the last one where that is no second old: figures come in pieces.
  mutating func add(_ total: StatsPoint, at time: Timestamp) {
    if let lastTotal, time.secondsSince(lastTotal) < 1 {
      totals.replaceLast(total)
    } else {
      totals.append(total)
      lastTotal = time
    }
  }

  /// How long a sum stands while one of its containers has not been measured again.
  private static let patience = 10.0

  /// Forgets the sums when the last of them is old; without a time at once.
  mutating func forgetTotals(before time: Timestamp? = nil) {
    if let time, let lastTotal, time.secondsSince(lastTotal) < Self.patience { return }
    totals = StatsHistory()
    lastTotal = nil
  }

  /// The newest point of a container; nil where nothing was measured yet or the container does not run.
  func current(_ id: ContainerID) -> StatsPoint? { containers[id]?.current }
}

/// One container's samples.
struct ContainerStats: Sendable, Equatable {
  var last: StatsSample
  var current: StatsPoint?
  var history = StatsHistory()

  init(first: StatsSample) {
    last = first
    if let cpu = first.cpuPercent() {
      current = StatsPoint(cpu: Float(cpu), memory: first.memoryUsed.map { Float($0) })
    }
  }

  /// The first sample of a frozen container is a figure already: it uses no processor.
  mutating func takeFrozen() {
    if current == nil { current = StatsPoint(cpu: 0, memory: last.memoryUsed.map { Float($0) }) }
  }

  /// Takes a newer sample; one that is not newer is left out.
  mutating func add(_ sample: StatsSample) {
    guard sample.read > last.read else { return }
    let rates = sample.rates(since: last)
    // A container that has restarted counts from zero again: what it has used since is all there is to say.
    let cpu = sample.cpuPercent(since: last) ?? 0
    let point = StatsPoint(
      cpu: Float(cpu), memory: sample.memoryUsed.map { Float($0) },
      received: rates.networkReceived.map(Float.init), sent: rates.networkSent.map(Float.init),
      read: rates.blockRead.map(Float.init), written: rates.blockWritten.map(Float.init))
    current = point
    history.append(point)
    last = sample
  }
}

extension EngineState {
  /// Takes in samples of running containers.
  mutating func add(_ samples: [ContainerID: StatsSample]) {
    for (id, sample) in samples where facts.containers[id]?.isAlive == true {
      if stats.containers[id]?.add(sample) == nil { stats.containers[id] = ContainerStats(first: sample) }
      guard facts.containers[id]?.state == .paused else { continue }
      // What was measured across the moment of the pause is no figure of now.
      stats.containers[id]?.takeFrozen()
      stats.containers[id]?.current?.freeze()
    }
    stats.revision += 1
    guard let time = samples.values.map(\.read).max() else { return }
    if let total = statsSum(facts.index.measured) {
      stats.add(total, at: time)
    } else {
      stats.forgetTotals(before: time)
    }
  }

  /// Whether there are figures to show, or none to wait for.
  package var hasFigures: Bool {
    facts.index.measured.isEmpty || stats.containers.values.contains { $0.history.count > 0 }
  }

  /// Whether the memory of its containers is counted, as the last sum tells.
  var countsMemory: Bool { stats.totals.newest?.memory != nil }

  /// The sums over those of some containers that use anything; nil where none of them does, and while one of them has
  /// not been measured: what is only a part is no sum. The memory is nil where it is of one of them.
  func statsSum(_ ids: [ContainerID]) -> StatsPoint? {
    let measured = ids.filter { facts.containers[$0]?.isMeasured == true }
    let points = measured.compactMap { stats.current($0) }
    guard !points.isEmpty, points.count == measured.count else { return nil }
    return points.reduce(into: StatsPoint(cpu: 0, memory: 0)) { sum, point in
      sum.cpu += point.cpu
      sum.memory = sum.memory.flatMap { memory in point.memory.map { memory + $0 } }
    }
  }

  /// The summed history of one quantity of some containers, oldest first, at most `points` long.
  func summedHistory(_ ids: [ContainerID], points: Int, _ value: (StatsPoint) -> Float?) -> [Double] {
    let series = ids.compactMap { stats.containers[$0]?.history.last(points, value) }
    let longest = series.map(\.count).max() ?? 0
    return (0..<longest).map { index in
      series.reduce(0) { sum, values in
        let place = index - (longest - values.count)
        return place < 0 ? sum : sum + values[place]
      }
    }
  }

  /// A container's own memory limit in bytes; nil where it may use all that the host has.
  func ownLimit(_ sample: StatsSample) -> Double? {
    let limit = Double(sample.memoryLimit)
    guard limit > 0 else { return nil }
    if let host = facts.info?.memTotal, limit >= Double(host) * 0.999 { return nil }
    return limit
  }
}
