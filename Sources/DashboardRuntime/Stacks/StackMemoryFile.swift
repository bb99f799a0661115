import Dashboard
import DiskFiles
import EngineModel
import Troubles

/// What is remembered of stacks between runs: `stacks.json` in the state folder.
struct StackMemoryFile: Sendable {
  let state: StateFolder
  /// The engine that its stacks are on.
  var engine = EngineID.first
  private static let name = "stacks.json"

  /// All that is remembered; nothing where the file is not there or cannot be read.
  func read() -> [ProjectKey: StackMemory] {
    guard let text = state.read(Self.name), let document = try? JSONValue(json: Array(text.utf8)) else {
      return [:]
    }
    var memory: [ProjectKey: StackMemory] = [:]
    for entry in document["stacks"].elements {
      guard let project = entry["project"].string, let folder = entry["folder"].string else { continue }
      let isAsked = if case .array = entry["profiles"] { true } else { false }
      let scale = entry["scale"].members.compactMap { member in
        member.value.int.flatMap { $0 >= 0 ? (member.key, $0) : nil }
      }
      memory[ProjectKey(name: ProjectName(project), folder: folder, on: engine)] = StackMemory(
        profiles: isAsked ? entry["profiles"].strings : nil,
        scale: Dictionary(scale, uniquingKeysWith: { $1 }))
    }
    return memory
  }

  /// Remembers a stack anew. Throws one line where that cannot be written.
  func remember(_ key: ProjectKey, _ memory: StackMemory) throws(Trouble) {
    var all = read()
    all[key] = memory == StackMemory() ? nil : memory
    let stacks = all.sorted { ($0.key.folder, $0.key.name.rawValue) < ($1.key.folder, $1.key.name.rawValue) }
    let document = JSONValue.object([.init(key: "stacks", value: .array(stacks.map(Self.entry)))])
    try state.write(document.prettyText + "\n", to: Self.name)
  }

  private static func entry(_ key: ProjectKey, _ memory: StackMemory) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "project", value: .string(key.name.rawValue)),
      .init(key: "folder", value: .string(key.folder)),
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
    return .object(members)
  }
}
