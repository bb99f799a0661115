import EngineModel
import TerminalUI

/// What the detail pane shows, and how far it is scrolled.
struct DetailsState: Sendable, Equatable {
  /// The row that is shown: the selection of the active pane.
  private(set) var subject: RowID?
  /// Whether something was wrong with it when it was selected.
  private(set) var isTroubled = false
  /// The tab last chosen for each kind of row.
  private var chosen: [ObjectIdentifier: String] = [:]
  /// The first visible row of a tab of text.
  var offset = 0
  /// Columns cut off at the left.
  var column = 0
  /// Whether texts are broken where they are too long.
  var wraps = true
  /// The row under the cursor, in a tab whose rows can be opened.
  var cursor = 0
  /// Whether the text is still to be scrolled to where its subject begins.
  var wantsStart = true
  /// Whether values that look like secrets are shown.
  var revealsSecrets = false
  /// The rows of the document on the screen.
  var document = DocumentRows()
  /// A search in the text of a tab; empty for none.
  var search = RowSearch()

  /// The tabs of what is selected, in the order of the screen.
  var tabs: [Tab] {
    guard let subject else { return [] }
    let tabs = subject.kind.tabs
    guard isTroubled, let first = subject.kind.troubleTab else { return tabs }
    return [first] + tabs.filter { $0 != first }
  }

  /// The tab on the screen; nil while nothing is selected.
  var tab: Tab? {
    guard let subject else { return nil }
    let tabs = tabs
    let wanted = chosen[ObjectIdentifier(subject.kind)]
    return tabs.first { $0.id == wanted } ?? tabs.first
  }

  /// Shows another row. The tab that tells what is wrong comes first where something is; where
  /// it stands does not change while the row is looked at.
  mutating func show(_ row: RowID?, isTroubled: Bool) {
    guard row != subject else { return }
    subject = row
    self.isTroubled = isTroubled
    reset()
    revealsSecrets = false
  }

  /// Shows another tab of what is selected.
  mutating func choose(_ tab: Tab) {
    guard let subject else { return }
    chosen[ObjectIdentifier(subject.kind)] = tab.id
    reset()
  }

  /// Goes `step` tabs to the right, around the ends.
  mutating func turn(by step: Int) {
    guard let tab else { return }
    let tabs = tabs
    guard let index = tabs.firstIndex(of: tab) else { return }
    choose(tabs[(index + step + tabs.count) % tabs.count])
  }

  private mutating func reset() {
    offset = 0
    column = 0
    cursor = 0
    wantsStart = true
    search = RowSearch()
  }
}

extension SharedState {
  /// What document the tab on the screen is made of; nil for none, or where it is gone.
  var wantedDocument: DocumentSubject? {
    guard let tab = details.tab, tab.reads == .document || tab.reads == .history,
      let subject = details.subject
    else { return nil }
    let engine = engine(of: subject)
    return tab.document.map { $0(subject, engine) } ?? subject.kind.document(subject, engine)
  }

  /// The rows of the tab on the screen; none for those that draw themselves.
  func detailContent(columns: Int) -> DetailContent {
    guard let subject = details.subject, let tab = details.tab else { return DetailContent([]) }
    let wraps = tab.wraps && details.wraps
    switch tab.content {
    case .text(let make):
      let content = make(subject, columns, self)
      return wraps ? content.wrapped(to: columns) : content
    case .document(let lead, let text):
      let first = DetailContent(lead(subject, columns, self))
      let rest = documentRows(of: subject, columns: wraps ? columns : nil, text)
      return (wraps ? first.wrapped(to: columns) : first).followed(by: rest)
    case .drawn, .log, .files, .contents: return DetailContent([])
    }
  }

  /// The rows of the document behind a row: those that are kept, or for another room all of them at once.
  private func documentRows(
    of subject: RowID, columns: Int?, _ text: (ResourceDocument, SharedState) -> (any RowText)?
  ) -> [StyledText] {
    if let rows = details.document.rows(of: subject, columns: columns) { return rows }
    let engine = engine(of: subject)
    let loaded = subject.kind.document(subject, engine).flatMap { engine.documents[$0] }
    guard var text = loaded?.document.flatMap({ text($0, self) }) else { return [] }
    var rows: [StyledText] = []
    while let row = text.next() { rows.append(row) }
    return columns.map { DetailContent(rows).wrapped(to: $0).rows } ?? rows
  }

  /// What the rows of the tab on the screen stand for; nil where they are only read.
  var openableRows: [RowID?]? {
    details.subject.flatMap { subject in details.tab?.opens?(subject, self) }
  }

  /// The row of the tab that the cursor is on: the nearest one that can be opened; nil where none can.
  var openableCursor: Int? {
    guard let rows = openableRows else { return nil }
    let places = rows.indices.filter { rows[$0] != nil }
    return places.last { $0 <= details.cursor } ?? places.first
  }

  /// How many rows of text the detail pane shows.
  var detailRows: Int { layout.detailContent.rows }
}
