/// The bytes of a text with the way from libyaml's marks to byte offsets, and from byte offsets to lines.
struct SourceText: Sendable {
  let bytes: [UInt8]
  /// 3 where the text starts with a byte order mark, which libyaml does not get to see.
  let bomLength: Int
  private let lineStarts: [Int]
  /// The byte offset of every 64th code point after the byte order mark; empty where all bytes are ASCII.
  private let checkpoints: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    bomLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStarts = Self.lineStarts(of: bytes, from: bomLength)
    checkpoints = Self.checkpoints(of: bytes, from: bomLength)
  }

  /// The byte offset of a mark's index, which counts code points.
  func byteOffset(ofCodePoint index: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(bomLength + index, bytes.count) }
    let block = index / Self.stride
    guard block < checkpoints.count else { return bytes.count }
    var offset = checkpoints[block]
    for _ in 0..<(index % Self.stride) where offset < bytes.count {
      offset += Self.width(ofLead: bytes[offset])
    }
    return min(offset, bytes.count)
  }

  /// The line and column of a byte offset.
  func position(ofByte offset: Int) -> YAMLPosition {
    let line = lineIndex(ofByte: offset)
    let before = bytes[min(lineStarts[line], offset)..<min(offset, bytes.count)]
    let scalars = before.count { $0 & 0xC0 != 0x80 }
    return YAMLPosition(line: line + 1, column: scalars + 1)
  }

  /// The line that a byte offset stands in, without its end and at most `limit` bytes of it, with the control
  /// characters replaced: fit to be shown.
  func excerpt(ofByte offset: Int, limit: Int = 120) -> String {
    let start = lineStarts[lineIndex(ofByte: offset)]
    let line = bytes[start...].prefix(limit + 1).prefix { $0 != 0x0A && $0 != 0x0D }
    var text = ""
    for scalar in String(decoding: line.prefix(limit), as: UTF8.self).unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control || scalar == "\u{FFFD}"
      text.unicodeScalars.append(isControl ? " " : scalar)
    }
    return line.count > limit ? text + "…" : text
  }

  private func lineIndex(ofByte offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static let stride = 64

  private static func lineStarts(of bytes: [UInt8], from start: Int) -> [Int] {
    var starts = [start]
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    return starts
  }

  private static func checkpoints(of bytes: [UInt8], from start: Int) -> [Int] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return [] }
    var offsets: [Int] = []
    var offset = start
    var index = 0
    while offset < bytes.count {
      if index % stride == 0 { offsets.append(offset) }
      offset += width(ofLead: bytes[offset])
      index += 1
    }
    return offsets
  }

  /// How many bytes the code point has that starts with `byte`; the text is valid UTF-8, as every String is.
  private static func width(ofLead byte: UInt8) -> Int {
    switch byte {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
