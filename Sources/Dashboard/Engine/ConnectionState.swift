import Troubles

/// How long a lost engine has said nothing.
package struct Absence: Sendable, Equatable {
  /// Seconds since its last byte.
  package let seconds: Int
  /// Whether it keeps silent; else it is known to be away.
  package let isSilent: Bool

  /// An absence as given.
  package init(seconds: Int, isSilent: Bool) {
    self.seconds = seconds
    self.isSilent = isSilent
  }
}

/// How davit stands with an engine.
package enum ConnectionState: Sendable, Equatable {
  /// Nothing has answered yet.
  case connecting
  /// Lists are in and events flow.
  case live
  /// There is no engine now; what is on the screen is what it said last.
  case lost(Trouble)

  /// Whether lists are in and events flow.
  package var isLive: Bool { self == .live }
}
