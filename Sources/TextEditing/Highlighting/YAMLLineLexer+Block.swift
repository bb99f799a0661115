import TerminalUI

extension YAMLLineLexer {
  /// What stands in a line outside of brackets.
  mutating func block() {
    if at == 0, bytes.count >= 3 {
      let head = String(decoding: bytes[..<3], as: UTF8.self)
      if head == "---" || head == "...", isBlank(3) {
        add(0..<3, .syntaxKeyword)
        at = 3
      }
    }
    var isValue = false
    state.owner = -1
    while true {
      skipBlanks()
      guard let first = byte else { return }
      switch first {
      case UInt8(ascii: "#") where at == 0 || isBlank(at - 1): return comment()
      case UInt8(ascii: "%") where at == 0: return add(0..<bytes.count, .syntaxKeyword)
      case UInt8(ascii: "-") where !isValue && isBlank(at + 1),
        UInt8(ascii: "?") where !isValue && isBlank(at + 1):
        add(at..<at + 1, .muted)
        state.owner = Int32(at)
        at += 1
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): property()
      case UInt8(ascii: "|"), UInt8(ascii: ">"): return blockHeader()
      case UInt8(ascii: "["), UInt8(ascii: "{"): return flow()
      default:
        let start = at
        guard key(isValue: isValue) else { return comment() }
        state.owner = Int32(start)
        isValue = true
      }
    }
  }

  /// An anchor, an alias or a tag.
  mutating func property() {
    let start = at
    let ends: [UInt8] = state.depth > 0 ? Array(",[]{}".utf8) : []
    while let byte, !isBlank(at), !ends.contains(byte) { at += 1 }
    add(start..<at, .syntaxKeyword)
  }

  /// `|` or `>` with its signs: the lines below are a block of text.
  private mutating func blockHeader() {
    let start = at
    at += 1
    while let byte, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || (0x30...0x39).contains(byte) {
      at += 1
    }
    guard isBlank(at) else {
      at = start
      _ = key(isValue: true)
      return comment()
    }
    add(start..<at, .syntaxKeyword)
    let owner = state.owner
    comment()
    state = YAMLLineState(mode: .block, depth: 0, owner: owner)
  }

  /// A key with its colon, or a value up to the end of the line; true for a key.
  private mutating func key(isValue: Bool) -> Bool {
    let start = at
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      state.mode = byte == UInt8(ascii: "\"") ? .doubleQuoted : .singleQuoted
      at += 1
      let isKey = !isValue && quotedKeyEnd().map { isColon($0) } ?? false
      quotedRest(from: start, isKey: isKey)
      return isKey && colon()
    }
    while at < bytes.count {
      if !isValue, isColon(at) { break }
      if bytes[at] == UInt8(ascii: "#"), at > start, isBlank(at - 1) { break }
      at += 1
    }
    if at < bytes.count, isColon(at), !isValue {
      var end = at
      while end > start, isBlank(end - 1) { end -= 1 }
      keyText(start..<end)
      return colon()
    }
    plain(start..<at)
    return false
  }

  func isColon(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: ":") && isBlank(index + 1)
  }

  mutating func colon() -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: ":") else { return false }
    add(at..<at + 1, .muted)
    at += 1
    return true
  }

  mutating func keyText(_ range: Range<Int>) {
    let isMerge = range.count == 2 && bytes[range.lowerBound] == UInt8(ascii: "<")
    scalar(range, isMerge ? .syntaxKeyword : .syntaxKey)
  }

  /// The place behind the quote that closes a key, and the blanks there; nil where the line has none.
  func quotedKeyEnd() -> Int? {
    var copy = YAMLLineLexer(bytes: bytes, state: state, at: at, collects: false)
    copy.quotedRest(from: at, isKey: false)
    guard copy.state.mode == .structure else { return nil }
    copy.skipBlanks()
    return copy.at
  }

  /// The rest of a text in quotes, which began at `start`; ends the mode where the text ends.
  mutating func quotedRest(from start: Int, isKey: Bool) {
    let quote = state.mode == .doubleQuoted ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    while let byte {
      at += 1
      if byte == UInt8(ascii: "\\"), state.mode == .doubleQuoted {
        at = min(at + 1, bytes.count)
      } else if byte == quote {
        if quote == UInt8(ascii: "'"), self.byte == quote {
          at += 1
          continue
        }
        state.mode = .structure
        break
      }
    }
    scalar(start..<at, isKey ? .syntaxKey : .syntaxString)
  }
}
