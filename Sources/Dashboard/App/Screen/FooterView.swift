import TerminalUI

/// The last row: the keys that matter here, the filter while it is typed, and what davit is busy with.
enum FooterView {
  static func draw(_ state: DashboardState, in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, Style(.text, on: .bar))
    let right = status(state)
    let room = rect.columns - right.columns - (right.isEmpty ? 0 : 2)
    if !right.isEmpty {
      canvas.write(right, at: Point(column: rect.endColumn - right.columns - 1, row: rect.row))
    }
    if let entry = state.filterEntry {
      drawEntry(entry, state, Rect(column: rect.column, row: rect.row, columns: room, rows: 1), &canvas)
    } else {
      drawHints(state, Rect(column: rect.column, row: rect.row, columns: room, rows: 1), &canvas)
    }
  }

  private static func drawHints(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
    if state.editing.review?.isBusy == true, state.overlays.isEmpty {
      canvas.write(StyledText("  writing", Style(.hintText, on: .bar)), at: rect.origin)
      return
    }
    var column = rect.column + 1
    for hint in state.footerHints(room: rect.columns - 1) {
      let text = hint.text
      let place = Rect(column: column, row: rect.row, columns: text.columns - 2, rows: 1)
      canvas.write(text.on(.bar), at: place.origin, maxColumns: rect.endColumn - column)
      if let meaning = hint.hint.meaning { canvas.note(meaning, on: place) }
      column += text.columns
    }
  }

  private static func drawEntry(
    _ entry: FilterEntry, _ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas
  ) {
    let label: String
    var problem: String?
    switch entry.target {
    case .pane(let kind):
      label = " filter \(kind.title.lowercased()): "
      problem = state.shared.panes[kind].filterProblem
    case .log:
      label = state.logs.mode == .filter ? " filter log (ctrl-s: search): " : " search log (ctrl-s: filter): "
      problem = state.logs.search.problem
    case .overlay: label = " filter: "
    case .text:
      label = " search: "
      problem = state.shared.details.search.problem
    }
    let drawn = canvas.write(
      StyledText(label, Style(.hintKey, on: .bar)), at: rect.origin, maxColumns: rect.columns)
    let (_, field) = rect.splitLeft(drawn)
    guard let problem else {
      entry.field.draw(into: &canvas, in: field, style: Style(.text, on: .bar), isFocused: true)
      drawCandidates(entry, state, field, &canvas)
      if entry.isSelected {
        let columns = min(field.columns, TextWidth.columns(of: entry.field.text))
        canvas.recolour(
          Rect(column: field.column, row: field.row, columns: columns, rows: 1), backdrop: .selection)
      }
      return
    }
    let (typed, rest) = field.splitLeft(min(field.columns, max(8, entry.field.text.count + 2)))
    entry.field.draw(into: &canvas, in: typed, style: Style(.text, on: .bar), isFocused: true)
    canvas.write(StyledText(problem, Style(.error, on: .bar)), at: rest.origin, maxColumns: rest.columns)
  }

  /// What the word being typed can become, behind it.
  private static func drawCandidates(
    _ entry: FilterEntry, _ state: DashboardState, _ field: Rect, _ canvas: inout Canvas
  ) {
    guard case .pane(let kind) = entry.target, !entry.isSelected else { return }
    let candidates = FilterCompletion.candidates(entry.field.text, in: kind, state.shared)
    let typed = TextWidth.columns(of: entry.field.text) + 3
    guard !candidates.isEmpty, field.columns > typed + 12 else { return }
    let (_, rest) = field.splitLeft(typed)
    let text = "\(state.keymap.firstKey("filter.complete") ?? ""): \(FilterCompletion.hint(candidates))"
    canvas.write(StyledText(text, Style(.muted, on: .bar)), at: rest.origin, maxColumns: rest.columns)
  }

  private static func status(_ state: DashboardState) -> StyledText {
    var parts: [StyledText] = []
    let running = state.jobs.filter { $0.outcome == nil }
    if !running.isEmpty {
      parts.append(StyledText(JobWord.text(running), Style(.starting, on: .bar)))
    }
    if !state.pendingKeys.isEmpty {
      parts.append(StyledText(KeySequence(state.pendingKeys).description, Style(.hintKey, on: .bar)))
    }
    let marks = state.shared.panes[state.shared.activePane].marks.count
    if marks > 0 { parts.append(StyledText("\(marks) marked", Style(.mark, on: .bar))) }
    if state.shared.isReadOnly { parts.append(StyledText(" read-only ", Style(.badge, on: .badge))) }
    guard let first = parts.first else { return "" }
    let gap = StyledText("  ", Style(.text, on: .bar))
    return parts.dropFirst().reduce(first) { $0 + gap + $1 }
  }
}
