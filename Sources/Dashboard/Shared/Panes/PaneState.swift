import TerminalUI
import TextPattern

/// The view state of one list pane. Facts live elsewhere: this is only what the user has done to the list.
package struct PaneState: Sendable, Equatable {
  /// The row under the cursor; nil only while there are no rows.
  package var selection: RowID?
  /// Where the selection was last, for the day when its row disappears.
  var selectionIndex = 0
  /// The first visible row.
  var offset = 0
  /// How many rows the screen had room for when it was last laid out.
  var visibleRows = 1
  /// Rows that the next command acts on; empty means the selection alone.
  package var marks: Set<RowID> = []
  /// The filter as typed; empty shows everything.
  package var filter = ""
  /// The filter's terms that name fields.
  private(set) var terms: [FilterQuery.Term] = []
  /// What is left of the filter, compiled; nil while it is empty or not a valid expression.
  var pattern: TextPattern?
  /// What is wrong with the filter, for the footer.
  var filterProblem: String?
  package var sort: SortOrder
  /// The columns that were chosen, in order; nil for those that come by themselves.
  var columns: [String]?
  /// Where the cursor of the menu of columns is.
  var columnCursor = 0
  /// Whether rows of what does not run are left out.
  var hidesStopped = false
  /// Whether rows that say little are shown too.
  var showsNoise = false
  /// Rows whose children are hidden or shown against the default.
  var folded: Set<RowID> = []
  /// The rows as shown: filtered and sorted. A memo of what the state says, kept by `settle`.
  package internal(set) var rows: [RowID] = []
  /// What `rows` were made of; nil before the first time.
  private(set) var source: RowsSource?

  init(sort: SortOrder) { self.sort = sort }

  /// The rows a command acts on: the marked ones in the order of the screen, else the one under the cursor.
  package var targets: [RowID] {
    marks.isEmpty ? selection.map { [$0] } ?? [] : rows.filter(marks.contains)
  }
}

/// What the rows of a pane are made of: as long as it stays the same, so do they.
struct RowsSource: Sendable, Equatable {
  /// How often what is known of each engine has changed.
  let engines: [Int]
  let filter: String
  let sort: SortOrder
  let hidesStopped: Bool
  let showsNoise: Bool
  let folded: Set<RowID>
  /// Whether rows are marked, so that none of them moves.
  let isStill: Bool
}

extension PaneState {
  /// Takes over rows that were made anew, and keeps the cursor on its row: when that has gone, on the one that took its
  /// place.
  mutating func show(_ rows: [RowID], madeOf source: RowsSource) {
    self.rows = rows
    self.source = source
    marks.formIntersection(rows)
    if let selection, let index = rows.firstIndex(of: selection) {
      selectionIndex = index
    } else {
      selectionIndex = max(0, min(selectionIndex, rows.count - 1))
      selection = rows.isEmpty ? nil : rows[selectionIndex]
    }
    scrollToSelection()
  }

  /// Rows in a new order; while some are marked and nobody has asked for another order, all stay where they are, and
  /// new ones come last: what is under a finger must not move.
  func keepingPlaces(of ordered: [RowID], madeOf new: RowsSource) -> [RowID] {
    guard !marks.isEmpty, let source, source.sort == new.sort, source.filter == new.filter,
      source.folded == new.folded
    else { return ordered }
    let there = Set(ordered)
    let kept = rows.filter(there.contains)
    let known = Set(kept)
    return kept + ordered.filter { !known.contains($0) }
  }

  /// Whether the cursor is on the last row.
  var isAtEnd: Bool { selectionIndex >= rows.count - 1 }

  /// Has the rows made anew, with the cursor on what is selected.
  mutating func forgetRows() { source = nil }

  /// Takes a filter as typed; one that is no valid expression keeps everything and says why.
  mutating func setFilter(_ text: String, fields: Set<String> = []) {
    filter = text
    let query = FilterQuery(text, fields: fields)
    terms = query.terms
    (pattern, filterProblem) = RowSearch.compiled(query.pattern)
  }

  /// Shows everything again, since the filter takes longer than keys can wait; it says so.
  mutating func giveUpFilter() { (pattern, filterProblem) = (nil, RowSearch.tooSlow) }

  /// Puts the cursor on the first row of the next order: who sorts looks for what comes first.
  mutating func goToStart() {
    (selection, selectionIndex, offset) = (nil, 0, 0)
    forgetRows()
  }

  /// Puts the cursor `delta` rows further, stopping at the ends.
  mutating func move(by delta: Int) { select(at: selectionIndex + delta) }

  /// Puts the cursor on the row at `index`, or the nearest there is.
  mutating func select(at index: Int) {
    guard !rows.isEmpty else { return }
    selectionIndex = max(0, min(index, rows.count - 1))
    selection = rows[selectionIndex]
    scrollToSelection()
  }

  /// Keeps the cursor on the screen.
  mutating func scrollToSelection() {
    offset = ListViewport.offset(
      count: rows.count, selected: selectionIndex, visible: max(1, visibleRows), previous: offset)
  }

  /// The rows on the screen.
  var visible: ArraySlice<RowID> {
    let start = max(0, min(offset, rows.count))
    return rows[start..<min(rows.count, start + max(1, visibleRows))]
  }
}
