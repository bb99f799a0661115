import Troubles

/// One line for the user: what happened, why, what to do.
package struct Notice: Sendable, Hashable {
  /// How much it matters.
  package enum Level: Sendable, Hashable {
    case success
    case information
    case warning
    case error
  }

  package var level: Level
  /// What there is to say. Text from outside may be in it; it is made harmless where it is drawn.
  package var trouble: Trouble
  /// The engine that it is about; nil for davit itself.
  package var engine: EngineID?

  /// A notice of a level.
  package init(_ level: Level, _ text: String, about engine: EngineID? = nil) {
    self.init(level, Trouble(text), about: engine)
  }

  /// A notice of something that cannot be done.
  package init(_ level: Level, _ trouble: Trouble, about engine: EngineID? = nil) {
    self.level = level
    self.trouble = trouble
    self.engine = engine
  }

  /// All of it in one line.
  package var text: String { trouble.description }
}

/// A notice on the screen.
struct Toast: Sendable, Equatable {
  let id: NoticeID
  let notice: Notice
}

/// The notices on the screen.
struct Toasts: Sendable, Equatable {
  private(set) var shown: [Toast]
  /// Those that never go away.
  let lastingNotices: [Notice]
  /// Whether somebody was there to see them: from then on each takes one row.
  private(set) var isSeen = false
  private var last = 0

  /// The most that are on the screen at once.
  private static let limit = 4

  /// The first problems, which stay until the first key; the rest is what `davit doctor` is for. Those in `lasting` stay
  /// to the end.
  init(lasting: [String] = [], problems: [String]) {
    lastingNotices = lasting.map { Notice(.error, $0) }
    shown = problems.prefix(3).enumerated().map {
      Toast(id: NoticeID(rawValue: -1 - $0.offset), notice: Notice(.warning, $0.element))
    }
  }

  /// Shows a notice for a while; an error stays longer.
  mutating func show(_ notice: Notice) -> Effect {
    last += 1
    let toast = Toast(id: NoticeID(rawValue: last), notice: notice)
    // The same again is no news: it only stays longer.
    shown.removeAll { $0.notice == notice }
    shown.append(toast)
    if shown.count > Self.limit { shown.removeFirst(shown.count - Self.limit) }
    let seconds = notice.level == .error ? 8 : 4
    return .after(milliseconds: seconds * 1_000, .expireToast(toast.id))
  }

  /// Takes one away.
  mutating func expire(_ id: NoticeID) { shown.removeAll { $0.id == id } }

  /// Somebody is there and has seen the problems of the start.
  mutating func dismissProblems() {
    shown.removeAll { $0.id.rawValue < 0 }
    isSeen = true
  }
}
