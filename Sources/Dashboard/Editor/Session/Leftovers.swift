import EngineModel
import StackPlanning
import TerminalUI

extension DashboardState {
  /// At the start: texts of an earlier run that were not written.
  mutating func offer(_ leftovers: [Leftover]) -> [Effect] {
    guard !leftovers.isEmpty, !isReadOnly else { return [] }
    overlays.append(.menu(.leftovers(leftovers, glyphs)))
    return []
  }

  /// Opens the file of a text that was not written; there it is asked what becomes of the text.
  mutating func open(_ leftover: Leftover) -> [Effect] {
    let (key, source) = stack(of: leftover.path)
    let request = EditorRequest(
      serial: editing.request(), key: key, source: source, service: nil, purpose: .file(leftover.path))
    return [.editor(.locate(request))]
  }

  /// The stack that a file belongs to: a known one, else the one that Compose would make of it.
  func stack(of path: String) -> (ProjectKey, StackSource) {
    for key in stackKeys.sorted(by: { ($0.name.rawValue, $0.folder) < ($1.name.rawValue, $1.folder) }) {
      if let source = source(of: key), source.files.contains(path) { return (key, source) }
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/"
    let name = NewStackName.normalised(folder.split(separator: "/").last.map(String.init) ?? "stack")
    return (
      ProjectKey(name: ProjectName(name), folder: folder),
      StackSource(name: name, directory: folder, files: [path])
    )
  }
}

extension Menu {
  static func leftovers(_ leftovers: [Leftover], _ glyphs: GlyphSet) -> Menu {
    Menu(
      title: "Unsaved texts of an earlier run",
      entries: leftovers.map { leftover in
        Entry(
          title: PathText.shortened(leftover.path, to: 36, glyphs), detail: leftover.time,
          choice: .editing(.leftover(leftover)))
      })
  }
}
