import TerminalUI

/// What the editor asks before it opens a file.
enum EditorMenus {
  /// The files that define what is to be edited; the last one wins in Compose, so it is the first choice.
  static func files(_ request: EditorRequest, _ files: [FileCandidate]) -> Menu<EditorAction> {
    Menu(
      title: "Edit \(request.service ?? request.key.name.rawValue) in",
      entries: files.map { file in
        .init(
          title: file.path.split(separator: "/").last.map(String.init) ?? file.path, detail: file.path,
          reason: file.problem, choice: .send(.openFile(request, file)))
      },
      selected: request.service == nil ? 0 : max(0, files.count - 1))
  }

  /// A text that was not written when davit ended.
  static func leftover(_ leftover: Leftover, _ request: EditorRequest, _ file: FileCandidate) -> Menu<
    EditorAction
  > {
    Menu(
      title: "Unsaved text from \(leftover.time)",
      entries: [
        .init(
          title: "Recover", detail: "continue with it; undo restores the file's text", key: KeyPress("r"),
          choice: .send(.recover(request, file, leftover.text))),
        .init(
          title: "Discard", detail: "delete it, open the file as it is", key: KeyPress("d"),
          choice: .send(.discardLeftover(request, file))),
        .init(
          title: "Ignore", detail: "keep it for later, open the file as it is", key: KeyPress("i"),
          choice: .send(.ignoreLeftover(request, file))),
      ])
  }

  static func leftovers(_ leftovers: [Leftover], _ glyphs: GlyphSet) -> Menu<EditorAction> {
    Menu(
      title: "Unsaved texts from an earlier run",
      entries: leftovers.map { leftover in
        .init(
          title: PathText.shortened(leftover.path, to: 36, glyphs), detail: leftover.time,
          choice: .send(.openLeftover(leftover)))
      })
  }
}
