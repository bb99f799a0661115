import EngineModel

/// Makes lines of the pieces in which a log arrives. One assembler for each of a container's two outputs.
///
/// The engine cuts long lines at 16 KiB and puts the time before every piece (moby `daemon/logger`): the times in
/// the middle are taken out again. A carriage return starts the line over, as on a terminal, so a progress bar is
/// the line that it last showed.
package struct LogAssembler: Sendable {
  private let container: ContainerID
  private let isError: Bool
  private let hasTimes: Bool
  private var pending: [UInt8] = []
  private var omitted = 0

  /// The engine's limit for one piece of a line.
  private static let piece = 16_384
  /// The longest line that is kept whole.
  package static let maximumLine = 1 << 20

  /// An assembler for one output of a container; `hasTimes` tells whether the engine was asked for times.
  package init(container: ContainerID, isError: Bool, hasTimes: Bool = true) {
    self.container = container
    self.isError = isError
    self.hasTimes = hasTimes
  }

  /// Takes the next bytes and adds the lines that they complete to `lines`.
  package mutating func feed(_ bytes: [UInt8], into lines: inout [LogLine]) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      if pending.isEmpty, end - rest.startIndex <= Self.maximumLine {
        lines.append(line(rest[..<end]))
      } else {
        keep(rest[..<end])
        lines.append(line(pending[...]))
        pending.removeAll(keepingCapacity: true)
      }
      rest = rest[(end + 1)...]
    }
    keep(rest)
  }

  /// The line that has no end yet; nil when there is none.
  package mutating func flush() -> LogLine? {
    guard !pending.isEmpty else { return nil }
    defer { pending.removeAll() }
    return line(pending[...])
  }

  /// Whether a line has begun.
  package var hasBeginning: Bool { !pending.isEmpty }

  /// The line that has no end yet, as far as it has come; nil when there is none. It goes on as if nobody had asked.
  package var beginning: LogLine? {
    var copy = self
    return copy.flush()
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = Self.maximumLine - pending.count
    pending.append(contentsOf: bytes.prefix(room))
    omitted += max(0, bytes.count - room)
  }

  private mutating func line(_ raw: ArraySlice<UInt8>) -> LogLine {
    // Without times, what looks like one is the program's own.
    let (time, start) = hasTimes ? Self.timePrefix(raw) : (nil, raw.startIndex)
    var text = Self.withoutCuts(raw[start...], hasTimes: time != nil)
    // A terminal's line ends with one, or with two where the program has written its own.
    while text.last == 0x0D { text.removeLast() }
    if let restart = text.lastIndex(of: 0x0D) { text = text[text.index(after: restart)...] }
    var shown = String(decoding: text, as: UTF8.self)
    if omitted > 0 {
      shown += " … \(omitted) more bytes not shown"
      omitted = 0
    }
    return LogLine(container: container, time: time, isError: isError, text: shown)
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
