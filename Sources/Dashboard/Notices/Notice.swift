/// The number of a notice, unique within a run.
package struct NoticeID: Sendable, Hashable {
  let rawValue: Int
}

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
  /// Text from outside may be in it; it is made harmless where it is drawn.
  package var text: String

  /// A notice of a level.
  package init(_ level: Level, _ text: String) {
    self.level = level
    self.text = text
  }
}

/// A notice on the screen.
struct Toast: Sendable, Equatable {
  let id: NoticeID
  let notice: Notice
}

extension DashboardState {
  /// Shows a notice for a while; an error stays longer.
  mutating func notify(_ notice: Notice) -> [Effect] {
    nextNotice += 1
    let toast = Toast(id: NoticeID(rawValue: nextNotice), notice: notice)
    toasts.append(toast)
    if toasts.count > 4 { toasts.removeFirst(toasts.count - 4) }
    let seconds = notice.level == .error ? 8 : 4
    return [.after(milliseconds: seconds * 1_000, .expireToast(toast.id))]
  }
}
