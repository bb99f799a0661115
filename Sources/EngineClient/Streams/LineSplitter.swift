/// Cuts a stream of JSON documents, one a line (application/x-ndjson, jsonl, json-seq), into lines.
struct LineSplitter {
  /// The longest line that is kept, in bytes.
  static let limit = 4 << 20

  private var rest: [UInt8] = []

  /// The lines that `bytes` complete, without their ends; nil where a line is too long to be one.
  mutating func feed(_ bytes: [UInt8]) -> [[UInt8]]? {
    var lines: [[UInt8]] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      add(rest + bytes[start..<end], to: &lines)
      rest = []
      start = end + 1
    }
    rest += bytes[start...]
    return rest.count > Self.limit ? nil : lines
  }

  /// The last line, where the stream ends without an end of line.
  mutating func finish() -> [[UInt8]] {
    var lines: [[UInt8]] = []
    add(rest, to: &lines)
    rest = []
    return lines
  }

  /// Leaves empty lines out, and the record separator (RFC 7464) that may stand before a document.
  private func add(_ line: [UInt8], to lines: inout [[UInt8]]) {
    let content = line.first == 0x1E ? Array(line.dropFirst()) : line
    if content.contains(where: { $0 > 0x20 }) { lines.append(content) }
  }
}
