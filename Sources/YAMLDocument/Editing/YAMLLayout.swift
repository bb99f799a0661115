/// How a text is laid out: lines, indentation and line ends, so that an edit can write as the rest is written.
public struct YAMLLayout: Sendable {
  private let bytes: [UInt8]
  /// The end of the first line, which new lines get too: LF, CR LF or CR.
  public let lineEnding: String
  /// By how many columns a mapping inside a mapping is indented.
  public private(set) var mappingStep = 2
  /// By how many columns the dashes of a list inside a mapping are indented; often 0.
  public private(set) var listStep = 2

  /// The layout of a parsed text.
  public init(_ tree: YAMLTree) {
    bytes = tree.storage.source.bytes
    let text = tree.storage.source.bytes
    let firstEnd = text.firstIndex { $0 == 0x0A || $0 == 0x0D }
    switch firstEnd.map({ Array(text[$0...].prefix(2)) }) {
    case [0x0D, 0x0A]?: lineEnding = "\r\n"
    case let ends? where ends.first == 0x0D: lineEnding = "\r"
    default: lineEnding = "\n"
    }
    measure(tree)
  }

  /// The number of bytes of the text.
  public var count: Int { bytes.count }

  /// The byte at an offset; nil behind the end.
  public func byte(at offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  /// The first byte of the line that an offset stands in.
  public func lineStart(of offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, !isBreak(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// The end of the line that an offset stands in, before its line break.
  public func lineEnd(of offset: Int) -> Int {
    var end = min(offset, bytes.count)
    while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
    return end
  }

  /// The start of the next line; the end of the text where there is none.
  public func nextLine(after offset: Int) -> Int {
    let end = lineEnd(of: offset)
    guard end < bytes.count else { return end }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return end + (isPair ? 2 : 1)
  }

  /// How many columns stand before an offset in its line, the byte order mark aside.
  public func column(of offset: Int) -> Int {
    let start = lineStart(of: offset)
    let isMarked = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return bytes[(isMarked ? min(3, offset) : start)..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether only blanks stand between the start of the line and an offset.
  public func isFirstInLine(_ offset: Int) -> Bool {
    let start = lineStart(of: offset)
    let from = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : start
    return bytes[from..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether only blanks and line breaks stand in a range.
  public func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || isBreak($0) }
  }

  /// The first byte from an offset on that is no blank, line break or comment.
  public func skipSpace(from offset: Int) -> Int {
    var at = offset
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "#"), at == 0 || bytes[at - 1] <= 0x20 {
        at = lineEnd(of: at)
      } else if bytes[at] == 0x20 || bytes[at] == 0x09 || isBreak(bytes[at]) {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  /// Where the value of a node starts: behind its anchor and tag.
  public func contentStart(of node: YAMLNode) -> Int {
    propertiesEnd(of: node).map { node.kind == .scalar ? skipBlanks(from: $0) : skipSpace(from: $0) }
      ?? node.range.lowerBound
  }

  /// The end of a node's anchor and tag; nil where it has neither.
  public func propertiesEnd(of node: YAMLNode) -> Int? {
    guard node.kind != .alias else { return nil }
    var end: Int?
    var at = node.range.lowerBound
    while at < node.range.upperBound, bytes[at] == UInt8(ascii: "&") || bytes[at] == UInt8(ascii: "!") {
      while at < node.range.upperBound, bytes[at] > 0x20 { at += 1 }
      end = at
      at = skipSpace(from: at)
    }
    return end
  }

  /// Where the value of a node ends: before the line breaks that a literal or folded scalar takes along.
  public func contentEnd(of node: YAMLNode) -> Int {
    var end = node.range.upperBound
    while end > node.range.lowerBound,
      bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || isBreak(bytes[end - 1])
    {
      end -= 1
    }
    return max(end, node.range.lowerBound)
  }

  private func skipBlanks(from offset: Int) -> Int {
    var at = offset
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Takes the steps from the first mapping and the first list inside a mapping.
  private mutating func measure(_ tree: YAMLTree) {
    var open = tree.roots
    var (foundMapping, foundList) = (false, false)
    var visited = 0
    while let node = open.popLast(), !(foundMapping && foundList), visited < 200 {
      visited += 1
      guard node.kind == .mapping, !node.isFlow, let entries = node.entries else { continue }
      for entry in entries where entry.value.kind != .alias && !entry.value.isFlow {
        let step = column(of: contentStart(of: entry.value)) - column(of: entry.key.range.lowerBound)
        if !foundMapping, entry.value.kind == .mapping, (1...16).contains(step) {
          (mappingStep, foundMapping) = (step, true)
        } else if !foundList, entry.value.kind == .sequence, (0...16).contains(step) {
          (listStep, foundList) = (step, true)
        }
      }
      open += entries.reversed().map(\.value)
    }
    if !foundList { listStep = mappingStep }
  }
}
