import TerminalUI

extension YAMLLineLexer {
  /// What stands inside of brackets, up to where the last of them closes.
  mutating func flow() {
    while true {
      skipBlanks()
      guard let first = byte else { return }
      switch first {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        state.depth += 1
        sign()
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        state.depth = max(0, state.depth - 1)
        sign()
        if state.depth == 0 { return comment() }
      case UInt8(ascii: ","),
        UInt8(ascii: ":") where isFlowColon(at):
        sign()
      case UInt8(ascii: "#") where at == 0 || isBlank(at - 1): return comment()
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): property()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(first)
      default: flowPlain()
      }
    }
  }

  private mutating func sign() {
    add(at..<at + 1, .muted)
    at += 1
  }

  private mutating func quoted(_ quote: UInt8) {
    let start = at
    state.mode = quote == UInt8(ascii: "\"") ? .doubleQuoted : .singleQuoted
    at += 1
    // In brackets a colon may touch the quote: {"a":1}.
    let isKey = quotedKeyEnd().map { $0 < bytes.count && bytes[$0] == UInt8(ascii: ":") } ?? false
    quotedRest(from: start, isKey: isKey)
    if isKey { _ = colon() }
  }

  private mutating func flowPlain() {
    let start = at
    while let byte, !isFlowSign(byte), !isFlowColon(at) {
      if byte == UInt8(ascii: "#"), at > start, isBlank(at - 1) { break }
      at += 1
    }
    if at == start { at += 1 }
    var end = at
    while end > start, isBlank(end - 1) { end -= 1 }
    if at < bytes.count, isFlowColon(at) { keyText(start..<end) } else { plain(start..<end) }
  }

  private func isFlowSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  private func isFlowColon(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: ":") else { return false }
    return isBlank(index + 1) || isFlowSign(bytes[index + 1])
  }

  /// A value without quotes: a word with a meaning, a number or a text.
  mutating func plain(_ range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(end - 1) { end -= 1 }
    let range = range.lowerBound..<end
    guard collects, !range.isEmpty else { return }
    if range.count <= 5, Self.words.contains(String(decoding: bytes[range], as: UTF8.self).lowercased()) {
      add(range, .syntaxKeyword)
    } else {
      scalar(range, isNumber(range) ? .syntaxNumber : .syntaxString)
    }
  }

  private static let words: Set = ["true", "false", "null", "~", "yes", "no", "on", "off"]

  private func isNumber(_ range: Range<Int>) -> Bool {
    var text = bytes[range]
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      text = text.dropFirst()
    }
    guard let first = text.first, (0x30...0x39).contains(first) || first == UInt8(ascii: ".") else {
      return false
    }
    if text.count > 2, first == UInt8(ascii: "0"), let kind = text.dropFirst().first,
      kind | 0x20 == UInt8(ascii: "x")
    {
      return text.dropFirst(2).allSatisfy {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66 || (0x30...0x39).contains($0)
      }
    }
    return isDecimal(text)
  }

  private func isDecimal(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var points = 0
    var digits = 0
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "_"): digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
          rest = rest.dropFirst()
        }
        return digits > 0 && points <= 1 && !rest.isEmpty && rest.allSatisfy { (0x30...0x39).contains($0) }
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
