/// How much a log line matters, as the line itself says.
package enum LogLevel: UInt8, Sendable, Comparable {
  case trace, debug, info, warning, error, fatal

  package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

  /// How many bytes of a line are looked at: a level stands near the beginning.
  private static let reach = 320

  /// The level that a word stands for, in any case; nil for other words.
  static func named(_ word: some Sequence<UInt8>) -> LogLevel? {
    var key: UInt64 = 0
    var count = 0
    for byte in word {
      count += 1
      guard count <= 8 else { return nil }
      key = key << 8 | UInt64(byte | 0x20)
    }
    return count < 3 ? nil : words[key]
  }

  private static let words: [UInt64: LogLevel] = {
    let names: [(String, LogLevel)] = [
      ("trace", .trace), ("trc", .trace), ("finest", .trace), ("verbose", .trace),
      ("debug", .debug), ("dbg", .debug), ("fine", .debug),
      ("info", .info), ("inf", .info), ("notice", .info), ("informat", .info),
      ("warn", .warning), ("warning", .warning), ("wrn", .warning),
      ("error", .error), ("err", .error), ("severe", .error), ("eror", .error),
      ("fatal", .fatal), ("panic", .fatal), ("critical", .fatal), ("crit", .fatal), ("alert", .fatal),
      ("emerg", .fatal), ("ftl", .fatal),
    ]
    return Dictionary(
      names.map { name, level in (name.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, level) },
      uniquingKeysWith: { first, _ in first })
  }()

  /// The numbers of pino and bunyan: 10 is trace, 60 fatal.
  static func numbered(_ number: Int) -> LogLevel? {
    number % 10 == 0 && (10...60).contains(number) ? LogLevel(rawValue: UInt8(number / 10 - 1)) : nil
  }

  /// The level of a line; nil where it says none.
  static func of(_ text: String) -> LogLevel? { found(in: text)?.level }

  /// The level of a line and the bytes that say so; nil where there are none. A word counts where it is written as
  /// levels are: in capitals, in brackets, before a colon at the beginning, or as the value of `level`.
  static func found(in text: String) -> (level: LogLevel, range: Range<Int>)? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var scanner = LevelScanner(bytes: UnsafeBufferPointer(rebasing: bytes.prefix(reach)))
      return scanner.run()
    } ?? nil
  }
}

/// Goes through the words at the beginning of a line.
private struct LevelScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Whether the word before was a name of the level: `level=`, `"severity":`.
  private var followsName = false

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func run() -> (level: LogLevel, range: Range<Int>)? {
    if let mark = glog { return mark }
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isLetter(byte) {
        let start = index
        while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
        if let level = level(of: start..<index) { return (level, start..<index) }
      } else if byte == 0x1B {
        skipSequence()
      } else if followsName, byte >= 0x30, byte <= 0x39 {
        let start = index
        if let level = number() { return (level, start..<index) }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// `E0102 12:03:11 …`, as glog and klog begin their lines.
  private var glog: (level: LogLevel, range: Range<Int>)? {
    guard bytes.count > 5, bytes[1...4].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), bytes[5] == 0x20 else {
      return nil
    }
    let levels: [UInt8: LogLevel] = [0x49: .info, 0x57: .warning, 0x45: .error, 0x46: .fatal]
    return levels[bytes[0]].map { ($0, 0..<1) }
  }

  private mutating func level(of range: Range<Int>) -> LogLevel? {
    let wasName = followsName
    followsName = isName(range)
    guard (3...11).contains(range.count) else { return nil }
    let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
    // A word within a longer one with digits or signs, such as `ERROR_LOG`, says nothing.
    guard !Self.joins(next), !Self.joins(before) else { return nil }
    guard
      wasName || isCapital(range) || (before == 0x5B && next == 0x5D)
        || (next == 0x3A && range.lowerBound == 0)
    else { return nil }
    return LogLevel.named(bytes[range].prefix(8))
  }

  private func isName(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 3: matches(range, "lvl")
    case 5: matches(range, "level")
    case 8: matches(range, "severity") || matches(range, "loglevel")
    case 9: matches(range, "levelname")
    default: false
    }
  }

  private func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in zip(bytes[range], word).allSatisfy { $0 | 0x20 == $1 } }
  }

  private func isCapital(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 & 0x20 == 0 } }

  private mutating func number() -> LogLevel? {
    followsName = false
    var value = 0
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, value < 100 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return LogLevel.numbered(value)
  }

  /// Leaves out a sequence that sets a colour.
  private mutating func skipSequence() {
    index += 1
    guard index < bytes.count, bytes[index] == 0x5B else { return }
    index += 1
    while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
    index += 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private static func joins(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte == 0x2D || byte == 0x2F || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
