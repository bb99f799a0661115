import EngineModel
import StackPlanning

extension EditingState {
  /// At the start: texts of an earlier run that were not written.
  func offer(_ leftovers: [Leftover], _ state: SharedState) -> [EditorOutcome] {
    guard !leftovers.isEmpty, !state.isReadOnly else { return [] }
    return [.show(.menu(EditorMenus.leftovers(leftovers, state.glyphs)))]
  }

  /// Opens the file of a text that was not written; there it is asked what becomes of the text.
  mutating func open(_ leftover: Leftover, _ state: SharedState) -> [EditorOutcome] {
    let (key, source) = Self.stack(of: leftover.path, state)
    let request = EditorRequest(
      serial: request(), key: key, source: source, service: nil, purpose: .file(leftover.path))
    return [.effect(.editor(.locate(request)))]
  }

  /// The stack that a file belongs to: a known one, else the one that Compose would make of it.
  private static func stack(of path: String, _ state: SharedState) -> (ProjectKey, StackSource) {
    for engine in state.engines.all {
      for key in engine.stackList.keys {
        if let source = engine.source(of: key), source.files.contains(path) { return (key, source) }
      }
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/"
    let name = NewStackName.normalised(folder.split(separator: "/").last.map(String.init) ?? "stack")
    return (
      ProjectKey(name: ProjectName(name), folder: folder),
      StackSource(name: name, directory: folder, files: [path])
    )
  }
}
