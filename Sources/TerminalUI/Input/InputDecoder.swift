/// Bytes from the terminal, read as keys, pastes and mouse events.
///
/// It gives the same events however the bytes are cut into reads. Only a lone escape byte needs a clock: it
/// may be the Escape key or the start of a sequence. While `isPending`, the owner waits 25 ms and calls
/// `flush()`.
public struct InputDecoder: Sendable {
  /// Bytes not yet understood.
  var pending: [UInt8] = []
  /// What has come of a paste that has not ended.
  var paste: PasteBuffer?

  /// A decoder at the beginning of a stream.
  public init() {}

  /// Whether what has come could be whole: `flush()` decides when nothing more comes.
  public var isPending: Bool {
    guard paste == nil, let first = pending.first else { return false }
    guard first == 0x1B else { return true }
    return pending.count <= 2
  }

  /// Takes what was read and gives what it means.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    pending.append(contentsOf: bytes)
    var index = 0
    while index < pending.count {
      if paste != nil {
        feedPaste(pending[index], &events)
        index += 1
        continue
      }
      guard let (event, length) = Self.first(in: pending[index...]) else { break }
      index += length
      if event == Self.pasteStart { paste = PasteBuffer() } else { events.append(event) }
    }
    pending.removeFirst(index)
    dropEndless()
    return events
  }

  /// Takes what is pending as whole: a lone escape byte is the Escape key, escape and a character the
  /// character with alt. A sequence that has got further goes on waiting for its rest.
  public mutating func flush() -> [InputEvent] {
    guard isPending else { return [] }
    let bytes = pending
    pending = []
    if bytes == [0x1B] { return [.key(KeyPress(.escape))] }
    if bytes == [0x1B, 0x1B] { return [.key(KeyPress(.escape)), .key(KeyPress(.escape))] }
    if bytes[0] == 0x1B, bytes[1] < 0x80 {
      return [.key(Self.key(byte: bytes[1], alt: true))]
    }
    return [.key(KeyPress("\u{FFFD}"))]
  }

  /// A marker that never leaves the decoder.
  static let pasteStart = InputEvent.paste("\u{0}")

  private mutating func feedPaste(_ byte: UInt8, _ events: inout [InputEvent]) {
    if let text = paste?.add(byte) {
      paste = nil
      events.append(.paste(text))
    }
  }

  /// A reply that never ends must not eat the keys for ever.
  private mutating func dropEndless() {
    if pending.count > 65_536 { pending = [] }
  }
}

/// The text between the marks of a bracketed paste.
struct PasteBuffer: Sendable {
  /// What is kept of a paste; the rest is dropped.
  static let limit = 1 << 20
  private static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []
  /// How many bytes of the end mark have just come.
  private var matched = 0

  /// Takes one byte; gives the text when it completes the end mark.
  mutating func add(_ byte: UInt8) -> String? {
    if byte == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count ? text : nil
    }
    keep(Self.endMark[..<matched])
    matched = byte == Self.endMark[0] ? 1 : 0
    if matched == 0 { keep([byte]) }
    return nil
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    if bytes.count < Self.limit { bytes.append(contentsOf: more) }
  }

  /// Terminals send line ends as carriage returns.
  private var text: String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      lines.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
