import EngineModel
import TerminalUI

/// The pane of volumes, with what uses them.
enum VolumesPane: PaneFeature {
  static let title = "Volumes"
  static let digit = 4
  static let columns = volumeColumns
  static let defaultSort = SortOrder("name")
  static let followsStates = false
  static let lists: Set<RefreshTarget> = [.volumes]
  static let events: EngineEvent.Kind? = .volume

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      engine.facts.volumes.keys.sorted().map { .volume($0, on: engine.id) }
    }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    guard let volume = volume(row, state) else { return "" }
    let users = users(row, state)
    let words = [
      volume.name.rawValue, volume.driver, volume.project?.rawValue ?? "", volume.mountpoint,
      users.isEmpty ? "unused" : users,
    ]
    return words.joined(separator: " ")
  }

  static let filterFields: [FilterField] = [
    FilterField(name: "driver") { row, state in volume(row, state).map { [$0.driver] } ?? [] },
    FilterField(name: "stack") { row, state in volume(row, state)?.project.map { [$0.rawValue] } ?? [] },
    FilterField(name: "used") { row, state in
      let users = VolumeRow.users(row, state.engine(of: row)).map(\.name)
      return users.isEmpty ? ["no"] : users
    },
    FilterField(name: "label") { row, state in
      (volume(row, state)?.labels ?? [:]).map { "\($0.key)=\($0.value)" }
    },
  ]

  static func emptyText(_ state: SharedState) -> String {
    state.currentEngine.connection == .connecting ? "connecting …" : "no volumes on this engine"
  }

  static func counter(_ state: SharedState) -> String {
    let count = String(state.engines.all.map(\.facts.volumes.count).reduce(0, +))
    guard let time = state.engines.all.compactMap(\.facts.volumesMeasured).min(), let now = state.now else {
      return count
    }
    return "sizes of \(Quantity.age(seconds: now.secondsSince(time))) ago \(state.glyphs.dot) \(count)"
  }

  static func react(to event: EngineEvent, _ engine: inout EngineState) -> [EngineOutcome] {
    switch event.baseAction {
    case "create", "destroy", "prune": [.refresh([.volumes])]
    // mount and unmount come with a container, whose own events say the rest.
    default: []
    }
  }
}

extension PaneKind {
  /// All volumes.
  package static let volumes = PaneKind(VolumesPane.self)
}

/// A volume's row.
enum VolumeRow: RowKind {
  static let tabs: [Tab] = [.config, .usedBy { row, engine in mounts(row, engine) }, .files]

  static func exists(_ row: RowID, _ engine: EngineState) -> Bool {
    engine.facts.volumes[VolumeName(row.name)] != nil
  }

  static func title(_ row: RowID, _ engine: EngineState) -> String { VolumeName(row.name).short }

  static func files(_ row: RowID, _ engine: EngineState) -> FilesAccess {
    let name = VolumeName(row.name)
    // One that runs can be asked with a command; the files of the others come as a tar.
    let users = users(row, engine)
    for container in users.filter({ $0.state == .running }) + users + carriers(of: name, engine) {
      guard let mount = container.mounts.first(where: { $0.name == name }) else { continue }
      return .root(FilesRoot(container: container.id, path: ContainerPath(mount.destination)))
    }
    if let carried = CarriedVolume(name, on: engine) { return .carried(carried) }
    return .refused(
      "no container has this volume mounted, and there is no image that one could be made from: pull one")
  }

  static func document(_ row: RowID, _ engine: EngineState) -> DocumentSubject? {
    let name = VolumeName(row.name)
    return engine.facts.volumes[name] == nil ? nil : .volume(name)
  }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    engine.facts.volumes[VolumeName(row.name)].map { [CopyChoice(what: "mountpoint", text: $0.mountpoint)] }
      ?? []
  }

  /// The containers that have it mounted, by name.
  static func users(_ row: RowID, _ engine: EngineState) -> [ContainerSummary] {
    users(of: VolumeName(row.name), engine)
  }

  /// The containers that have a volume mounted, by name. One that is only there to look into it does not use it: it would
  /// take an unused volume out of a filter that shows the unused ones.
  static func users(of name: VolumeName, _ engine: EngineState) -> [ContainerSummary] {
    mounting(name, engine).filter { $0.labels[CarriedVolume.label] == nil }
  }

  /// The containers that are only there to look into a volume.
  private static func carriers(of name: VolumeName, _ engine: EngineState) -> [ContainerSummary] {
    mounting(name, engine).filter { $0.labels[CarriedVolume.label] != nil }
  }

  private static func mounting(_ name: VolumeName, _ engine: EngineState) -> [ContainerSummary] {
    (engine.facts.index.byVolume[name] ?? []).compactMap { engine.facts.containers[$0] }
  }

  private static func mounts(_ row: RowID, _ engine: EngineState) -> [ResourceUser] {
    users(row, engine).map { container in
      let mount = container.mounts.first { $0.name == VolumeName(row.name) }
      return ResourceUser(
        container: container,
        note: mount.map { "\($0.destination)\($0.readWrite ? "" : " (read-only)")" } ?? "")
    }
  }
}

extension RowID {
  /// The row of a volume.
  static func volume(_ name: VolumeName, on engine: EngineID) -> RowID {
    RowID(VolumeRow.self, name.rawValue, on: engine)
  }
}
