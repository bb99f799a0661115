import Dashboard
import DiskFiles
import EngineModel
import Troubles

/// What of the view is kept between runs: `view.json` in the state folder.
package struct ViewMemoryFile: Sendable {
  private let state: StateFolder
  private static let name = "view.json"
  /// What tells the file from somebody else's; a later form has another number, and is passed over by this one.
  private static let form = 1

  /// The file in a folder.
  package init(_ state: StateFolder) { self.state = state }

  /// The path, for messages.
  package var path: String { state.path + "/" + Self.name }

  /// What was kept; nothing where the file is not there. Throws one line where it is not what davit writes.
  package func read() throws(Trouble) -> ViewMemory {
    guard let text = state.read(Self.name) else { return ViewMemory() }
    guard text.utf8.count < 1 << 20, let document = try? JSONValue(json: Array(text.utf8)),
      document["davit view"].int == Self.form
    else {
      throw Trouble(
        "cannot use \(path)", why: "it is not what davit keeps of its view",
        advice: "it is ignored, and written anew")
    }
    return Self.memory(document)
  }

  /// Keeps the view. Throws one line where that cannot be written; another davit may have written meanwhile, then the
  /// later one counts.
  package func write(_ memory: ViewMemory) throws(Trouble) {
    let text = Self.document(memory).prettyText + "\n"
    do throws(Trouble) {
      try state.write(text, to: Self.name)
    } catch {
      // The file may have changed between reading and writing it.
      try state.write(text, to: Self.name)
    }
  }

  private static func memory(_ document: JSONValue) -> ViewMemory {
    var memory = ViewMemory()
    memory.pane = document["pane"].string
    memory.mode = document["mode"].string
    memory.sideShare = document["sideShare"].int
    for member in document["panes"].members {
      var pane = ViewMemory.Pane()
      pane.sort = member.value["sort"].string
      pane.isDescending = member.value["descending"].bool ?? false
      pane.columns = member.value["columns"] == .null ? nil : member.value["columns"].strings
      pane.folds = member.value["folds"].elements.map(\.strings)
      memory.panes[member.key] = pane
    }
    return memory
  }

  private static func document(_ memory: ViewMemory) -> JSONValue {
    var members: [JSONValue.Member] = [.init(key: "davit view", value: .number(String(form)))]
    if let pane = memory.pane { members.append(.init(key: "pane", value: .string(pane))) }
    if let mode = memory.mode { members.append(.init(key: "mode", value: .string(mode))) }
    if let share = memory.sideShare {
      members.append(.init(key: "sideShare", value: .number(String(share))))
    }
    let panes = memory.panes.sorted { $0.key < $1.key }.map { name, pane in
      JSONValue.Member(key: name, value: document(pane))
    }
    if !panes.isEmpty { members.append(.init(key: "panes", value: .object(panes))) }
    return .object(members)
  }

  private static func document(_ pane: ViewMemory.Pane) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let sort = pane.sort {
      members.append(.init(key: "sort", value: .string(sort)))
      members.append(.init(key: "descending", value: .bool(pane.isDescending)))
    }
    if let columns = pane.columns {
      members.append(.init(key: "columns", value: .array(columns.map { .string($0) })))
    }
    if !pane.folds.isEmpty {
      let folds = pane.folds.map { JSONValue.array($0.map { .string($0) }) }
      members.append(.init(key: "folds", value: .array(folds)))
    }
    return .object(members)
  }
}
