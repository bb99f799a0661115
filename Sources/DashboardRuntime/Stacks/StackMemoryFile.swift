import Dashboard
import DiskFiles
import EngineModel
import StackPlanning
import Troubles

/// What is remembered of stacks between runs: `stacks.json` in the state folder. It belongs to a project on an engine,
/// which is told by its address: the same name is another project elsewhere.
struct StackMemoryFile: Sendable {
  let state: StateFolder
  /// The address of the engine whose stacks are meant.
  let address: String
  private static let name = "stacks.json"

  /// All that is remembered of the engine's projects; nothing where the file is not there or cannot be read.
  func read() -> [ProjectName: StackMemory] {
    var memory: [ProjectName: StackMemory] = [:]
    for entry in entries {
      guard let project = entry["project"].string else { continue }
      let engine = entry["engine"].string
      guard engine == nil || engine == address else { continue }
      var found = Self.memory(entry)
      // Before 0.2 the engine was not written: the numbers may be those of any.
      if engine == nil {
        guard memory[ProjectName(project)] == nil else { continue }
        found.scale = [:]
      }
      if found != StackMemory() { memory[ProjectName(project)] = found }
    }
    return memory
  }

  /// Remembers a project anew. Throws one line where that cannot be written.
  func remember(_ project: ProjectName, _ memory: StackMemory) throws(Trouble) {
    var kept = entries.filter { entry in
      guard entry["project"].string == project.rawValue else { return entry["project"].string != nil }
      return entry["engine"].string.map { $0 != address } ?? false
    }
    if memory != StackMemory() { kept.append(entry(project, memory)) }
    kept.sort { Self.place($0) < Self.place($1) }
    let document = JSONValue.object([.init(key: "stacks", value: .array(kept))])
    try state.write(document.prettyText + "\n", to: Self.name)
  }

  private var entries: [JSONValue] {
    guard let text = state.read(Self.name), let document = try? JSONValue(json: Array(text.utf8)) else {
      return []
    }
    return document["stacks"].elements
  }

  private static func place(_ entry: JSONValue) -> (String, String) {
    (entry["engine"].string ?? "", entry["project"].string ?? "")
  }

  private static func memory(_ entry: JSONValue) -> StackMemory {
    let isAsked = if case .array = entry["profiles"] { true } else { false }
    let scale = entry["scale"].members.compactMap { member in
      member.value.int.flatMap { $0 >= 0 ? (member.key, $0) : nil }
    }
    return StackMemory(
      profiles: isAsked ? entry["profiles"].strings : nil, scale: Dictionary(scale, uniquingKeysWith: { $1 }),
      source: source(entry))
  }

  private static func source(_ entry: JSONValue) -> StackSource? {
    guard let name = entry["project"].string, let folder = entry["folder"].string, folder.hasPrefix("/")
    else {
      return nil
    }
    let files = entry["files"].strings.filter { $0.hasPrefix("/") }
    guard !files.isEmpty else { return nil }
    return StackSource(
      name: name, directory: folder, files: files, environmentFiles: entry["environmentFiles"].strings)
  }

  private func entry(_ project: ProjectName, _ memory: StackMemory) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "engine", value: .string(address)), .init(key: "project", value: .string(project.rawValue)),
    ]
    if let profiles = memory.profiles {
      members.append(.init(key: "profiles", value: .array(profiles.map { .string($0) })))
    }
    if !memory.scale.isEmpty {
      let scale = memory.scale.sorted { $0.key < $1.key }
      members.append(
        .init(
          key: "scale",
          value: .object(scale.map { .init(key: $0.key, value: .number(String($0.value))) })))
    }
    if let source = memory.source {
      members.append(.init(key: "folder", value: .string(source.directory)))
      members.append(.init(key: "files", value: .array(source.files.map { .string($0) })))
      if !source.environmentFiles.isEmpty {
        members.append(
          .init(key: "environmentFiles", value: .array(source.environmentFiles.map { .string($0) })))
      }
    }
    return .object(members)
  }
}
