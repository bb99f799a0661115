/// Where the rows of one long line of program output begin, so that a row is drawn without a look at the others.
///
/// Rows are cut exactly where they are full; the colours, escape sequences and tabs of the line are understood as
/// `SGRText` does. It costs one pass over the line to make, and some 24 bytes a row to keep.
public struct SGRRows: Sendable {
  /// The columns that each row has.
  public let columns: Int
  /// The most rows that were looked for.
  public let limit: Int
  /// How many rows there are, at least one.
  public var count: Int { starts.count }

  private var starts: [Start]
  /// The byte behind the last row that was looked at.
  private let end: Int

  /// Where a row begins.
  private struct Start: Sendable {
    /// Its first byte.
    var offset: UInt32
    /// The columns of the line before it.
    var column: UInt32
    /// What is left of a tab that began in the row before.
    var blanks: UInt8
    /// The look that is asked for there.
    var state: SGRState
  }

  /// Cuts `line` (of less than 4 GiB) into rows of `columns` columns, at least one. With a `limit` no more rows than so
  /// many are looked for, and no more of the line is read than they hold.
  public init(of line: String, columns: Int, limit: Int = .max) {
    var cutter = Cutter(line, columns: max(1, columns), limit: limit)
    cutter.run()
    self.columns = cutter.columns
    self.limit = limit
    starts = cutter.starts
    end = cutter.end
  }

  /// A row by its index, from the line that the rows were made of, over `base`.
  public func row(_ index: Int, of line: String, base: Style = Style()) -> StyledText {
    let start = starts[index]
    let end = index + 1 < starts.count ? Int(starts[index + 1].offset) : end
    let bytes = line.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: Int(start.offset))
    let to = bytes.index(from, offsetBy: end - Int(start.offset))
    var state = start.state
    var text = StyledText(String(repeating: " ", count: Int(start.blanks)), state.style(over: base))
    text.append(
      SGRText.parse(
        String(decoding: bytes[from..<to], as: UTF8.self), state: &state, base: base,
        column: Int(start.column) + Int(start.blanks)))
    let endsInTab = index + 1 < starts.count && starts[index + 1].blanks > 0
    return endsInTab ? text.prefix(columns: columns) : text
  }

  /// Walks over the line and notes where rows begin.
  private struct Cutter {
    let columns: Int
    let limit: Int
    var scanner: SGRScanner
    var starts: [Start]
    /// The columns of the row so far, and of the line.
    var used = 0
    var column = 0
    var end = 0
    private var isDone = false

    init(_ line: String, columns: Int, limit: Int) {
      self.columns = columns
      self.limit = max(1, limit)
      scanner = SGRScanner(bytes: Array(line.utf8), state: SGRState())
      starts = [Start(offset: 0, column: 0, blanks: 0, state: SGRState())]
    }

    mutating func run() {
      while !isDone, let piece = scanner.next() {
        switch piece {
        case .tab: tab()
        case .text(let range): text(range)
        }
      }
      if !isDone { end = scanner.bytes.count }
    }

    private mutating func begin(at offset: Int, blanks: Int = 0) {
      guard starts.count < limit else {
        end = offset
        isDone = true
        return
      }
      starts.append(
        Start(
          offset: UInt32(offset), column: UInt32(column), blanks: UInt8(blanks), state: scanner.state))
      used = 0
    }

    private mutating func tab() {
      var blanks = SGRText.tabColumns(at: column)
      if used >= columns { begin(at: scanner.index - 1) }
      while used + blanks > columns, !isDone {
        let here = columns - used
        column += here
        blanks -= here
        begin(at: scanner.index, blanks: blanks)
      }
      used += blanks
      column += blanks
    }

    private mutating func text(_ range: Range<Int>) {
      if scanner.bytes[range].allSatisfy({ $0 < 0x80 }) { return ascii(range) }
      var offset = range.lowerBound
      for character in String(decoding: scanner.bytes[range], as: UTF8.self) {
        let width = TextWidth.columns(of: character)
        if used + width > columns, used > 0 {
          begin(at: offset)
          if isDone { return }
        }
        used += width
        column += width
        offset += character.utf8.count
      }
    }

    /// Each byte is a character of one column.
    private mutating func ascii(_ range: Range<Int>) {
      var offset = range.lowerBound
      while offset < range.upperBound {
        if used >= columns {
          begin(at: offset)
          if isDone { return }
        }
        let count = min(columns - used, range.upperBound - offset)
        used += count
        column += count
        offset += count
      }
    }
  }
}
