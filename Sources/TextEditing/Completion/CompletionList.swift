import TerminalUI

/// What could be typed next, as a list under the cursor from which one is chosen.
package struct CompletionList: Sendable, Equatable {
  /// One thing to choose.
  package struct Item: Sendable, Hashable {
    /// What is shown.
    package var name: String
    /// What is put into the text.
    package var insertion: String
    /// One line about it; empty where there is nothing to say.
    package var detail: String

    /// A thing to choose; its name is put in where nothing else is said.
    package init(_ name: String, insertion: String? = nil, detail: String = "") {
      self.name = name
      self.insertion = insertion ?? name
      self.detail = detail
    }
  }

  /// What came of a key.
  package enum Outcome: Sendable, Hashable {
    /// Another one is selected.
    case moved
    /// This one is to be put into the text.
    case chosen(Item)
    /// The list is to be closed.
    case closed
    /// The key means nothing to the list: it is the text's.
    case unused
  }

  /// What can be chosen; never empty.
  package let items: [Item]
  /// The place in `items` of the one that enter would take.
  package private(set) var selected = 0
  /// The first that is shown.
  private var top = 0

  /// The most rows that are shown.
  package static let rows = 8

  /// A list with its first item selected; nil without items.
  package init?(_ items: [Item]) {
    guard !items.isEmpty else { return nil }
    self.items = items
  }

  /// Does what a key means in the list.
  package mutating func handle(_ key: KeyPress) -> Outcome {
    switch (key.key, key.modifiers) {
    case (.down, []), (.character("n"), .control): select(selected + 1 == items.count ? 0 : selected + 1)
    case (.up, []), (.character("p"), .control): select(selected == 0 ? items.count - 1 : selected - 1)
    case (.pageDown, []): select(min(items.count - 1, selected + Self.rows - 1))
    case (.pageUp, []): select(max(0, selected - Self.rows + 1))
    case (.enter, []), (.tab, []): return .chosen(items[selected])
    case (.escape, []): return .closed
    default: return .unused
    }
    return .moved
  }

  private mutating func select(_ index: Int) {
    selected = index
    top = ListViewport.offset(
      count: items.count, selected: index, visible: min(Self.rows, items.count), previous: top, margin: 0)
  }

  /// Draws the list below `point`, the cell where the text to complete begins, or above where there is more
  /// room, within `area`; at least as wide as asked for.
  package func draw(into canvas: inout Canvas, at point: Point, in area: Rect, leastColumns: Int = 0) {
    guard let rect = place(at: point, in: area, leastColumns) else { return }
    canvas.withClip(area) { canvas in
      canvas.fill(rect, Style(on: .overlay))
      let names = min(nameColumns, rect.columns - 2)
      for row in 0..<rect.rows where shownFrom(rect.rows) + row < items.count {
        draw(items[shownFrom(rect.rows) + row], into: &canvas, in: rect.line(row), names: names)
        if shownFrom(rect.rows) + row == selected { canvas.recolour(rect.line(row), backdrop: .selection) }
        canvas.note(.completion(shownFrom(rect.rows) + row), on: rect.line(row))
      }
      let bar = rect.splitRight(1).right
      canvas.scrollbar(
        in: bar, total: items.count, visible: rect.rows, offset: shownFrom(rect.rows),
        style: Style(.border, on: .overlay))
    }
  }

  private func draw(_ item: Item, into canvas: inout Canvas, in line: Rect, names: Int) {
    let start = Point(column: line.column + 1, row: line.row)
    canvas.write(item.name, at: start, style: Style(on: .overlay), maxColumns: names)
    let room = line.columns - names - 4
    guard room > 4 else { return }
    let detail = Point(column: start.column + names + 2, row: line.row)
    canvas.write(item.detail, at: detail, style: Style(.muted, on: .overlay), maxColumns: room)
  }

  /// The columns of the longest name that is shown or could be.
  private var nameColumns: Int { items.reduce(1) { max($0, TextWidth.columns(of: $1.name)) } }

  /// The first item shown where there is room for `rows`.
  private func shownFrom(_ rows: Int) -> Int {
    ListViewport.offset(count: items.count, selected: selected, visible: rows, previous: top, margin: 0)
  }

  /// Where the list stands; nil where there is no room.
  private func place(at point: Point, in area: Rect, _ least: Int) -> Rect? {
    let details = items.reduce(0) { max($0, TextWidth.columns(of: $1.detail)) }
    let width = min(area.columns, max(least, min(72, nameColumns + (details > 0 ? details + 2 : 0) + 3)))
    let wanted = min(Self.rows, items.count)
    let below = area.endRow - point.row - 1
    let above = point.row - area.row
    let isBelow = below >= wanted || below >= above
    let rows = min(wanted, isBelow ? below : above)
    guard rows > 0, width > 3 else { return nil }
    let column = max(area.column, min(point.column - 1, area.endColumn - width))
    return Rect(column: column, row: isBelow ? point.row + 1 : point.row - rows, columns: width, rows: rows)
  }
}
