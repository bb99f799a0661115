/// Points in time as YAML 1.1 writes them and as the reference prints them.
enum TimeText {
  /// The parts of a timestamp; nil where a text is none.
  struct Parts {
    var date: [Int]
    var clock: [Int] = [0, 0, 0]
    var fraction = ""
    /// As printed: `+0000 UTC`.
    var zone = "+0000 UTC"
  }

  /// Whether a plain scalar is a point in time.
  static func isTime(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count >= 8 else {
      return false
    }
    return parts(text) != nil
  }

  /// `2024-01-01 00:00:00 +0000 UTC`.
  static func utc(_ text: String) -> String {
    guard let parts = parts(text) else { return text }
    let date = [pad(parts.date[0], 4), pad(parts.date[1], 2), pad(parts.date[2], 2)].joined(separator: "-")
    let clock = parts.clock.map { pad($0, 2) }.joined(separator: ":")
    return "\(date) \(clock)\(parts.fraction.isEmpty ? "" : "." + parts.fraction) \(parts.zone)"
  }

  private static func parts(_ text: String) -> Parts? {
    let bytes = Array(text.utf8)
    let dateEnd = bytes.firstIndex { !isDigit($0) && $0 != 0x2D } ?? bytes.count
    let date = split(bytes[..<dateEnd], at: 0x2D)
    guard date.count == 3, date[0].count == 4, (1...2).contains(date[1].count),
      (1...2).contains(date[2].count)
    else { return nil }
    var parts = Parts(date: date.map(number))
    guard (1...12).contains(parts.date[1]), (1...31).contains(parts.date[2]) else { return nil }
    if dateEnd == bytes.count { return parts }
    var rest = bytes[dateEnd...]
    guard [0x54, 0x74, 0x20].contains(rest.first) else { return nil }
    rest = rest.dropFirst()
    return readClock(&rest, into: &parts) && readZone(rest, into: &parts) ? parts : nil
  }

  private static func readClock(_ rest: inout ArraySlice<UInt8>, into parts: inout Parts) -> Bool {
    let clock = split(rest.prefix { isDigit($0) || $0 == 0x3A }, at: 0x3A)
    guard clock.count == 3, (1...2).contains(clock[0].count), clock[1].count == 2, clock[2].count == 2 else {
      return false
    }
    parts.clock = clock.map(number)
    guard parts.clock[0] < 24, parts.clock[1] < 60, parts.clock[2] < 60 else { return false }
    rest = rest.drop { isDigit($0) || $0 == 0x3A }
    if rest.first == 0x2E {
      let digits = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(digits.count + 1)
      parts.fraction = String(decoding: digits, as: UTF8.self)
      while parts.fraction.hasSuffix("0") { parts.fraction.removeLast() }
    }
    return true
  }

  private static func readZone(_ rest: ArraySlice<UInt8>, into parts: inout Parts) -> Bool {
    let zone = Array(rest)
    if zone.isEmpty || zone == [0x5A] || zone == [0x7A] { return true }
    guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A else { return false }
    guard isDigit(zone[1]), isDigit(zone[2]), isDigit(zone[4]), isDigit(zone[5]) else { return false }
    let offset = String(decoding: zone[0..<3] + zone[4...], as: UTF8.self)
    parts.zone = offset == "+0000" || offset == "-0000" ? "+0000 UTC" : "\(offset) \(offset)"
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func split(_ bytes: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
    bytes.split(separator: separator, omittingEmptySubsequences: false)
  }

  private static func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}

extension TimeText {
  /// `2024-01-01T00:00:00Z`, as JSON has it.
  static func rfc3339(_ text: String) -> String {
    guard let parts = parts(text) else { return text }
    let date = [pad(parts.date[0], 4), pad(parts.date[1], 2), pad(parts.date[2], 2)].joined(separator: "-")
    let clock = parts.clock.map { pad($0, 2) }.joined(separator: ":")
    let offset = parts.zone.prefix(5)
    let zone = parts.zone == "+0000 UTC" ? "Z" : offset.prefix(3) + ":" + offset.suffix(2)
    return "\(date)T\(clock)\(parts.fraction.isEmpty ? "" : "." + parts.fraction)\(zone)"
  }
}
