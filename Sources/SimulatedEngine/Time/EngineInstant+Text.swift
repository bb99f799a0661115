extension EngineInstant {
  /// What the engine writes where there is no time: Go's zero time.
  static let zeroText = "0001-01-01T00:00:00Z"

  /// RFC 3339 with nanoseconds, as in log lines and inspect documents.
  var text: String {
    let days = Int(seconds / 86_400)
    let (year, month, day) = Self.civil(days: days)
    let second = Int(seconds % 86_400)
    return Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2) + "T"
      + Self.clock(second) + "." + Self.digits(Int(nanoseconds % 1_000_000_000), 9) + "Z"
  }

  /// `hh:mm:ss` in UTC, for log lines.
  var clockText: String { Self.clock(Int(seconds % 86_400)) }

  /// `yyyy/MM/dd`, `yyyy-MM-dd` … with the separator given, for log lines.
  func dateText(separator: String) -> String {
    let (year, month, day) = Self.civil(days: Int(seconds / 86_400))
    return Self.digits(year, 4) + separator + Self.digits(month, 2) + separator + Self.digits(day, 2)
  }

  /// `24/Nov/2026:23:24:23`, as web servers write it.
  var accessLogText: String {
    let (year, month, day) = Self.civil(days: Int(seconds / 86_400))
    let names = "JanFebMarAprMayJunJulAugSepOctNovDec".dropFirst(month * 3 - 3).prefix(3)
    return "\(Self.digits(day, 2))/\(names)/\(year):\(clockText)"
  }

  /// Reads `1700000000`, `1700000000.123456789`; nil for other text.
  init?(unixText text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let seconds = Int64(first), seconds.magnitude < 9_000_000_000 else {
      return nil
    }
    var fraction: Int64 = 0
    if parts.count == 2 {
      let padded = (parts[1] + "000000000").prefix(9)
      guard let value = Int64(padded), value >= 0 else { return nil }
      fraction = value
    }
    self.init(nanoseconds: seconds * 1_000_000_000 + fraction)
  }

  private static func clock(_ second: Int) -> String {
    digits(second / 3600, 2) + ":" + digits(second / 60 % 60, 2) + ":" + digits(second % 60, 2)
  }

  /// A number with leading zeros.
  static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }

  /// The Gregorian date of a day counted from 1970-01-01, by the well-known era arithmetic.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }
}
