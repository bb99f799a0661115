import EngineModel

/// A line of a log that somebody goes to.
struct LogTarget: Sendable, Equatable {
  let time: Timestamp
  /// The beginning of its text.
  let text: String
  /// Its number, once it has come.
  var number: Int?
  /// Where it was put on the screen; nil before that.
  var shownAt: LogPosition?
  /// Whether the log is read no further, so that the line stays.
  var endsLog = false
}

extension LogsState {
  /// Reads the minutes around a line that a search has found, and puts it on the screen, with what was searched for.
  mutating func go(to line: FoundLine, searching pattern: String) {
    if showsErrorsOnly { toggleErrorsOnly() }
    if modeBefore == nil { modeBefore = mode }
    ask(for: line.time.map { .around($0) } ?? .all)
    self.mode = .search
    setPattern(pattern)
    target = line.time.map { LogTarget(time: $0, text: String(line.text.prefix(80))) }
  }

  /// Forgets the line that was gone to; patterns do what they did before.
  mutating func leaveTarget() {
    target = nil
    if let modeBefore { mode = modeBefore }
    modeBefore = nil
  }

  /// Looks for the line that is gone to among those from a number on, which are others than before. Both outputs of a
  /// container come side by side, so that times alone do not tell it.
  mutating func findTarget(from first: Int) {
    guard let target, target.number.map({ $0 >= first }) ?? true else { return }
    self.target?.number = (first..<max(first, buffer.endNumber)).first { number in
      buffer[number].time == target.time && buffer[number].plainText.hasPrefix(target.text)
    }
  }

  /// Puts the line that is gone to on the screen, once it has come; again where it has got another place and nobody has
  /// moved meanwhile.
  mutating func showTarget(_ state: SharedState) {
    guard let target, let number = target.number, number >= buffer.firstNumber else { return }
    guard target.shownAt.map({ $0 == position && search.current != number }) ?? true else { return }
    search.current = number
    show(line: number, layout(in: state.layout.detailContent, state))
    self.target?.shownAt = position
  }

  /// The first of these lines, as many as there is room for without pushing out the line that is looked at; the log is
  /// read no further then.
  mutating func withoutThoseBeyondTarget(_ lines: [LogLine], of request: LogRequest) -> [LogLine] {
    guard case .around = span, let number = target?.number, !isFollowing || target?.shownAt == nil else {
      return lines
    }
    let room = buffer.maximumLines - (buffer.endNumber - number) - Self.linesBefore
    let isLarge = buffer.bytes > buffer.maximumBytes - buffer.maximumBytes / 8
    guard lines.count > room || isLarge else { return lines }
    target?.endsLog = true
    finish(request, .ended)
    return Array(lines.prefix(max(0, isLarge ? 0 : room)))
  }

  /// How many lines before the one that is looked at stay in any case.
  private static let linesBefore = 100
}
