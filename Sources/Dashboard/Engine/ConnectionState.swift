import EngineModel

/// How davit stands with the engine.
public enum ConnectionState: Sendable, Equatable {
  /// Nothing has answered yet.
  case connecting
  /// Lists are in and events flow.
  case live
  /// There is no engine now; what is on the screen is what it said last.
  case lost(EngineTrouble)

  var isLive: Bool { self == .live }
}

/// Why the engine cannot be used, in words for people.
public struct EngineTrouble: Sendable, Hashable {
  /// What went wrong, in one line.
  public var what: String
  /// What to do about it; nil where there is nothing but waiting.
  public var advice: String?

  /// A trouble with its advice.
  public init(what: String, advice: String? = nil) {
    self.what = what
    self.advice = advice
  }
}
