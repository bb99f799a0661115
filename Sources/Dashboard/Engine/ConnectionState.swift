import EngineModel

/// How davit stands with the engine.
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

extension DashboardState {
  /// Whether the engine has ever answered: then what is on the screen is stale, else there is nothing to show.
  var hasSeenEngine: Bool { facts.version != nil || !facts.containers.isEmpty }

  /// Why there is nothing to show at all; nil once the engine has answered.
  var startTrouble: EngineTrouble? {
    guard case .lost(let trouble) = connection, !hasSeenEngine else { return nil }
    return trouble
  }
}

/// Why the engine cannot be used, in words for people.
package struct EngineTrouble: Sendable, Hashable {
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
