import TerminalUI

/// Reads one line of YAML into coloured pieces.
struct YAMLLineLexer {
  let bytes: UnsafeBufferPointer<UInt8>
  var state: YAMLLineState
  var at = 0
  var spans: [SyntaxSpan] = []
  /// Whether pieces are wanted, or only the state behind the line.
  let collects: Bool

  /// What the line behind `text` starts in.
  static func state(after text: String, from state: YAMLLineState) -> YAMLLineState {
    read(text, state, collects: false) { $0.state }
  }

  /// The pieces of `text`.
  static func spans(of text: String, from state: YAMLLineState) -> [SyntaxSpan] {
    read(text, state, collects: true) { $0.spans }
  }

  private static func read<Result>(
    _ text: String, _ state: YAMLLineState, collects: Bool, _ result: (YAMLLineLexer) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      var lexer = YAMLLineLexer(bytes: bytes, state: state, collects: collects)
      lexer.line()
      return result(lexer)
    }
  }

  private mutating func line() {
    let depth = bytes.prefix { $0 == 0x20 }.count
    let isBlank = depth == bytes.count
    let isOutside = !isBlank && depth <= state.owner
    switch state.mode {
    case .block:
      if !isOutside {
        scalar(depth..<bytes.count, .syntaxString)
        return
      }
      state = YAMLLineState()
    case .singleQuoted, .doubleQuoted:
      if !isOutside {
        at = depth
        quotedRest(from: depth, isKey: false)
        return state.depth > 0 && state.mode == .structure ? flow() : comment()
      }
      // A quote that was never closed ends where the block does that holds it.
      state = YAMLLineState()
    case .structure:
      if state.depth > 0, isOutside, endsFlow(depth) { state = YAMLLineState() }
    }
    at = depth
    if state.depth > 0 { flow() } else { block() }
  }

  /// Whether a line as far left as the owner of an open bracket is a key, so that the bracket was forgotten.
  private func endsFlow(_ depth: Int) -> Bool {
    let first = bytes[depth]
    if first == UInt8(ascii: "]") || first == UInt8(ascii: "}") || first == UInt8(ascii: "#") { return false }
    return bytes[depth...].contains(UInt8(ascii: ":"))
  }

  var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  func isBlank(_ index: Int) -> Bool { index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09 }

  mutating func skipBlanks() {
    while at < bytes.count, isBlank(at) { at += 1 }
  }

  mutating func add(_ range: Range<Int>, _ role: Role) {
    guard collects, !range.isEmpty else { return }
    spans.append(SyntaxSpan(bytes: range, role: role))
  }

  /// A comment up to the end of the line; other text there is left plain.
  mutating func comment() {
    skipBlanks()
    if byte == UInt8(ascii: "#") { add(at..<bytes.count, .syntaxComment) }
    at = bytes.count
  }

  /// A piece of a text with the variables in it.
  mutating func scalar(_ range: Range<Int>, _ role: Role) {
    guard collects else { return }
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "$"), let end = variableEnd(index, range.upperBound) else {
        // Two dollar signs are one that is meant.
        index += bytes[index] == UInt8(ascii: "$") ? 2 : 1
        continue
      }
      add(start..<index, role)
      add(index..<end, .accent)
      start = end
      index = end
    }
    add(start..<range.upperBound, role)
  }

  /// The end of a variable that starts with the dollar sign at `index`; nil where none does.
  private func variableEnd(_ index: Int, _ limit: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    if bytes[index + 1] != UInt8(ascii: "{") {
      let end = bytes[(index + 1)..<limit].firstIndex { !Self.isNamePart($0) } ?? limit
      return end > index + 1 && !(0x30...0x39).contains(bytes[index + 1]) ? end : nil
    }
    var depth = 0
    for place in (index + 1)..<limit {
      if bytes[place] == UInt8(ascii: "{") { depth += 1 }
      if bytes[place] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return place + 1 }
      }
    }
    return nil
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F
  }
}
