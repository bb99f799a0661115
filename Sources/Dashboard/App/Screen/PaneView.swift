import TerminalUI

/// A list pane: its border with title and counter, and the rows that fit.
enum PaneView {
  static func draw(
    _ kind: PaneKind, _ state: SharedState, in rect: Rect, isWide: Bool, on canvas: inout Canvas
  ) {
    let pane = state.panes[kind]
    let hasFocus = state.focus == .list && state.activePane == kind
    let border = Style(hasFocus ? .borderFocus : .border)
    canvas.box(
      rect, style: border, title: title(kind, pane, hasFocus, state),
      trailing: StyledText(kind.feature.counter(state), Style(.muted)), footer: footer(pane, Style(.muted)))
    let content = rect.inset(by: 1)
    guard !content.isEmpty else { return }
    if pane.rows.isEmpty {
      drawEmpty(kind, pane, state, content, &canvas)
    } else {
      drawRows(kind, pane, state, content, isWide: isWide, hasFocus: hasFocus, &canvas)
    }
  }

  private static func title(
    _ kind: PaneKind, _ pane: PaneState, _ hasFocus: Bool, _ state: SharedState
  ) -> StyledText {
    var text = StyledText("[\(kind.digit)] ", Style(.hintKey))
    text.append(kind.title, hasFocus ? Style(.accent).adding(.bold) : Style(.title))
    if !pane.filter.isEmpty { text.append(" /\(pane.filter)", Style(.mark)) }
    if pane.sort != kind.feature.defaultSort,
      let column = state.column(pane.sort.column, of: kind)
    {
      text.append(
        " \(column.name) \(pane.sort.descending ? state.glyphs.down : state.glyphs.up)", Style(.mark))
      // Marked rows stay where they are, whatever their figures become.
      if column.followsStats, !pane.marks.isEmpty { text.append(" held", Style(.muted)) }
    }
    return text
  }

  private static func footer(_ pane: PaneState, _ style: Style) -> StyledText? {
    let isLong = pane.rows.count > pane.visibleRows
    guard isLong, !pane.rows.isEmpty else { return nil }
    return StyledText("\(Quantity.count(pane.selectionIndex + 1))/\(Quantity.count(pane.rows.count))", style)
  }

  private static func drawEmpty(
    _ kind: PaneKind, _ pane: PaneState, _ state: SharedState, _ rect: Rect, _ canvas: inout Canvas
  ) {
    if let trouble = state.currentEngine.startTrouble, state.layout.details == nil {
      StartTroubleView.draw(trouble, of: state.currentEngine, in: rect, on: &canvas)
      return
    }
    var text = pane.filter.isEmpty ? kind.feature.emptyText(state) : "no match — esc clears the filter"
    if let problem = pane.filterProblem { text = problem }
    if state.currentEngine.startTrouble != nil { text = "no engine" }
    for (index, row) in WrappedText.rows(text, columns: rect.columns).prefix(rect.rows).enumerated() {
      canvas.write(row, at: rect.line(index).origin, style: Style(.muted))
    }
  }

  private static func drawRows(
    _ kind: PaneKind, _ pane: PaneState, _ state: SharedState, _ rect: Rect, isWide: Bool, hasFocus: Bool,
    _ canvas: inout Canvas
  ) {
    let columns = shownColumns(kind, pane, state, isWide: isWide)
    let layout = TableLayout(columns.map { $0.measure(isWide: isWide) }, total: rect.columns)
    var body = rect
    if isWide {
      let (head, rest) = rect.splitTop(1)
      drawTitles(columns, layout, pane.sort, head, state, &canvas)
      body = rest
    }
    for (index, row) in pane.visible.prefix(body.rows).enumerated() {
      let line = body.line(index)
      drawRow(
        row, columns, layout, state, line, isWide: isWide, isMarked: pane.marks.contains(row), &canvas)
      if row == pane.selection {
        canvas.recolour(line, backdrop: hasFocus ? .selection : .selectionUnfocused)
      }
    }
    let edge = Rect(column: body.endColumn, row: body.row, columns: 1, rows: body.rows)
    canvas.scrollbar(
      of: .pane(kind.digit), in: edge, total: pane.rows.count, visible: body.rows, offset: pane.offset,
      style: Style(hasFocus ? .borderFocus : .border))
  }

  /// The columns of the table; the side pane shows the one that sorts too, in the place of a figure like it.
  private static func shownColumns(
    _ kind: PaneKind, _ pane: PaneState, _ state: SharedState, isWide: Bool
  ) -> [Column] {
    let all = state.columns(of: kind)
    guard !isWide else { return all }
    let isShown = all.contains { $0.id == pane.sort.column && ($0.inSidePane || $0.title.isEmpty) }
    let side = all.filter { $0.inSidePane && $0.appears(state) }
    guard !isShown else { return side }
    return all.filter { column in
      column.id == pane.sort.column || !column.followsStats && side.contains { $0.id == column.id }
    }
  }

  private static func drawTitles(
    _ columns: [Column], _ layout: TableLayout, _ sort: SortOrder, _ line: Rect, _ state: SharedState,
    _ canvas: inout Canvas
  ) {
    for place in layout.placements {
      let column = columns[place.index]
      var title = column.title
      if column.id == sort.column { title += String(sort.descending ? state.glyphs.down : state.glyphs.up) }
      // A title is read from its start, also above figures of which the newest matter.
      if column.overlong == .losesStart { title = String(title.prefix(place.width)) }
      put(StyledText(title, Style(.muted)), column, place, line, &canvas)
      canvas.note(
        .column(column.id),
        on: Rect(column: line.column + place.offset, row: line.row, columns: place.width, rows: 1))
    }
  }

  private static func drawRow(
    _ row: RowID, _ columns: [Column], _ layout: TableLayout, _ state: SharedState, _ line: Rect,
    isWide: Bool, isMarked: Bool, _ canvas: inout Canvas
  ) {
    for place in layout.placements {
      let column = columns[place.index]
      var cell = column.shown(column.cell(row, state), isWide: isWide)
      if isMarked, column.id == columns.first?.id {
        cell = StyledText(String(state.glyphs.mark), Style(.mark)) + (column.ideal == 1 ? "" : cell)
      } else if isMarked, column.id == "name" {
        cell = cell.restyled { Style(.mark, on: $0.backdrop, $0.attributes.union(.bold)) }
      }
      put(cell, column, place, line, &canvas)
    }
  }

  /// `…/api:1.5` of `registry.example.com/store/api:1.5`.
  private static func withoutPath(_ text: StyledText, _ glyphs: GlyphSet) -> StyledText {
    let plain = text.plain
    let indent = String(plain.prefix { $0 == " " })
    // What has blanks in it is a sentence, such as a step of a build.
    guard let slash = plain.lastIndex(of: "/"), !plain.dropFirst(indent.count).contains(" ") else {
      return text
    }
    let path = TextWidth.columns(of: String(plain[..<slash]))
    return StyledText(indent + String(glyphs.ellipsis), text.runs.first?.style ?? Style())
      + text.dropping(columns: path)
  }

  private static func put(
    _ text: StyledText, _ column: Column, _ place: TableLayout.Placement, _ line: Rect, _ canvas: inout Canvas
  ) {
    var text = text
    if text.columns > place.width {
      switch column.overlong {
      case .losesEnd: break
      case .losesStart: text = text.dropping(columns: text.columns - place.width)
      case .losesPath: text = withoutPath(text, canvas.glyphs)
      case .losesWords: text = WholeWords.text(text, columns: place.width)
      }
    }
    let columns = min(text.columns, place.width)
    let indent = column.alignment == .trailing ? place.width - columns : 0
    let point = Point(column: line.column + place.offset + indent, row: line.row)
    canvas.write(text, at: point, maxColumns: place.width - indent)
  }
}
