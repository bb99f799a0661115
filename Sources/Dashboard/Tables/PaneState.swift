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
  /// The filter, compiled; nil while it is empty or not a valid expression.
  var pattern: TextPattern?
  /// What is wrong with the filter, for the footer.
  var filterProblem: String?
  package var sort: SortOrder
  /// The rows as shown: filtered and sorted. A memo of what the state says, kept by `settle`.
  package internal(set) var rows: [RowID] = []
  /// Whether `rows` may differ from what the facts say.
  var isStale = true

  init(sort: SortOrder) { self.sort = sort }

  /// The rows a command acts on: the marked ones in the order of the screen, else the one under the cursor.
  package var targets: [RowID] {
    marks.isEmpty ? selection.map { [$0] } ?? [] : rows.filter(marks.contains)
  }
}
