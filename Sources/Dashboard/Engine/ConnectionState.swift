import Troubles

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
