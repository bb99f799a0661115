extension Timestamp {
  /// Reads RFC 3339 with any number of decimals and a zone ("2026-11-24T23:05:07.025791981Z",
  /// "2026-11-24T23:05:07+01:00"). Nil for anything else, and for the engine's "never", 0001-01-01T00:00:00Z.
  public init?(_ text: some StringProtocol) {
    var reader = RFC3339Reader(Array(text.utf8))
    guard let moment = reader.moment() else { return nil }
    self = moment
  }

  /// RFC 3339 in UTC, with nanoseconds where there are any: the form of the `since` of logs and events.
  public var rfc3339: String {
    let fraction = subsecond == 0 ? "" : "." + padded(subsecond, 9)
    return "\(dateText(zoneSeconds: 0))T\(timeText(zoneSeconds: 0))\(fraction)Z"
  }

  /// "HH:mm:ss" on a clock that is `zoneSeconds` ahead of UTC.
  public func timeText(zoneSeconds: Int) -> String {
    let second = secondOfDay(zoneSeconds).second
    return "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  /// "yyyy-MM-dd" on a calendar that is `zoneSeconds` ahead of UTC.
  public func dateText(zoneSeconds: Int) -> String {
    let day = CivilDay(daysSince1970: secondOfDay(zoneSeconds).day)
    return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }

  /// "yyyy-MM-dd HH:mm:ss" on a clock that is `zoneSeconds` ahead of UTC.
  public func dateTimeText(zoneSeconds: Int) -> String {
    dateText(zoneSeconds: zoneSeconds) + " " + timeText(zoneSeconds: zoneSeconds)
  }

  private func secondOfDay(_ zoneSeconds: Int) -> (day: Int64, second: Int64) {
    let local = seconds + Int64(max(-86_400, min(86_400, zoneSeconds)))
    let second = ((local % 86_400) + 86_400) % 86_400
    return ((local - second) / 86_400, second)
  }
}

/// The number in decimal, filled up with zeros on the left to `width` digits.
private func padded(_ number: Int64, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads one RFC 3339 text from left to right; nil at the first thing that does not belong.
private struct RFC3339Reader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func moment() -> Timestamp? {
    guard let year = number(4), literal("-"), let month = number(2), literal("-"), let day = number(2),
      (1...12).contains(month), (1...31).contains(day),
      literal("T") || literal("t") || literal(" "),
      let hour = number(2), literal(":"), let minute = number(2), literal(":"), let second = number(2),
      hour < 24, minute < 60, second < 61,
      let nanoseconds = fraction(), let zone = zone(), position == bytes.count
    else { return nil }
    let days = CivilDay(year: year, month: month, day: day).daysSince1970
    let total = days * 86_400 + hour * 3600 + minute * 60 + second - zone
    let value = Int128(total) * 1_000_000_000 + Int128(nanoseconds)
    return year <= 1 ? nil : Int64(exactly: value).map(Timestamp.init(nanoseconds:))
  }

  private mutating func literal(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == scalar.value else { return false }
    position += 1
    return true
  }

  private mutating func digit() -> Int64? {
    guard position < bytes.count, (48...57).contains(bytes[position]) else { return nil }
    defer { position += 1 }
    return Int64(bytes[position] - 48)
  }

  private mutating func number(_ width: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<width {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The decimals as nanoseconds: digits after the ninth are dropped; 0 where there are none.
  private mutating func fraction() -> Int64? {
    guard literal(".") else { return 0 }
    var (value, width): (Int64, Int) = (0, 0)
    while let digit = digit() {
      if width < 9 { value = value * 10 + digit }
      width += 1
    }
    guard width > 0 else { return nil }
    for _ in min(width, 9)..<9 { value *= 10 }
    return value
  }

  /// The zone in seconds ahead of UTC.
  private mutating func zone() -> Int64? {
    if literal("Z") || literal("z") { return 0 }
    let ahead = literal("+")
    guard ahead || literal("-"), let hours = number(2), literal(":"), let minutes = number(2) else {
      return nil
    }
    return (hours * 3600 + minutes * 60) * (ahead ? 1 : -1)
  }
}
