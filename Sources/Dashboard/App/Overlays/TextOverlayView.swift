import TerminalUI

/// A long text that scrolls.
enum TextOverlayView {
  /// The columns and the most rows of a text on a screen of this size.
  static func room(for content: TextOverlay.Content, on screen: Size) -> Size {
    switch content {
    case .job, .file: return JobView.room(on: screen)
    case .help, .keys: break
    }
    return Size(columns: max(1, min(screen.columns - 4, 110) - 4), rows: max(1, screen.rows - 6))
  }

  static func draw(_ text: TextOverlay, _ state: DashboardState, on canvas: inout Canvas) {
    if case .job(let id) = text.content {
      guard let job = state.job(id) else { return }
      JobView.draw(job, text.scroll, hints: state.boxHints(of: .job), on: &canvas)
      return
    }
    let room = room(for: text.content, on: canvas.size)
    let rows = rows(text, state, columns: room.columns)
    let inside = OverlayBox.draw(
      Size(columns: room.columns + 4, rows: min(max(1, rows.count), room.rows) + 2),
      title: title(text.content, state) + (text.filter.isEmpty ? "" : " /\(text.filter)"),
      hints: state.boxHints(of: .text), on: &canvas)
    let offset = text.scroll.top(rows: rows.count, page: inside.rows)
    for (index, row) in rows.dropFirst(offset).prefix(inside.rows).enumerated() {
      canvas.write(row.on(.overlay), at: inside.line(index).origin, maxColumns: inside.columns)
    }
    let edge = Rect(column: inside.endColumn + 1, row: inside.row, columns: 1, rows: inside.rows)
    canvas.scrollbar(
      of: .overlay, in: edge, total: rows.count, visible: inside.rows, offset: offset,
      style: Style(.border, on: .overlay))
  }

  private static func title(_ content: TextOverlay.Content, _ state: DashboardState) -> String {
    switch content {
    case .help: "Help"
    case .keys(let scope): "Keys of \(scope.title)"
    case .job: "Output"
    case .file(let place, on: let id): FileTextView.title(place, state.shared.engines[id].files)
    }
  }

  /// The rows of a text.
  static func rows(_ text: TextOverlay, _ state: DashboardState, columns: Int) -> [StyledText] {
    switch text.content {
    case .help: HelpText.rows(state, matching: text.filter, columns: columns)
    case .keys(let scope): HelpText.rows(of: scope, state, matching: text.filter, columns: columns)
    case .file(let place, on: let id):
      state.files.text.rows.isEmpty
        ? FileTextView.note(place, state.shared.engines[id].files, columns: columns) : state.files.text.rows
    case .job(let id): state.job(id).map { JobView.rows(of: $0, columns: columns, state.shared.glyphs) } ?? []
    }
  }
}
