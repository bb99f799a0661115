import EngineModel
import ImageLayers
import TerminalUI

extension Tab {
  /// The files of an image, layer by layer.
  static let contents = Tab(id: "contents", title: "Contents", content: .contents)
}

/// The Contents tab: what is looked at, and the files in it.
enum ContentsView {
  static func draw(_ contents: ContentsState, _ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    guard let place = state.contentsPlace else { return }
    let engine = state.engines[place.engine]
    guard let image = engine.contents.image(place.image) else {
      let rows = ContentsText.unread(contents, place, state, columns: rect.columns)
      for (index, row) in rows.prefix(rect.rows).enumerated() {
        canvas.write(row, at: rect.line(index).origin, maxColumns: rect.columns)
      }
      return
    }
    let head = ContentsText.head(contents, place, image, state, columns: rect.columns)
    for (index, row) in head.prefix(rect.rows).enumerated() {
      canvas.write(row, at: rect.line(index).origin, maxColumns: rect.columns)
    }
    let list = Rect(
      column: rect.column, row: rect.row + head.count, columns: rect.columns,
      rows: max(0, rect.rows - head.count))
    guard list.rows > 0 else { return }
    if contents.rows.count == 0 {
      canvas.write(
        StyledText(ContentsText.emptyNote(contents, place, state), Style(.muted)), at: list.origin,
        maxColumns: list.columns)
    }
    drawRows(contents, place, image.contents, state, in: list, on: &canvas)
  }

  /// How many rows stand above the list.
  static func headRows(_ contents: ContentsState, _ state: SharedState) -> Int {
    guard let place = state.contentsPlace,
      let image = state.engines[place.engine].contents.image(place.image)
    else { return 0 }
    return ContentsText.head(contents, place, image, state, columns: 80).count
  }

  private static func drawRows(
    _ contents: ContentsState, _ place: ImagePlace, _ image: ImageContents, _ state: SharedState,
    in list: Rect, on canvas: inout Canvas
  ) {
    let cursor = contents.cursor(place)
    let count = contents.rows.count
    let offset = ListViewport.offset(
      count: count, selected: cursor, visible: max(1, list.rows), previous: contents.stand(place).offset)
    let whole = largest(contents.rows)
    for index in offset..<max(offset, min(count, offset + list.rows)) {
      let line = list.line(index - offset)
      let text =
        switch contents.rows {
        case .files(let rows): ContentsText.row(rows[index], of: whole, columns: list.columns, state)
        case .waste(let paths): ContentsText.row(paths[index], of: whole, columns: list.columns, state)
        }
      canvas.write(text, at: line.origin, maxColumns: line.columns)
      if index == cursor, state.focus == .details { canvas.recolour(line, backdrop: .selection) }
    }
    let edge = Rect(column: list.endColumn, row: list.row, columns: 1, rows: list.rows)
    canvas.scrollbar(in: edge, total: count, visible: list.rows, offset: offset, style: Style(.border))
  }

  /// What a full bar stands for: all of a folder; of the paths that waste, the worst.
  private static func largest(_ rows: ContentsRows) -> UInt64 {
    switch rows {
    case .files(let rows): rows.reduce(0) { $1.mark == .removed ? $0 : $0 + $1.size }
    case .waste(let paths): paths.first?.bytes ?? 0
    }
  }
}
