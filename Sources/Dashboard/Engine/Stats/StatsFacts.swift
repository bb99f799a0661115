import EngineModel

/// What is known of the containers' use of their host.
struct StatsFacts: Sendable, Equatable {
  var containers: [ContainerID: ContainerStats] = [:]
  /// The sums of all containers, for the header.
  var totals = StatsHistory()
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
    }
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
    if let cpu = first.cpuPercent() { current = StatsPoint(cpu: Float(cpu), memory: Float(first.memoryUsed)) }
  }

  /// Takes a newer sample; one that is not newer is left out.
  mutating func add(_ sample: StatsSample) {
    guard sample.read > last.read else { return }
    let rates = sample.rates(since: last)
    // A container that has restarted counts from zero again: what it has used since is all there is to say.
    let cpu = sample.cpuPercent(since: last) ?? 0
    let point = StatsPoint(
      cpu: Float(cpu), memory: Float(sample.memoryUsed),
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
    }
    stats.revision += 1
    stats.totals.append(totalNow())
  }

  /// Whether there are figures to show, or none to wait for.
  package var hasFigures: Bool {
    facts.index.running.isEmpty || stats.containers.values.contains { $0.history.count > 0 }
  }

  private func totalNow() -> StatsPoint {
    var total = StatsPoint(cpu: 0, memory: 0)
    for stats in stats.containers.values {
      total.cpu += stats.current?.cpu ?? 0
      total.memory += stats.current?.memory ?? 0
    }
    return total
  }

  /// The sums over some containers; nil where none of them has been measured.
  func statsSum(_ ids: [ContainerID]) -> StatsPoint? {
    let points = ids.compactMap { stats.current($0) }
    guard !points.isEmpty else { return nil }
    return points.reduce(into: StatsPoint(cpu: 0, memory: 0)) {
      $0.cpu += $1.cpu
      $0.memory += $1.memory
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
