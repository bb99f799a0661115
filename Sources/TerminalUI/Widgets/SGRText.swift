/// A line of program output: its colours understood, every other escape sequence dropped, tabs expanded.
public enum SGRText {
  /// `line` as styled text over `base`. `state` carries the look from line to line; pass a new one for each
  /// line where it should not. Sequences that do not end before the line does are dropped as well. `column` is
  /// the one that it begins at, by which tabs are counted.
  public static func parse(
    _ line: String, state: inout SGRState, base: Style = Style(), column: Int = 0
  ) -> StyledText {
    let isPlain = line.utf8.allSatisfy { $0 != 0x1B && $0 != 0x09 && $0 != 0xC2 }
    if isPlain { return StyledText(line, state.style(over: base)) }
    var scanner = SGRScanner(bytes: Array(line.utf8), state: state)
    var text = StyledText()
    var column = column
    while let piece = scanner.next() {
      switch piece {
      case .text(let range):
        let part = String(decoding: scanner.bytes[range], as: UTF8.self)
        text.append(part, scanner.state.style(over: base))
        column += TextWidth.columns(of: part)
      case .tab:
        let count = tabColumns(at: column)
        text.append(String(repeating: " ", count: count), scanner.state.style(over: base))
        column += count
      }
    }
    state = scanner.state
    return text
  }

  /// `line` alone as styled text over `base`.
  public static func parse(_ line: String, base: Style = Style()) -> StyledText {
    var state = SGRState()
    return parse(line, state: &state, base: base)
  }

  /// `line` with the sequences that set its look, and without all others; `shown` makes what stands between them harmless. It
  /// ends in the look that a terminal begins with.
  package static func coloursOnly(_ line: String, _ shown: (String) -> String) -> String {
    var scanner = SGRScanner(bytes: Array(line.utf8), state: SGRState())
    scanner.keepsColours = true
    var text = ""
    var isColoured = false
    while let piece = scanner.next() {
      text += String(decoding: scanner.colours, as: UTF8.self)
      isColoured = isColoured || !scanner.colours.isEmpty
      switch piece {
      case .text(let range):
        text += shown(String(decoding: scanner.bytes[range], as: UTF8.self))
      case .tab: text += "\t"
      }
    }
    return isColoured ? text + "\u{1B}[m" : text
  }

  /// The columns that a tab takes at a column.
  static func tabColumns(at column: Int) -> Int { 8 - column % 8 }
}

/// Walks the bytes of one line and says what is drawn; sequences are understood on the way.
struct SGRScanner {
  /// What is drawn, in the look that `state` has then.
  enum Piece {
    /// Bytes with neither sequences nor tabs; never empty.
    case text(Range<Int>)
    case tab
  }

  let bytes: [UInt8]
  private(set) var state: SGRState
  /// The byte behind the last piece.
  private(set) var index = 0
  /// Whether the sequences that set the look are kept as they came.
  var keepsColours = false
  /// Those before the last piece.
  private(set) var colours: [UInt8] = []

  init(bytes: [UInt8], state: SGRState) {
    self.bytes = bytes
    self.state = state
  }

  /// The next piece; nil at the end of the line.
  mutating func next() -> Piece? {
    colours = []
    var start = index
    while index < bytes.count {
      let isOfOneByte = isControlOfOneByte
      guard bytes[index] == 0x1B || bytes[index] == 0x09 || isOfOneByte else {
        index += 1
        continue
      }
      if start < index { return .text(start..<index) }
      if bytes[index] == 0x09 {
        index += 1
        return .tab
      }
      if isOfOneByte { controlOfOneByte() } else { escape() }
      start = index
    }
    return start < index ? .text(start..<index) : nil
  }

  /// Whether one of the one-byte forms of CSI and of the string sequences (U+0090, U+0098, U+009B–U+009F) stands here;
  /// others are left to be shown.
  private var isControlOfOneByte: Bool {
    guard bytes[index] == 0xC2, index + 1 < bytes.count else { return false }
    return [0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F].contains(bytes[index + 1])
  }

  private mutating func controlOfOneByte() {
    let byte = bytes[index + 1]
    index += 2
    if byte == 0x9B { controlSequence() } else { string() }
  }

  private mutating func escape() {
    index += 1
    guard index < bytes.count else { return }
    switch bytes[index] {
    case 0x5B:
      index += 1
      controlSequence()
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
      index += 1
      string()
    default:
      while index < bytes.count, (0x20...0x2F).contains(bytes[index]) { index += 1 }
      if index < bytes.count, (0x30...0x7E).contains(bytes[index]) { index += 1 }
    }
  }

  /// Behind the introducer: parameters and intermediates, then the final byte.
  private mutating func controlSequence() {
    let start = index
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index < bytes.count, (0x40...0x7E).contains(bytes[index]) else { return }
    let parameters = bytes[start..<index]
    let isPlain = parameters.allSatisfy { (0x30...0x3B).contains($0) }
    if bytes[index] == 0x6D && isPlain {
      state.apply(parameters)
      if keepsColours { colours += [0x1B, 0x5B] + parameters + [0x6D] }
    }
    index += 1
  }

  /// Behind the introducer: everything up to BEL or the string terminator, or to the end of the line.
  private mutating func string() {
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x07 {
        index += 1
        return
      }
      if (byte == 0x1B && next == 0x5C) || (byte == 0xC2 && next == 0x9C) {
        index += 2
        return
      }
      index += 1
    }
  }
}
