import Dashboard
import EngineModel
import Glibc
import Synchronization

/// The kernel's own counters of containers on this host (cgroup v1 and v2, `/proc`), read as files. They are the
/// numbers that the engine's stats are made of, without asking the engine.
final class HostCounters: Sendable {
  private let groups: ControlGroups
  private let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  private let places = Mutex<[ContainerID: Place]>([:])

  /// Where a container's counters are.
  struct Place: Sendable {
    /// nil: the container has no group here, so the engine must be asked.
    var group: ControlGroup?
    /// A process of it, to find its network through; 0 where there is none.
    var process: Int32 = 0
    var memoryLimit: UInt64 = 0
  }

  /// nil where this host has no control groups that can be read.
  init?() {
    guard let groups = ControlGroups.mounted() else { return nil }
    self.groups = groups
  }

  /// Samples of every container of the plan that is on this host, and the plan of those that are not.
  func samples(_ plan: StatsPlan) -> ([ContainerID: StatsSample], missing: StatsPlan) {
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
    guard let place = place(id), let group = place.group, let cpu = group.cpuNanoseconds() else {
      // It has ended, or runs again with another process: looked for anew at the next round.
      places.withLock { $0[id]?.process = 0 }
      return nil
    }
    let memory = group.memory()
    var sample = StatsSample(
      read: HostClock.now, cpuTotal: cpu, systemCPU: HostClock.monotonicNanoseconds &* UInt64(cores),
      onlineCPUs: Int(cores),
      memoryUsage: memory.usage, memoryInactiveFile: memory.inactiveFile, memoryLimit: place.memoryLimit,
      pids: 0)
    guard inFull else { return sample }
    sample.pids = group.processes()
    let block = group.blockBytes()
    sample.blockRead = block?.read
    sample.blockWritten = block?.written
    let traffic = traffic(id, place, group)
    sample.networkReceived = traffic?.received
    sample.networkSent = traffic?.sent
    return sample
  }

  /// What the network has carried, seen through the process last known, or the one that has taken its place.
  private func traffic(_ id: ContainerID, _ place: Place, _ group: ControlGroup) -> (
    received: UInt64, sent: UInt64
  )? {
    if let traffic = NetworkCounters.traffic(process: place.process) { return traffic }
    let process = group.firstProcess()
    guard process != place.process else { return nil }
    places.withLock { $0[id]?.process = process }
    return NetworkCounters.traffic(process: process)
  }

  private func place(_ id: ContainerID) -> Place? {
    if let known = places.withLock({ $0[id] }), known.group == nil || known.process != 0 { return known }
    var place = Place(group: groups.group(of: id))
    if let group = place.group {
      place.process = group.firstProcess()
      place.memoryLimit = group.memoryLimit()
    }
    places.withLock { $0[id] = place }
    return place
  }

  private func forget(except plan: StatsPlan) {
    places.withLock { places in
      guard places.count > plan.watched.count + plan.others.count else { return }
      let wanted = Set(plan.watched + plan.others)
      places = places.filter { wanted.contains($0.key) }
    }
  }
}
