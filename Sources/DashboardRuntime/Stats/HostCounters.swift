import Dashboard
import EngineModel
import Glibc
import Synchronization

/// The kernel's own counters of containers on this host (cgroup v1 and v2, `/proc`), read as files. They are the
/// numbers that the engine's stats are made of, without asking the engine.
final class HostCounters: Sendable {
  private let groups: ControlGroups
  private let network: NetworkCounters
  private let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  private let known = Mutex(Known())

  private struct Known {
    var places: [ContainerID: Place] = [:]
    /// When the host's groups were searched last.
    var searched: UInt64?
  }

  /// Where a container's counters are.
  struct Place: Sendable {
    var group: ControlGroup
    /// A process of it, to find its network through; 0 where there is none.
    var process: Int32
    /// When a process was looked for last, where none was found.
    var looked: UInt64
    var memoryLimit: UInt64
  }

  /// How long it takes until something that was not found is searched again, in nanoseconds.
  private static let searchInterval: UInt64 = 10_000_000_000

  /// nil where this host has no control groups that can be read.
  init?(groups: ControlGroups? = .mounted(), network: NetworkCounters = NetworkCounters()) {
    guard let groups else { return nil }
    self.groups = groups
    self.network = network
  }

  /// Samples of every container of the plan that is on this host, and the plan of those that are not.
  func samples(_ plan: StatsPlan) -> ([ContainerID: StatsSample], missing: StatsPlan) {
    find(plan.watched + plan.others)
    var samples: [ContainerID: StatsSample] = [:]
    var missing = StatsPlan()
    for id in plan.watched {
      if let sample = sample(id, inFull: true) { samples[id] = sample } else { missing.watched.append(id) }
    }
    for id in plan.others {
      if let sample = sample(id, inFull: false) { samples[id] = sample } else { missing.others.append(id) }
    }
    forget(except: plan)
    return (samples, missing)
  }

  private func sample(_ id: ContainerID, inFull: Bool) -> StatsSample? {
    guard let place = known.withLock({ $0.places[id] }) else { return nil }
    guard let cpu = place.group.cpuNanoseconds() else {
      // It has ended, or runs again in another group: looked for anew at the next round.
      known.withLock { $0.places[id] = nil }
      return nil
    }
    let memory = place.group.memory()
    var sample = StatsSample(
      read: HostClock.now, cpuTotal: cpu, systemCPU: HostClock.monotonicNanoseconds &* UInt64(cores),
      onlineCPUs: Int(cores), memoryUsage: memory.usage, memoryInactiveFile: memory.inactiveFile,
      memoryLimit: place.memoryLimit)
    guard inFull else { return sample }
    // Limits can be changed while a container runs.
    sample.memoryLimit = place.group.memoryLimit()
    sample.pids = place.group.processes()
    let block = place.group.blockBytes()
    sample.blockRead = block?.read
    sample.blockWritten = block?.written
    let traffic = traffic(id, place)
    sample.networkReceived = traffic?.received
    sample.networkSent = traffic?.sent
    return sample
  }

  /// What the network has carried, seen through the process last known, or one that has taken its place.
  private func traffic(_ id: ContainerID, _ place: Place) -> (received: UInt64, sent: UInt64)? {
    if place.process != 0, access("\(network.proc)/\(place.process)", F_OK) == 0 {
      return network.traffic(process: place.process)
    }
    let now = HostClock.monotonicNanoseconds
    guard place.process != 0 || now &- place.looked > Self.searchInterval else { return nil }
    let process = place.group.firstProcess()
    known.withLock {
      $0.places[id]?.process = process
      $0.places[id]?.looked = now
    }
    return network.traffic(process: process)
  }

  /// Finds the groups of containers whose groups are not known: in the usual places at once, elsewhere now and then.
  private func find(_ ids: [ContainerID]) {
    var lost: Set<ContainerID> = []
    for id in ids where known.withLock({ $0.places[id] == nil }) {
      if let group = groups.group(of: id) { keep(group, of: id) } else { lost.insert(id) }
    }
    let now = HostClock.monotonicNanoseconds
    let isDue = known.withLock { known in
      guard !lost.isEmpty, known.searched.map({ now &- $0 > Self.searchInterval }) ?? true else {
        return false
      }
      known.searched = now
      return true
    }
    guard isDue else { return }
    for (id, group) in groups.search(for: lost) { keep(group, of: id) }
  }

  private func keep(_ group: ControlGroup, of id: ContainerID) {
    let place = Place(
      group: group, process: group.firstProcess(), looked: HostClock.monotonicNanoseconds,
      memoryLimit: group.memoryLimit())
    known.withLock { $0.places[id] = place }
  }

  private func forget(except plan: StatsPlan) {
    known.withLock { known in
      guard known.places.count > plan.watched.count + plan.others.count else { return }
      let wanted = Set(plan.watched + plan.others)
      known.places = known.places.filter { wanted.contains($0.key) }
    }
  }
}
