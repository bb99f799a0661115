import EngineModel
import StackPlanning

/// What is known of an engine's stacks beyond its labels.
struct StackFacts: Sendable, Equatable {
  /// The stacks found in folders, running or not.
  private(set) var found: [ProjectKey: StackSource] = [:]
  private(set) var readings: [ProjectKey: StackReading] = [:]
  /// What is remembered of projects. The engine knows one of a name, in whatever folder its files are.
  private var memory: [ProjectName: StackMemory] = [:]
  /// Grows to have a stack read again.
  private(set) var rereadings: [ProjectKey: Int] = [:]
  /// Grows with each change.
  private(set) var revision = 0

  /// Takes in what was found out about stacks.
  mutating func update(_ update: StackUpdate, on engine: EngineID) {
    switch update {
    case .found(let sources):
      let pairs = sources.map {
        (ProjectKey(name: ProjectName($0.name), folder: $0.directory, on: engine), $0)
      }
      found = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    case .remembered(let old): memory.merge(old) { $0.completed(by: $1) }
    case .read(let key, let reading): readings[key] = reading
    }
    revision += 1
  }

  /// Remembers something else of a stack.
  mutating func remember(_ memory: StackMemory, of key: ProjectKey) {
    self.memory[key.name] = memory
    revision += 1
  }

  /// The projects that are remembered with their files, and where these are.
  func remembered(on engine: EngineID) -> [ProjectKey: StackSource] {
    let pairs = memory.compactMap { name, memory in
      memory.source.map { (ProjectKey(name: name, folder: $0.directory, on: engine), $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// What is remembered of a stack.
  func memory(of key: ProjectKey) -> StackMemory { memory[key.name] ?? StackMemory() }

  /// Has a stack read again.
  mutating func readAgain(_ key: ProjectKey) { rereadings[key, default: 0] += 1 }
}

/// Every stack of an engine that is known: by its containers, or by its files.
struct StackList: Sendable, Equatable {
  /// By name, then by folder.
  let keys: [ProjectKey]
  /// The names that several of them have.
  let ambiguousNames: Set<ProjectName>

  init(_ keys: Set<ProjectKey> = []) {
    self.keys = keys.sorted { ($0.name.rawValue, $0.folder) < ($1.name.rawValue, $1.folder) }
    let pairs = zip(self.keys, self.keys.dropFirst())
    ambiguousNames = Set(pairs.filter { $0.name == $1.name }.map(\.0.name))
  }
}

extension EngineState {
  /// Takes in what was found out about stacks.
  mutating func update(_ update: StackUpdate) {
    stacks.update(update, on: id)
    if case .read = update { return }
    facts.containersChanged()
    listStacks()
  }

  /// Remembers something else of a stack.
  mutating func remember(_ memory: StackMemory, of key: ProjectKey) {
    let isElsewhere = memory.source != stacks.memory(of: key).source
    stacks.remember(memory, of: key)
    guard isElsewhere else { return }
    facts.containersChanged()
    listStacks()
  }

  /// What is to be remembered of a stack since its files were read; nil where that is known already.
  func memory(afterReading reading: StackReading, of key: ProjectKey) -> StackMemory? {
    guard !reading.isMissing else { return nil }
    var memory = stacks.memory(of: key)
    var source = reading.source
    source.profiles = []
    guard memory.source != source else { return nil }
    memory.source = source
    return memory
  }

  /// Lists the stacks anew, after containers or files have changed.
  mutating func listStacks() {
    let remembered = stacks.remembered(on: id).keys
    stackList = StackList(Set(facts.projects.keys).union(stacks.found.keys).union(remembered))
  }

  /// Where a stack comes from: as its containers' labels tell it, else as it was found; nil where neither is known.
  func source(of key: ProjectKey) -> StackSource? {
    let labels = (facts.projects[key]?.containers ?? []).compactMap { facts.containers[$0]?.compose }
    var files: [String] = []
    // docker-compose 1 writes the files as they were given: relative to the folder.
    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : key.folder + "/" + path }
    for file in labels.flatMap(\.configFiles).map(absolute) where !files.contains(file) { files.append(file) }
    var source = stacks.found[key]
    if source == nil, facts.projects[key] == nil { source = stacks.remembered(on: id)[key] }
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

  /// What is to be read and watched of a stack; nil where it has no files.
  func watch(of key: ProjectKey) -> StackWatch? {
    source(of: key).map {
      StackWatch(
        key: key, source: $0, members: facts.projects[key]?.members ?? [],
        revision: stacks.rereadings[key] ?? 0)
    }
  }

  /// The profiles of a stack that count as active: those that were asked for, else those of services that have
  /// containers, since no label tells.
  func activeProfiles(of key: ProjectKey) -> [String] {
    if let chosen = stacks.memory(of: key).profiles { return chosen }
    guard let facts = facts.projects[key], let profiles = stacks.readings[key]?.project?.profiles else {
      return stacks.readings[key]?.source.profiles ?? []
    }
    var active: [String] = []
    for (service, names) in profiles.sorted(by: { $0.key < $1.key }) {
      guard facts.services[ServiceName(service)] != nil, !names.contains(where: active.contains),
        let first = names.first
      else { continue }
      active.append(first)
    }
    return active.sorted()
  }

  /// Why a stack has no files that could be edited.
  func noFilesReason(_ key: ProjectKey) -> String {
    let labels = (facts.projects[key]?.containers ?? []).compactMap { facts.containers[$0]?.compose }
    if labels.contains(where: { $0.configFiles == ["-"] }) {
      return "it was created from standard input, so it has no file"
    }
    return "its containers do not name its Compose files"
  }
}
