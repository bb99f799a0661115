/// A line of program output: its colours understood, every other escape sequence dropped, tabs expanded.
public enum SGRText {
  /// `line` as styled text over `base`. `state` carries the look from line to line; pass a new one for each
  /// line where it should not. Sequences that do not end before the line does are dropped as well.
  public static func parse(_ line: String, state: inout SGRState, base: Style = Style()) -> StyledText {
    let isPlain = line.utf8.allSatisfy { $0 != 0x1B && $0 != 0x09 && $0 != 0xC2 }
    if isPlain { return StyledText(line, state.style(over: base)) }
    var scanner = SGRScanner(bytes: Array(line.utf8), state: state, base: base)
    let text = scanner.run()
    state = scanner.state
    return text
  }

  /// `line` alone as styled text over `base`.
  public static func parse(_ line: String, base: Style = Style()) -> StyledText {
    var state = SGRState()
    return parse(line, state: &state, base: base)
  }
}

/// Walks the bytes of one line.
private struct SGRScanner {
  let bytes: [UInt8]
  var state: SGRState
  let base: Style
  private var index = 0
  private var plainStart = 0
  private var text = StyledText()
  private var columns = 0

  init(bytes: [UInt8], state: SGRState, base: Style) {
    self.bytes = bytes
    self.state = state
    self.base = base
  }

  mutating func run() -> StyledText {
    while index < bytes.count {
      switch bytes[index] {
      case 0x1B: skip { $0.escape() }
      case 0x09: skip { $0.tab() }
      case 0xC2 where index + 1 < bytes.count && (0x90...0x9F).contains(bytes[index + 1]):
        controlOfOneByte(bytes[index + 1])
      default: index += 1
      }
    }
    emitPlain()
    return text
  }

  /// Emits the text so far, lets `body` move behind what stands here, and goes on from there.
  private mutating func skip(_ body: (inout SGRScanner) -> Void) {
    emitPlain()
    body(&self)
    plainStart = index
  }

  private mutating func emitPlain() {
    guard plainStart < index else { return }
    let piece = String(decoding: bytes[plainStart..<index], as: UTF8.self)
    columns += TextWidth.columns(of: piece)
    text.append(piece, state.style(over: base))
  }

  private mutating func tab() {
    let count = 8 - columns % 8
    text.append(String(repeating: " ", count: count), state.style(over: base))
    columns += count
    index += 1
  }

  /// The one-byte forms of CSI and of the string sequences (U+0080–U+009F); others are left to be shown.
  private mutating func controlOfOneByte(_ byte: UInt8) {
    switch byte {
    case 0x9B:
      skip {
        $0.index += 2
        $0.controlSequence()
      }
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
      skip {
        $0.index += 2
        $0.string()
      }
    default: index += 2
    }
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
    if bytes[index] == 0x6D && isPlain { state.apply(parameters) }
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
