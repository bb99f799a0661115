import EngineModel

/// A line of a log that somebody goes to.
struct LogTarget: Sendable, Equatable {
  let time: Timestamp
  /// Its number, once it has come.
  var number: Int?
  /// Whether it was put on the screen.
  var isShown = false
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
    target = line.time.map { LogTarget(time: $0) }
  }

  /// Forgets the line that was gone to; patterns do what they did before.
  mutating func leaveTarget() {
    target = nil
    if let modeBefore { mode = modeBefore }
    modeBefore = nil
  }

  /// Looks for the line that is gone to among those from a number on.
  mutating func findTarget(from first: Int) {
    guard let target, target.number == nil else { return }
    self.target?.number = (first..<max(first, buffer.endNumber)).first { number in
      buffer[number].time.map { $0 >= target.time } ?? false
    }
  }

  /// Puts the line that is gone to on the screen, once it has come.
  mutating func showTarget(_ state: SharedState) {
    guard let target, let number = target.number, !target.isShown else { return }
    self.target?.isShown = true
    guard number >= buffer.firstNumber else { return }
    search.current = number
    show(line: number, layout(in: state.layout.detailContent, state))
  }

  /// The first of these lines, as many as there is room for without pushing out the line that is looked at; the log is
  /// read no further then.
  mutating func withoutThoseBeyondTarget(_ lines: [LogLine], of request: LogRequest) -> [LogLine] {
    guard case .around = span, let number = target?.number, !isFollowing || target?.isShown == false else {
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
