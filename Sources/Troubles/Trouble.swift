/// Why something cannot be done, in words for people: one value from where it is noticed to where it is read, be that
/// the screen, a line at the shell or a document.
package struct Trouble: Error, Sendable, Hashable, CustomStringConvertible {
  /// What cannot be done, or what went wrong: `cannot connect to unix:///var/run/docker.sock`.
  package var what: String
  /// Why: `nobody listens there`; nil where that is all there is to say.
  package var why: String?
  /// What to do about it; nil where there is nothing but waiting.
  package var advice: String?

  /// A trouble from its parts.
  package init(_ what: String, why: String? = nil, advice: String? = nil) {
    self.what = Self.clipped(what)
    self.why = why.map(Self.clipped)
    self.advice = advice.map(Self.clipped)
  }

  /// The longest part that is kept, in bytes.
  package static let limit = 4_096

  /// The text, or its beginning: what others say may be of any length, and nobody reads more of it than a page. Every
  /// message from outside comes through here before it is kept, drawn or printed.
  package static func clipped(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return String(text[..<end]) + " …"
  }

  /// What and why, in one line.
  package var summary: String { why.map { "\(what): \($0)" } ?? what }

  /// All of it in one line: `cannot … : why — what to do`.
  package var description: String { advice.map { "\(summary) — \($0)" } ?? summary }

  /// The same as the reason why something else cannot be done.
  package func inTheWay(of what: String) -> Trouble { Trouble(what, why: summary, advice: advice) }
}
