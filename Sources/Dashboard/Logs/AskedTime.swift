import EngineModel

/// A moment as people type it: `12:03`, `12:03:07`, `-10m`, `2026-11-30`, `2026-11-30 12:03`.
package struct AskedTime: Sendable, Equatable {
  private enum Form: Sendable, Equatable {
    /// Seconds before now.
    case ago(Int64)
    /// Seconds since midnight, of the day that has them last.
    case clock(Int64)
    /// Seconds since 1970 as if there were no time zones.
    case date(Int64)
    /// A moment with its zone.
    case moment(Timestamp)
  }

  private let form: Form

  /// What may be written, for forms and messages.
  package static let examples = "12:03, 12:03:07, -10m, 2026-11-30 12:03"

  /// Reads a time; nil where the text is none.
  package init?(_ text: String) {
    let text = text.trimmed
    if let seconds = Self.span(text) {
      form = .ago(seconds)
    } else if let clock = Self.clock(text) {
      form = .clock(clock)
    } else if let moment = Timestamp(text), text.contains("T") || text.contains("t") {
      form = .moment(moment)
    } else if let date = Self.date(text) {
      form = .date(date)
    } else {
      return nil
    }
  }

  /// The moment, on a clock so many seconds ahead of UTC.
  package func time(now: Timestamp, zone: Int) -> Timestamp {
    switch form {
    case .ago(let seconds): return now.adding(seconds: -seconds)
    case .moment(let time): return time
    case .date(let seconds): return Timestamp(seconds: seconds - Int64(zone))
    case .clock(let seconds):
      let local = now.seconds + Int64(zone)
      let midnight = local - ((local % 86_400) + 86_400) % 86_400
      let today = Timestamp(seconds: midnight + seconds - Int64(zone))
      // What has not come yet was meant of yesterday.
      return today > now ? today.adding(seconds: -86_400) : today
    }
  }

  /// `10m`, `-90s`, `1h30m`: seconds.
  private static func span(_ text: String) -> Int64? {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    var rest = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !rest.isEmpty else { return nil }
    var sum: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count < 10, let number = Int64(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let unit = rest.popFirst(), let seconds = units[unit] else { return nil }
      sum += number * seconds
    }
    return sum
  }

  /// `12:03` and `12:03:07`: seconds since midnight.
  private static func clock(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    let numbers = parts.compactMap { part in
      (1...2).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int64(part) : nil
    }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
      return nil
    }
    return numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// `2026-11-30`, alone or with a clock behind it: seconds since 1970.
  private static func date(_ text: String) -> Int64? {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let day = parts.first, day.count == 10,
      let start = Timestamp("\(day)T00:00:00Z"), start.dateText(zoneSeconds: 0) == day
    else { return nil }
    guard parts.count == 2 else { return start.seconds }
    return clock(String(parts[1])).map { start.seconds + $0 }
  }
}

extension LogsState {
  /// Puts the first line at or after a time on the screen; what is to be said where there is none.
  mutating func goToTime(_ text: String, _ state: SharedState) -> Notice? {
    guard let now = state.now, let asked = AskedTime(text), let first = firstLine else { return nil }
    let time = asked.time(now: now, zone: state.setup.utcOffset)
    guard let number = line(at: time) else {
      follow()
      return Notice(
        .information, "no line at or after \(time.dateTimeText(zoneSeconds: state.setup.utcOffset))")
    }
    show(line: number, layout(in: state.layout.detailContent, state))
    guard number == first, let oldest = buffer[first].time, oldest.seconds > time.seconds else { return nil }
    let clock = oldest.dateTimeText(zoneSeconds: state.setup.utcOffset)
    return Notice(.information, "the first line here is of \(clock): s reads more of the log")
  }

  /// The first line that is shown and not older than a time; nil for none.
  func line(at time: Timestamp) -> Int? {
    var number = firstLine
    while let current = number {
      if let here = buffer[current].time, here >= time { return current }
      number = lineAfter(current)
    }
    return nil
  }
}
