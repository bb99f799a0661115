import TerminalUI

/// A view of what is selected, in the pane at the right. One value says all of it; a row's kind names the tabs it has.
struct Tab: Sendable, Identifiable, Equatable {
  /// What fills it.
  enum Content: Sendable {
    /// Rows of text, made from the row and the columns there are.
    case text(@Sendable (RowID, Int, SharedState) -> DetailContent)
    /// Rows of text, and below them the text of the document behind the row, which can be very long; nil for one that has
    /// none.
    case document(
      lead: @Sendable (RowID, Int, SharedState) -> [StyledText],
      text: @Sendable (ResourceDocument, SharedState) -> (any RowText)?)
    /// It draws itself.
    case drawn(@Sendable (RowID, SharedState, Rect, inout Canvas) -> Void)
    /// The log: it has state of its own, and keys.
    case log
    /// The files of what is selected: they have state of their own, and keys.
    case files
    /// The files of an image, layer by layer: they have state of their own, and keys.
    case contents
  }

  /// What is read from the engine while it is looked at, beside the lists.
  enum Reading: Sendable, Hashable {
    case nothing
    /// The document of the row.
    case document
    /// The document, for what only a container's has.
    case processes
    /// The document, and what the container has been through.
    case history
  }

  let id: String
  let title: String
  /// Whether it is made of what an engine says; others are made of files, and there without any engine.
  var needsEngine = true
  var reads = Reading.nothing
  /// The document that is read for it, where that is not the row's own.
  var document: (@Sendable (RowID, EngineState) -> DocumentSubject?)?
  /// Whether values that look like secrets may be in it.
  var hasSecrets = false
  /// Whether its rows are broken where they are too long; a table's are not.
  var wraps = false
  /// Whether it is made for the columns that there are, so that nothing of it has to be broken.
  var fitsColumns = false
  /// What each row of its text stands for, nil for a row that is only read; nil where all are.
  var opens: (@Sendable (RowID, SharedState) -> [RowID?])?
  /// The row of its text to begin with; nil for the first.
  var start: (@Sendable (RowID, Int, SharedState) -> Int?)?
  let content: Content

  /// Why its rows cannot be broken, or not; nil where the user can choose.
  var wrapRefusal: String? {
    if wraps { return nil }
    return fitsColumns ? "this tab is always wrapped" : "this tab is a table: l scrolls right"
  }

  /// The id says it all.
  static func == (left: Tab, right: Tab) -> Bool { left.id == right.id }

  /// A tab of a few rows, all of them made at once.
  static func rows(
    _ id: String, _ title: String, needsEngine: Bool = true, reads: Reading = .nothing,
    hasSecrets: Bool = false, wraps: Bool = false, opens: (@Sendable (RowID, SharedState) -> [RowID?])? = nil,
    _ rows: @escaping @Sendable (RowID, Int, SharedState) -> [StyledText]
  ) -> Tab {
    Tab(
      id: id, title: title, needsEngine: needsEngine, reads: reads, hasSecrets: hasSecrets, wraps: wraps,
      opens: opens,
      content: .text { DetailContent(rows($0, $1, $2)) })
  }
}

/// The rows of a tab, each made when it is drawn: of a long text only those on the screen are.
struct DetailContent {
  /// How many there are.
  let count: Int
  /// One of them, from 0.
  let row: (Int) -> StyledText

  init(count: Int, row: @escaping (Int) -> StyledText) {
    self.count = count
    self.row = row
  }

  init(_ rows: [StyledText]) { self.init(count: rows.count) { rows[$0] } }

  /// All rows.
  var rows: [StyledText] { (0..<count).map(row) }

  /// The same in rows that fit: what is broken goes on below, a little further in than it began.
  func wrapped(to columns: Int) -> DetailContent {
    DetailContent(rows.flatMap { Self.wrapped($0, to: columns) })
  }

  /// One row in rows that fit.
  static func wrapped(_ row: StyledText, to columns: Int) -> [StyledText] {
    guard row.columns > columns else { return [row] }
    let indent = min(row.plain.prefix { $0 == " " }.count + 2, columns / 2)
    let first = WrappedText.rows(row, columns: columns)[0]
    let rest = row.dropping(columns: first.columns).withoutLeadingBlanks
    let blanks = StyledText(String(repeating: " ", count: indent))
    return [first] + WrappedText.rows(rest, columns: columns - indent).map { blanks + $0 }
  }

  /// The same with further rows below.
  func followed(by rows: [StyledText]) -> DetailContent {
    let (own, row) = (count, row)
    return DetailContent(count: own + rows.count) { $0 < own ? row($0) : rows[$0 - own] }
  }
}

extension StyledText {
  /// The text from its first character that is no blank.
  fileprivate var withoutLeadingBlanks: StyledText { dropping(columns: plain.prefix { $0 == " " }.count) }
}
