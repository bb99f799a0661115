import TerminalUI

/// A text that is made row by row, from its top.
protocol RowText: Sendable {
  /// The next row; nil at the end.
  mutating func next() -> StyledText?
}

/// The rows of a document on the screen, which can be very long: they are made a slice at a time, so that no key waits for
/// them, and stay until the document, or the room for it, is another one.
struct DocumentRows: Sendable, Equatable {
  /// What rows are made of.
  struct Source: Sendable, Equatable {
    let row: RowID
    let document: DocumentSubject
    /// Which reading of it.
    let reading: Int
    /// The columns to break at; nil where nothing is broken.
    let columns: Int?
    let revealsSecrets: Bool
  }

  /// Rows that are not all there yet.
  private struct Making: Sendable {
    let source: Source
    var text: any RowText
    var rows: [StyledText] = []
  }

  private var shown: (source: Source, rows: [StyledText])?
  private var making: Making?

  /// How many bytes are made into rows before keys get their turn.
  private static let slice = 16 << 10

  /// Whether there is more to come.
  var isUnfinished: Bool { making != nil }

  /// The rows of a row's document in so many columns, as far as there are any; nil where other ones are kept. While newer
  /// ones are made, the older ones stay.
  func rows(of row: RowID, columns: Int?) -> [StyledText]? {
    if let shown, shown.source.row == row, shown.source.columns == columns { return shown.rows }
    if let making, making.source.row == row, making.source.columns == columns { return making.rows }
    return nil
  }

  /// Whether the rows of a source are there, or are being made.
  func isMadeOf(_ source: Source) -> Bool { making.map { $0.source == source } ?? (shown?.source == source) }

  /// Makes the next slice of the rows of a source; `text` is asked for where it is a new one.
  mutating func settle(_ source: Source?, _ text: () -> (any RowText)?) {
    guard let source else {
      (shown, making) = (nil, nil)
      return
    }
    if making?.source != source {
      guard shown?.source != source else {
        making = nil
        return
      }
      // What is to be hidden again does not wait for anything.
      if shown?.source.revealsSecrets != source.revealsSecrets { shown = nil }
      making = text().map { Making(source: source, text: $0) }
    }
    goOn()
  }

  private mutating func goOn() {
    guard var making = self.making else { return }
    // It has the rows alone while they grow.
    self.making = nil
    var bytes = 0
    while bytes < Self.slice {
      guard let row = making.text.next() else {
        shown = (making.source, making.rows)
        return
      }
      bytes += row.runs.reduce(32) { $0 + $1.text.utf8.count }
      if let columns = making.source.columns {
        making.rows += DetailContent.wrapped(row, to: columns)
      } else {
        making.rows.append(row)
      }
    }
    self.making = making
  }

  static func == (left: DocumentRows, right: DocumentRows) -> Bool {
    left.shown?.source == right.shown?.source && left.making?.source == right.making?.source
      && left.making?.rows.count == right.making?.rows.count
  }
}

extension SharedState {
  /// Makes the next slice of the rows of the document on the screen.
  mutating func settleDocument() {
    guard let subject = details.subject, let tab = details.tab, case .document(_, let text) = tab.content,
      let name = subject.kind.document(subject, engine(of: subject)),
      let loaded = engine(of: subject).documents[name], let document = loaded.document
    else { return details.document.settle(nil) { nil } }
    let source = DocumentRows.Source(
      row: subject, document: name, reading: loaded.reading,
      columns: details.wraps ? layout.detailContent.columns : nil, revealsSecrets: details.revealsSecrets)
    let whole = details.document.isMadeOf(source) ? nil : text(document, self)
    details.document.settle(source) { whole }
  }
}
