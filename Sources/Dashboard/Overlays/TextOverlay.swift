import TerminalUI

/// A text over the panes: the help, or the log of what davit asked the engine.
struct TextOverlay: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case help
    case activity
    case editorHelp
  }

  let content: Content
  var offset: Int

  init(_ content: Content) {
    self.content = content
    offset = 0
  }

  var title: String {
    switch content {
    case .help: "Help"
    case .activity: "Activity"
    case .editorHelp: "Keys of the editor"
    }
  }

  /// Takes a key; whether the overlay wants to close.
  mutating func press(_ key: KeyPress, rows: Int, page: Int) -> Bool {
    let last = max(0, rows - page)
    switch (key.key, key.typed) {
    case (.down, _), (_, "j"): offset += 1
    case (.up, _), (_, "k"): offset -= 1
    case (.pageDown, _), (_, " "): offset += page
    case (.pageUp, _): offset -= page
    case (.home, _), (_, "g"): offset = 0
    case (.end, _), (_, "G"): offset = last
    case (_, "q"), (_, "?"), (_, "@"), (.enter, _): return true
    default:
      if key == .control("d") || key == .control("f") { offset += page / 2 }
      if key == .control("u") || key == .control("b") { offset -= page / 2 }
    }
    offset = max(0, min(offset, last))
    return false
  }

  /// The rows of the text.
  func rows(_ state: DashboardState, columns: Int) -> [StyledText] {
    switch content {
    case .help: HelpText.rows(state, columns: columns)
    case .activity: ActivityText.rows(state, columns: columns)
    case .editorHelp: EditorHelp.rows(columns: columns)
    }
  }
}
