/// What a terminal shows after the bytes that it was fed: enough of xterm to understand what curses and davit send.
package struct TerminalScreen: Sendable {
  package private(set) var columns: Int
  package private(set) var rows: Int

  /// Private modes that are on: 1049 alternate screen, 25 cursor, 1000–1006 mouse, 2004 paste, 1 cursor keys.
  package internal(set) var modes: Set<Int> = [25, 7]
  /// Whether the keypad sends application codes.
  package internal(set) var isKeypadApplication = false
  /// Sequences that the model does not know, as they came; a test may want none.
  package internal(set) var unknown: [String] = []
  /// The titles that the terminal's window was given.
  package internal(set) var titles: [String] = []
  /// What was put on the clipboard by OSC 52, in base 64.
  package internal(set) var clipboard: [String] = []

  /// Whether a colour was asked for, be it in front or behind.
  package internal(set) var hasSeenColours = false

  var cells: [[String]]
  var row = 0
  var column = 0
  var pen = ScreenPen()
  var parser = ControlParser()
  /// The main screen while the alternate one is shown.
  var mainScreen: [[String]]?

  /// An empty screen.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    pen.bottom = rows - 1
  }

  /// Row `index` (from 0) without the blanks at its end.
  package func line(_ index: Int) -> String {
    guard cells.indices.contains(index) else { return "" }
    var text = cells[index].joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows, each without the blanks at its end.
  package var lines: [String] { cells.indices.map(line) }

  /// All rows as one text.
  package var text: String { lines.joined(separator: "\n") }

  /// Where the cursor is, from 0.
  package var cursor: (column: Int, row: Int) { (column, row) }

  /// Whether the alternate screen is shown.
  package var isAlternate: Bool { modes.contains(1049) || modes.contains(47) || modes.contains(1047) }

  /// Whether all rows scroll: no program has left the terminal with fewer.
  package var isScrollingWhole: Bool { pen.top == 0 && pen.bottom == rows - 1 }

  /// Whether any row holds `text`.
  package func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// What becomes of what a terminal shows when its size changes: terminals do not agree.
  package enum Resizing: Sendable, CaseIterable {
    /// What does not fit is gone at the right and at the bottom, as in xterm.
    case crop
    /// Rows that do not fit go out at the top, as in tmux.
    case scroll
    /// Lines are broken anew, as in the terminals that do so on every screen.
    case rewrap
    /// Nothing can be relied on: every cell holds something else.
    case scramble
  }

  /// Takes over another size.
  package mutating func resize(columns: Int, rows: Int, _ resizing: Resizing = .crop) {
    self.columns = columns
    self.rows = rows
    switch resizing {
    case .crop: break
    case .scroll: cells = cells.suffix(rows)
    case .rewrap: cells = Self.rewrap(cells, columns).suffix(rows)
    case .scramble: cells = Array(repeating: Array(repeating: "%", count: columns), count: rows)
    }
    cells = Self.fit(cells, columns, rows)
    mainScreen = mainScreen.map { Self.fit($0, columns, rows) }
    (pen.top, pen.bottom) = (0, rows - 1)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  /// Understands what a program sent.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let token = parser.take(byte) { apply(token) }
    }
  }

  static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private static func rewrap(_ cells: [[String]], _ columns: Int) -> [[String]] {
    cells.flatMap { row in
      stride(from: 0, to: max(1, row.count), by: columns).map { Array(row.dropFirst($0).prefix(columns)) }
    }
  }

  private static func fit(_ cells: [[String]], _ columns: Int, _ rows: Int) -> [[String]] {
    let wide = cells.prefix(rows).map { Array($0.prefix(columns)) + blank(max(0, columns - $0.count), 1)[0] }
    return wide + blank(columns, max(0, rows - wide.count))
  }
}

/// What decides about the next character, apart from where it goes.
struct ScreenPen: Sendable {
  /// The rows that scroll, both included.
  var top = 0
  var bottom = 0
  /// Whether the next character starts a new row first: the last one went into the last column.
  var wrapsNext = false
  /// Whether letters are line drawings.
  var isDrawingLines = false
  /// The character that `REP` repeats.
  var last = " "
  /// Where `ESC 7` was.
  var saved = (row: 0, column: 0)
}
