import TerminalUI

/// A piece of a line that has a colour of its own.
package struct SyntaxSpan: Sendable, Hashable {
  /// The bytes of the piece, counted in UTF-8.
  package var bytes: Range<Int>
  /// What it means.
  package var role: Role
}

extension StyledText {
  /// `text` with the roles of `spans`, which lie in it in order; all else is plain. Only the bytes in `range`
  /// are taken.
  init(_ text: String, spans: [SyntaxSpan], range: Range<Int>, on backdrop: Backdrop = .base) {
    self.init()
    let utf8 = text.utf8
    var end = range.lowerBound
    func piece(_ bytes: Range<Int>) -> String {
      let lower = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
      return String(decoding: utf8[lower..<utf8.index(lower, offsetBy: bytes.count)], as: UTF8.self)
    }
    for span in spans {
      let bytes = span.bytes.clamped(to: range)
      if bytes.isEmpty { continue }
      append(piece(end..<bytes.lowerBound), Style(.text, on: backdrop))
      append(piece(bytes), Style(span.role, on: backdrop))
      end = bytes.upperBound
    }
    append(piece(end..<range.upperBound), Style(.text, on: backdrop))
  }
}
