import EngineModel
import Troubles

/// What the connection to an engine brings.
package enum EngineUpdate: Sendable {
  /// What the engine is.
  case version(EngineVersion)
  /// What the engine says of its host.
  case info(EngineInfo)
  /// Every list is in and the event stream flows.
  case live
  /// The engine cannot be reached; davit goes on trying.
  case lost(Trouble)
  /// For how long the lost engine has said nothing, and whether it just keeps silent instead of being away.
  case absent(Absence)
  /// The engine that was named can never be reached in this way: nothing is tried again.
  case unusable(Trouble)
  /// All containers, stopped ones too.
  case containers([ContainerSummary])
  /// These containers as they are now; an id without a summary is gone.
  case someContainers(asked: Set<ContainerID>, found: [ContainerSummary])
  /// What a container has been through.
  case history(ContainerID, ContainerHistory)
  /// How earlier runs of a container have ended, as far as the engine remembers.
  case pastEnds(ContainerID, [RunEnd])
  /// The kernel has ended a container for want of memory.
  case outOfMemory(ContainerID)
  /// The health of containers, where the lists do not tell it.
  case health([ContainerID: HealthState])
  case images([ImageSummary])
  case volumes([VolumeSummary])
  case networks([NetworkSummary])
  /// The bytes in each volume.
  case volumeSizes([VolumeName: UInt64])
  /// What takes the disk.
  case disk(DiskUpdate)
  case event(EngineEvent)
  /// Events that change nothing, in the order in which they came, and how many more there were.
  case quietEvents([EngineEvent], unread: Int)
  case document(DocumentSubject, Result<ResourceDocument, Trouble>)
  case processes(ContainerID, Result<ProcessTable, Trouble>)
  /// What is in a folder of a container, as far as it has come.
  case folder(FilePlace, Result<FolderEntries, Trouble>)
  /// What a container has done to the files of its image.
  case changes(ContainerID, Result<PathChanges, Trouble>)
  case file(FilePlace, FileAnswer)
  /// How often the restart policy has started a container; nil where that cannot be read.
  case restarts(ContainerID, Int?)
  /// The container that a volume is looked at through is being made (nil), or cannot be, and why.
  case carrier(Trouble?)
  /// What an image is made of, as far as it has come.
  case contents(ImageID, ContentsUpdate)
  /// What registries have under tags.
  case registry(RegistryUpdate)
  /// What a search through logs has found.
  case search(LogSearchUpdate)
}

/// What can be read again from an engine.
package enum RefreshTarget: Sendable, Hashable {
  case container(ContainerID)
  case containers
  case images
  case volumes
  case networks
}

extension EngineEvent {
  /// Container events that change nothing on the screen: either nothing has changed (`exec_*`, `top`, `attach`), or
  /// another event says what has (`die` after `kill` and `stop`).
  private static let quiet: Set<String> = [
    "exec_create", "exec_start", "exec_die", "exec_detach", "top", "attach", "detach", "resize", "export",
    "archive-path", "extract-to-dir", "copy", "kill", "stop", "oom", "commit",
  ]

  /// Whether the event can mean anything for the screen.
  package var changesScreen: Bool { kind != .container || !Self.quiet.contains(baseAction) }
}

/// What follows from something an engine said, beyond what is known of it.
enum EngineOutcome: Sendable, Equatable {
  /// These are to be read again.
  case refresh(Set<RefreshTarget>)
  /// The engine answers again after it was away.
  case isBack
  /// Lists are in and events flow.
  case isLive
  /// A container runs that did not before.
  case started(ContainerID)
}

extension EngineState {
  /// Takes in what the engine said. Its events are for the features of their kinds.
  mutating func update(_ update: EngineUpdate) -> [EngineOutcome] {
    switch update {
    case .version(let version): facts.version = version
    case .info(let info): facts.info = info
    case .live: return becomeLive()
    case .lost(let trouble):
      if connection.isLive { seen.breakOff() }
      connection = .lost(trouble)
      search.loseEngine()
      facts.forgetEnds()
      registries.stop()
      contents.stop(Trouble("cannot read the image", why: "the engine went away meanwhile"))
    case .absent(let absence): if case .lost = connection { self.absence = absence }
    case .health(let found): for (id, health) in found { facts.setHealth(health, of: id) }
    case .outOfMemory(let id): facts.setOutOfMemory(id)
    case .pastEnds(let id, let ends): runs.note(ends, of: id)
    case .history(let id, let history): self.history.keep(history, of: id)
    case .unusable(let trouble):
      connection = .lost(trouble)
      search.loseEngine()
      isUnusable = true
    case .containers(let list): return refreshEnds(facts.replaceContainers(list))
    case .someContainers(let asked, let found): return refreshEnds(facts.replace(asked, with: found))
    case .images(let list): facts.images = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    case .volumes(let list): facts.volumes = Dictionary(list.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    case .networks(let list): facts.networks = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    case .volumeSizes(let sizes): facts.volumeSizes = sizes
    case .document(let subject, let result):
      documents.keep(result, of: subject)
      if case .success(.container(let details)) = result { runs.note(details) }
    case .processes(let id, let result): processes.keep(result, of: id)
    case .folder(let place, let result): files.keep(result, of: place)
    case .changes(let id, let result): files.keep(result, of: id)
    case .restarts(let id, let count): restarts.keep(count, of: id)
    case .carrier(let trouble): files.keepCarrier(trouble)
    case .file(let place, .text(let result)): files.keep(result, of: place)
    case .file: break
    case .registry(let update): registries.update(update)
    case .contents(let id, let update): contents.update(update, of: id)
    case .disk(let update): disk.update(update)
    case .search(let update): search.update(update)
    case .event(let event): seen.add(event)
    case .quietEvents(let events, let unread):
      for event in events { seen.add(event) }
      seen.leaveOut(unread)
    }
    return []
  }

  private mutating func becomeLive() -> [EngineOutcome] {
    let wasLost = connection != .live && connection != .connecting
    connection = .live
    absence = nil
    documents.readAllAgain()
    return wasLost ? [.isLive, .isBack] : [.isLive]
  }

  private func refreshEnds(_ doubtful: Set<ContainerID>) -> [EngineOutcome] {
    doubtful.isEmpty ? [] : [.refresh(Set(doubtful.map { .container($0) }))]
  }

  /// Builds what is derived from the containers anew, if they have changed; whether they had.
  mutating func regroup() -> Bool {
    guard facts.regroup() else { return false }
    stats.keep(only: facts.containers)
    if facts.index.measured.isEmpty { stats.forgetTotals() }
    listStacks()
    return true
  }
}
