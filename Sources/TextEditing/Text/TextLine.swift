/// A line without what ends it, and how it ends.
struct TextLine: Sendable, Hashable {
  /// The line's characters.
  var text: String
  /// Whether a carriage return stands before the line feed.
  var endsWithReturn: Bool

  init(_ text: String, endsWithReturn: Bool = false) {
    self.text = text
    self.endsWithReturn = endsWithReturn
  }
}

extension String {
  /// Whether both hold the same bytes; `==` also counts different spellings of a letter as equal.
  func isIdentical(to other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return self == other && (isASCII || utf8.elementsEqual(other.utf8))
  }

  /// Whether all characters are ASCII: then bytes, characters and columns count alike.
  var isASCII: Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } } ?? utf8.allSatisfy { $0 < 0x80 }
  }
}
