import TerminalUI

/// Draws a form: a row a field, what is wrong under it; it scrolls where the screen is small.
enum FormView {
  static func draw<Action>(
    _ form: Form<Action>, note: String = "", hints: [KeyHint], on canvas: inout Canvas
  ) {
    let columns = min(canvas.size.columns - 4, form.isOneLine ? 64 : 72)
    let inner = max(1, columns - 4)
    let labels = min(
      form.isOneLine ? 0 : (form.fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2, inner / 2)
    let rows = rows(of: form, columns: inner, labels: labels)
    // A problem takes the place of the empty row, so that the box does not jump.
    let isQuiet = form.fields.indices.allSatisfy { form.problem(of: $0) == nil }
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: rows.count + (isQuiet ? 3 : 2)),
      title: TextWidth.truncated(title(form, columns: columns - 8), to: columns - 8), hints: hints,
      on: &canvas)
    guard !inside.isEmpty else { return }
    let last = rows.lastIndex { $0.field == form.selected } ?? 0
    let offset = OverlayBox.offset(last, rows.count, inside.rows)
    var place: Point?
    for (index, row) in rows.enumerated().dropFirst(offset).prefix(inside.rows) {
      let line = inside.line(index - offset)
      draw(row, of: form, in: line, labels: labels, &canvas)
      if row.field == form.selected, row.isInput {
        place = Point(column: line.column + labels, row: line.row)
      }
    }
    if isQuiet, rows.count < inside.rows {
      canvas.write(
        note, at: inside.line(rows.count).origin, style: Style(.muted, on: .overlay),
        maxColumns: inside.columns)
    }
    let edge = Rect(column: inside.endColumn + 1, row: inside.row, columns: 1, rows: inside.rows)
    canvas.scrollbar(
      in: edge, total: rows.count, visible: inside.rows, offset: offset, style: Style(.border, on: .overlay))
    if let place, let list = form.completions {
      list.draw(into: &canvas, at: place, in: canvas.bounds, leastColumns: inside.columns - labels + 2)
    }
  }

  /// The title, and that the engine has the answers; the latter first where there is little room.
  private static func title<Action>(_ form: Form<Action>, columns: Int) -> String {
    guard form.job != nil else { return form.title }
    let waiting = "waiting for the engine …"
    let both = "\(form.title): \(waiting)"
    return TextWidth.columns(of: both) <= columns ? both : waiting
  }

  /// A row of the form.
  private struct Row {
    enum Content {
      case input
      /// A text of a list.
      case item(String)
      case problem(String)
    }

    let field: Int
    let content: Content
    /// Whether the label stands at its left.
    let hasLabel: Bool

    var isInput: Bool { if case .input = content { true } else { false } }
  }

  private static func rows<Action>(of form: Form<Action>, columns: Int, labels: Int) -> [Row] {
    form.fields.indices.flatMap { index -> [Row] in
      let field = form.fields[index]
      var contents: [Row.Content] = field.items.map { .item($0) }
      if index == form.selected || field.items.isEmpty || !field.field.isEmpty { contents.append(.input) }
      if let problem = form.problem(of: index) {
        contents += WrappedText.rows(problem, columns: max(8, columns - labels)).prefix(3).map {
          .problem($0)
        }
      }
      return contents.enumerated().map { Row(field: index, content: $1, hasLabel: $0 == 0) }
    }
  }

  private static func draw<Action>(
    _ row: Row, of form: Form<Action>, in line: Rect, labels: Int, _ canvas: inout Canvas
  ) {
    let field = form.fields[row.field]
    let isSelected = row.field == form.selected
    let (left, right) = line.splitLeft(labels)
    if row.hasLabel {
      canvas.note(.entry(row.field), on: line)
      canvas.write(
        field.label, at: left.origin, style: Style(isSelected ? .hintKey : .muted, on: .overlay),
        maxColumns: max(0, left.columns - 1))
    }
    switch row.content {
    case .item(let text):
      canvas.write(text, at: right.origin, style: Style(.text, on: .overlay), maxColumns: right.columns)
    case .problem(let text):
      canvas.write(text, at: right.origin, style: Style(.error, on: .overlay), maxColumns: right.columns)
    case .input:
      if field.isTyped {
        drawText(form, row.field, in: right, &canvas)
      } else {
        drawOptions(field, row.field, in: right, isSelected, &canvas)
      }
    }
  }

  private static func drawText<Action>(
    _ form: Form<Action>, _ index: Int, in rect: Rect, _ canvas: inout Canvas
  ) {
    let field = form.fields[index]
    let shown = field.isSecret ? field.field.masked : field.field
    shown.draw(
      into: &canvas, in: rect, style: Style(.text, on: .overlay), isFocused: index == form.selected,
      placeholder: field.placeholder)
    canvas.note(.field(index), on: rect)
    guard form.isOldSelected, index == form.selected else { return }
    let columns = min(rect.columns, TextWidth.columns(of: field.text))
    canvas.recolour(
      Rect(column: rect.column, row: rect.row, columns: columns, rows: 1), backdrop: .selection)
  }

  /// The words of a choice, the chosen one in brackets; where there is no room for all, that one alone.
  private static func drawOptions(
    _ field: FormField, _ index: Int, in rect: Rect, _ isSelected: Bool, _ canvas: inout Canvas
  ) {
    let all = field.options
    let needed = all.reduce(0) { $0 + TextWidth.columns(of: $1) + 3 }
    let shown = needed <= rect.columns ? all : all.filter { $0 == field.text }
    var column = rect.column
    for word in shown {
      let isChosen = word == field.text
      let place = Rect(column: column, row: rect.row, columns: TextWidth.columns(of: word) + 2, rows: 1)
      let style = Style(isChosen ? .accent : .muted, on: .overlay, isChosen ? .bold : [])
      let text = isChosen ? "[\(word)]" : " \(word) "
      canvas.write(text, at: place.origin, style: style, maxColumns: rect.endColumn - column)
      if isChosen, isSelected { canvas.cursor = Point(column: column + 1, row: rect.row) }
      if let option = all.firstIndex(of: word) {
        // Where one stands for all, a press goes to the next.
        let next = shown.count == all.count ? option : (option + 1) % all.count
        canvas.note(.option(next, of: index), on: place)
      }
      column += place.columns + 1
    }
    guard shown.count < all.count, let now = all.firstIndex(of: field.text) else { return }
    canvas.write(
      "\(now + 1)/\(all.count)", at: Point(column: column, row: rect.row), style: Style(.muted, on: .overlay),
      maxColumns: max(0, rect.endColumn - column))
  }
}
