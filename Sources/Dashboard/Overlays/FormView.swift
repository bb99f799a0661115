import TerminalUI

/// Draws a form.
enum FormView {
  static func draw<Action>(_ form: Form<Action>, hints: [KeyHint], on canvas: inout Canvas) {
    if form.isOneLine { return drawLine(form, hints, &canvas) }
    let columns = min(canvas.size.columns - 4, 72)
    let label = (form.fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: form.fields.count + 3),
      title: TextWidth.truncated(form.title, to: columns - 8),
      hints: hints,
      on: &canvas)
    for (index, field) in form.fields.enumerated() {
      let (left, right) = inside.line(index).splitLeft(label)
      let isSelected = index == form.selected
      canvas.note(.entry(index), on: inside.line(index))
      canvas.write(
        field.label, at: left.origin, style: Style(isSelected ? .hintKey : .muted, on: .overlay),
        maxColumns: left.columns)
      if field.field.isEmpty, !isSelected {
        canvas.write(
          field.placeholder, at: right.origin, style: Style(.muted, on: .overlay), maxColumns: right.columns)
      } else {
        field.field.draw(
          into: &canvas, in: right, style: Style(.text, on: .overlay), isFocused: isSelected,
          placeholder: field.placeholder)
      }
    }
    if let complaint = form.complaint {
      let line = inside.line(form.fields.count)
      canvas.write(
        complaint, at: line.origin, style: Style(.error, on: .overlay), maxColumns: line.columns)
    }
  }

  /// A field alone, without a label.
  private static func drawLine<Action>(_ form: Form<Action>, _ hints: [KeyHint], _ canvas: inout Canvas) {
    let columns = min(canvas.size.columns - 4, 64)
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: 4), title: TextWidth.truncated(form.title, to: columns - 8), hints: hints,
      on: &canvas)
    form.fields[0].field.draw(
      into: &canvas, in: inside.line(0), style: Style(.text, on: .overlay), isFocused: true)
    if form.isOldSelected {
      let columns = min(inside.columns, TextWidth.columns(of: form.fields[0].text))
      let place = Rect(column: inside.column, row: inside.row, columns: columns, rows: 1)
      canvas.recolour(place, backdrop: .selection)
    }
    if let complaint = form.complaint {
      canvas.write(complaint, at: inside.line(1).origin, style: Style(.error, on: .overlay))
    }
  }
}
