import EngineModel
import StackPlanning

/// What is known of stacks beyond the engine's labels.
struct StacksState: Sendable, Equatable {
  /// Whether there is a Compose command.
  enum Program: Sendable, Equatable {
    case unknown
    case missing
    case found(ComposeProgram)
  }

  var program = Program.unknown
  /// The stacks found in folders, running or not.
  var found: [ProjectKey: StackSource] = [:]
  var readings: [ProjectKey: StackReading] = [:]
  var memory: [ProjectKey: StackMemory] = [:]
  /// Grows to have a stack read again.
  var revisions: [ProjectKey: Int] = [:]
}

extension DashboardState {
  /// Takes in what was found out about stacks.
  mutating func take(_ news: StackNews) -> [Effect] {
    switch news {
    case .found(let sources):
      let pairs = sources.map { (ProjectKey(name: ProjectName($0.name), folder: $0.directory), $0) }
      stacks.found = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
      facts.containersChanged()
      resolveWantedProject()
      endWaitingForFolder()
    case .remembered(let memory):
      stacks.memory = memory
    case .program(let program):
      stacks.program = program.map { .found($0) } ?? .missing
    case .read(let key, let reading):
      stacks.readings[key] = reading
      compareWithDisk(key, reading)
    }
    markStale(.stacks)
    return []
  }

  /// Where a stack comes from: as its containers' labels tell it, else as it was found; nil where neither is known.
  func source(of key: ProjectKey) -> StackSource? {
    let labels = (facts.projects[key]?.containers ?? []).compactMap { facts.containers[$0]?.compose }
    var files: [String] = []
    // docker-compose 1 writes the files as they were given: relative to the folder.
    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : key.folder + "/" + path }
    for file in labels.flatMap(\.configFiles).map(absolute) where !files.contains(file) { files.append(file) }
    var source = stacks.found[key]
    if source == nil, !files.isEmpty, !key.folder.isEmpty,
      !labels.contains(where: { $0.configFiles.contains("-") })
    {
      let environment = (labels.first { !$0.environmentFiles.isEmpty }?.environmentFiles ?? []).map(absolute)
      source = StackSource(
        name: key.name.rawValue, directory: key.folder, files: files, environmentFiles: environment)
    }
    source?.profiles = activeProfiles(of: key)
    return source
  }

  /// Every stack that is known: by its containers, or by its files.
  var stackKeys: Set<ProjectKey> { Set(facts.projects.keys).union(stacks.found.keys) }

  /// The stacks to read and watch: those that are on the screen.
  var stackWatches: [StackWatch] {
    var keys: [ProjectKey] = []
    func add(_ row: RowID?) {
      guard let key = row.flatMap(projectKey(of:)), !keys.contains(key) else { return }
      keys.append(key)
    }
    add(details.subject)
    if layout.panes[.stacks] != nil { for row in panes[.stacks].visible { add(row) } }
    return keys.compactMap { key in
      source(of: key).map {
        StackWatch(
          key: key, source: $0, members: facts.projects[key]?.members ?? [],
          revision: stacks.revisions[key] ?? 0)
      }
    }
  }

  /// The project that a row belongs to; nil for what belongs to none.
  func projectKey(of row: RowID) -> ProjectKey? {
    switch row {
    case .project(let key), .service(let key, _): key
    case .container(let id): facts.containers[id]?.projectKey
    case .image, .volume, .network: nil
    }
  }
}
