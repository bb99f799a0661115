import EngineModel

/// Cuts the bytes of one output of a container into lines.
package struct LogSplitter: Sendable {
  /// The longest line that is kept whole.
  private let limit: Int
  private var pending: [UInt8] = []
  private var omitted = 0

  /// A splitter that keeps so many bytes of a line.
  package init(limit: Int) { self.limit = limit }

  /// Takes the next bytes, and hands over each line that they complete, without its end and with how many bytes of it
  /// are missing.
  package mutating func feed(_ bytes: [UInt8], _ take: (ArraySlice<UInt8>, Int) -> Void) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      if pending.isEmpty, end - rest.startIndex <= limit {
        take(rest[..<end], 0)
      } else {
        keep(rest[..<end])
        take(pending[...], omitted)
        pending.removeAll(keepingCapacity: true)
        omitted = 0
      }
      rest = rest[(end + 1)...]
    }
    keep(rest)
  }

  /// The line that has no end yet, and how many bytes of it are missing; nil when there is none.
  package mutating func flush() -> ([UInt8], Int)? {
    guard !pending.isEmpty else { return nil }
    defer { (pending, omitted) = ([], 0) }
    return (pending, omitted)
  }

  /// Whether a line has begun.
  package var hasBeginning: Bool { !pending.isEmpty }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = limit - pending.count
    pending.append(contentsOf: bytes.prefix(room))
    omitted += max(0, bytes.count - room)
  }
}

/// A line as the engine has sent it, taken apart: its time, and the bytes of the program.
package struct RawLogLine: Sendable {
  /// When the engine received it; nil where it came without a time.
  package let time: Timestamp?
  /// The same as the engine wrote it, with the blank behind it; empty for none.
  package let timeText: ArraySlice<UInt8>
  /// What the program wrote, carriage returns and all, without the line's end.
  package let text: ArraySlice<UInt8>

  /// The engine's limit for one piece of a line.
  private static let piece = 16_384

  /// Takes a line apart; `hasTime` tells whether the engine was asked for times.
  package init(_ raw: ArraySlice<UInt8>, hasTime: Bool) {
    // Without times, what looks like one is the program's own.
    let (time, start) = hasTime ? Self.timePrefix(raw) : (nil, raw.startIndex)
    self.time = time
    timeText = raw[..<start]
    text = Self.withoutCuts(raw[start...], hasTimes: time != nil)
  }

  /// The time at the start of a piece, and where the text begins.
  private static func timePrefix(_ bytes: ArraySlice<UInt8>) -> (Timestamp?, Int) {
    let start = bytes.startIndex
    guard bytes.count > 20, bytes[start + 4] == 0x2D, bytes[start + 10] == 0x54,
      let blank = bytes.prefix(40).firstIndex(of: 0x20),
      let time = LogTime.parse(bytes[start..<blank])
    else { return (nil, start) }
    return (time, blank + 1)
  }

  private static func withoutCuts(_ text: ArraySlice<UInt8>, hasTimes: Bool) -> ArraySlice<UInt8> {
    guard hasTimes, text.count > piece else { return text }
    var joined: [UInt8] = []
    var rest = text
    while rest.count > piece {
      joined.append(contentsOf: rest.prefix(piece))
      rest = rest.dropFirst(piece)
      let (time, start) = timePrefix(rest)
      if time != nil { rest = rest[start...] }
    }
    joined.append(contentsOf: rest)
    return joined[...]
  }
}
