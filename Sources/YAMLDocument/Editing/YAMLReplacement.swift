/// New text for a range of bytes: all that an edit does to a text.
public struct YAMLReplacement: Sendable, Hashable {
  /// The bytes that go; empty where only something is put in.
  public var range: Range<Int>
  /// What stands there instead.
  public var text: String

  /// A replacement of a range.
  public init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }

  /// Something put in before a byte.
  public init(at offset: Int, text: String) {
    self.init(range: offset..<offset, text: text)
  }
}

extension YAMLReplacement {
  /// A text with replacements made, which must not overlap; every byte outside of them stays.
  public static func apply(_ replacements: [YAMLReplacement], to text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    var next = 0
    for replacement in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = min(max(replacement.range.lowerBound, next), bytes.count)
      result += bytes[next..<start]
      result += replacement.text.utf8
      next = min(max(replacement.range.upperBound, start), bytes.count)
    }
    result += bytes[next...]
    return String(decoding: result, as: UTF8.self)
  }
}
