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
    self.what = what
    self.why = why
    self.advice = advice
  }

  /// What and why, in one line.
  package var summary: String { why.map { "\(what): \($0)" } ?? what }

  /// All of it in one line: `cannot … : why — what to do`.
  package var description: String { advice.map { "\(summary) — \($0)" } ?? summary }

  /// The same as the reason why something else cannot be done.
  package func inTheWay(of what: String) -> Trouble { Trouble(what, why: summary, advice: advice) }
}
