import TerminalUI

/// What a column sorts by.
enum SortKey: Sendable, Comparable {
  case number(Double)
  case text(String)

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): a < b
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

/// What becomes of a text that is too long for its column. A figure is never cut: its column is as wide as it can be, or
/// `losesWords`.
enum Overlong: Sendable {
  case losesEnd
  /// The newest values of a sparkline stay.
  case losesStart
  /// What stands before its last `/` goes first: the registry of an image.
  case losesPath
  /// Whole words go, and how many they are is said: `80→8080 +3`.
  case losesWords
}

/// One column of a pane: everything the table needs to know of it. A new column is one value in the feature's
/// `…Columns.swift`.
struct Column: Sendable, Identifiable {
  /// The name in settings and in the sort menu.
  let id: String
  let title: String
  var minimum: Int = 4
  /// The same where the table has the room of a whole pane; nil takes `minimum`.
  var wideMinimum: Int?
  var ideal: Int = 10
  /// When the table is too narrow, the column with the lowest priority goes first.
  var priority: Int = 1
  var alignment: TableColumn.Alignment = .leading
  /// Whether it takes room that is left over.
  var isFlexible = false
  /// Whether the narrow side pane shows it too.
  var inSidePane = false
  /// Whether the side pane shows it now, where it may.
  var appears: @Sendable (SharedState) -> Bool = { _ in true }
  /// How many columns it takes in the side pane, where only so much of the start of a text is shown; nil for as many
  /// as in the wide table.
  var sideColumns: Int?
  /// What becomes of a text that is too long.
  var overlong = Overlong.losesEnd
  /// Whether larger values are the interesting ones, so that the first sort is descending.
  var sortsDescending = false
  /// Whether new samples can change the order of the rows by it.
  var followsStats = false
  /// Whether it is shown only where somebody has chosen it.
  var isExtra = false
  /// What the menu of columns says of it; empty where its name says all.
  var note = ""
  let cell: @Sendable (RowID, SharedState) -> StyledText
  let sortKey: @Sendable (RowID, SharedState) -> SortKey

  /// What menus and titles call it: a column of signs has no title of its own.
  var name: String { title.isEmpty ? id.uppercased() : title }

  /// The part of a cell that is drawn.
  func shown(_ cell: StyledText, isWide: Bool) -> StyledText {
    sideColumns.map { isWide ? cell : cell.prefix(columns: $0) } ?? cell
  }

  /// What the layout needs to know.
  func measure(isWide: Bool) -> TableColumn {
    if !isWide, let columns = sideColumns {
      return TableColumn(
        title: title, minimum: columns, ideal: columns, priority: priority, alignment: alignment)
    }
    return TableColumn(
      title: title, minimum: isWide ? wideMinimum ?? minimum : minimum, ideal: ideal, priority: priority,
      alignment: alignment,
      isFlexible: isFlexible)
  }
}

/// The column a pane is sorted by, and the direction.
package struct SortOrder: Sendable, Hashable {
  package var column: String
  package var descending: Bool

  /// An order by the column with this id.
  package init(_ column: String, descending: Bool = false) {
    self.column = column
    self.descending = descending
  }
}
