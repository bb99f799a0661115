/// Makes lines of what a program prints: `\n`, `\r\n` and a lone `\r` end one, which is how progress is drawn over.
/// Bad UTF-8 is repaired, and of a line that is too long the beginning is kept.
struct OutputLines {
  /// The longest line, in bytes.
  static let limit = 8_192

  private var line: [UInt8] = []
  private var isCut = false
  private var followsReturn = false

  /// The lines that the bytes complete.
  mutating func feed(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var lines: [String] = []
    for byte in bytes {
      let endsPair = followsReturn && byte == 0x0A
      followsReturn = byte == 0x0D
      if endsPair { continue }
      if byte == 0x0A || byte == 0x0D {
        lines.append(take())
      } else if line.count < Self.limit {
        line.append(byte)
      } else {
        isCut = true
      }
    }
    return lines
  }

  /// The last line, where no end of line follows it; nil for none.
  mutating func finish() -> String? { line.isEmpty ? nil : take() }

  private mutating func take() -> String {
    defer { (line, isCut) = ([], false) }
    return String(decoding: line, as: UTF8.self) + (isCut ? "…" : "")
  }
}
