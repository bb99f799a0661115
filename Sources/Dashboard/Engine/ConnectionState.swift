/// How davit stands with an engine.
package enum ConnectionState: Sendable, Equatable {
  /// Nothing has answered yet.
  case connecting
  /// Lists are in and events flow.
  case live
  /// There is no engine now; what is on the screen is what it said last.
  case lost(EngineTrouble)

  /// Whether lists are in and events flow.
  package var isLive: Bool { self == .live }
}

/// Why an engine cannot be used, in words for people.
package struct EngineTrouble: Error, Sendable, Hashable {
  /// What went wrong, in one line.
  package var what: String
  /// What to do about it; nil where there is nothing but waiting.
  package var advice: String?

  /// A trouble with its advice.
  package init(what: String, advice: String? = nil) {
    self.what = what
    self.advice = advice
  }
}
