import EngineModel

/// The times before log lines, read without making strings of them: there may be hundreds of thousands at once.
enum LogTime {
  /// Reads `2026-11-24T22:57:27.123456789Z`, the one form that engines write before log lines; nil for other texts,
  /// which then are part of the line.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
    guard bytes.count >= 20, bytes.last == 0x5A else {
      return Timestamp(String(decoding: bytes, as: UTF8.self))
    }
    let start = bytes.startIndex
    guard let year = number(bytes, start, 4), let month = number(bytes, start + 5, 2),
      let day = number(bytes, start + 8, 2), let hour = number(bytes, start + 11, 2),
      let minute = number(bytes, start + 14, 2), let second = number(bytes, start + 17, 2),
      // The years that nanoseconds since 1970 can count.
      (1_678...2_261).contains(year)
    else { return nil }
    var fraction: Int64 = 0
    var scale: Int64 = 100_000_000
    for byte in bytes[(start + 19)...].dropFirst().dropLast() {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      fraction += Int64(byte - 0x30) * scale
      scale /= 10
    }
    let clock = Int64(hour * 3_600 + minute * 60 + second)
    let days = Int64(daysSince1970(year: year, month: month, day: day))
    return Timestamp(nanoseconds: (days * 86_400 + clock) * 1_000_000_000 + fraction)
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ start: Int, _ digits: Int) -> Int? {
    var value = 0
    for index in start..<start + digits {
      let byte = bytes[index]
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// Days between 1970-01-01 and a date of the Gregorian calendar: whole eras of 400 years, with years that begin
  /// in March so that the leap day comes last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
