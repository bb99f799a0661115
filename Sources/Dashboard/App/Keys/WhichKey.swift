import TerminalUI

/// The keys that can follow those that were pressed, and what they do: shown as soon as more than one is needed.
enum WhichKey {
  /// One of them.
  struct Entry: Sendable, Equatable {
    /// The keys that are still missing.
    let rest: [KeyPress]
    let title: String
    /// Whether it may be used now.
    let isUsable: Bool
  }

  static func entries(_ state: DashboardState) -> [Entry] {
    guard !state.pendingKeys.isEmpty else { return [] }
    return state.keymap.bindings.compactMap { binding in
      guard binding.keys.count > state.pendingKeys.count, binding.keys.starts(with: state.pendingKeys),
        let command = state.features.command(binding.command), command.scope.isActive(state.keyPlace)
      else { return nil }
      return Entry(
        rest: Array(binding.keys.dropFirst(state.pendingKeys.count)), title: command.title,
        isUsable: command.refusal(state) == nil)
    }
  }

  /// Draws them above the footer, at the right.
  static func draw(_ state: DashboardState, on canvas: inout Canvas) {
    let entries = entries(state)
    guard !entries.isEmpty else { return }
    let keys = entries.map { KeySequence($0.rest).description }
    let widest = keys.map { TextWidth.columns(of: $0) }.max() ?? 1
    let titles = entries.map { TextWidth.columns(of: $0.title) }.max() ?? 1
    let rows = min(entries.count, max(1, canvas.size.rows - 6))
    let columns = min(canvas.size.columns - 2, max(20, widest + titles + 6))
    let rect = Rect(
      column: canvas.size.columns - columns - 1, row: canvas.size.rows - 1 - rows - 2, columns: columns,
      rows: rows + 2)
    canvas.fill(rect, Style(.text, on: .overlay))
    canvas.box(
      rect, style: Style(.borderFocus, on: .overlay),
      title: StyledText(
        " \(KeySequence(state.pendingKeys).description)", Style(.title, on: .overlay, .bold)),
      footer: StyledText("esc: cancel", Style(.muted, on: .overlay)))
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, entry) in entries.prefix(rows).enumerated() {
      let line = inside.line(index)
      // What does not fit is said.
      let isCut = index == rows - 1 && entries.count > rows
      var text = StyledText(
        Pad.end(isCut ? "" : keys[index], widest + 2), Style(entry.isUsable ? .hintKey : .muted))
      text.append(
        isCut ? "and \(entries.count - rows + 1) more" : entry.title,
        Style(entry.isUsable && !isCut ? .text : .muted))
      canvas.write(text.on(.overlay), at: line.origin, maxColumns: line.columns)
      if !isCut { canvas.note(.keys(entry.rest), on: line) }
    }
  }
}
