/// Reads what is typed into the fields of forms.
enum TypedText {
  /// A text that has to be `key=value`; nothing typed is fine.
  static let pair = FieldCheck(name: "pair") { text in
    text.isEmpty || text.trimmed.firstIndex(of: "=").map { $0 > text.trimmed.startIndex } ?? true
      ? nil : "this is key=value"
  }

  /// `key=value` pairs, one a line; a key alone has no value.
  static func pairs(_ text: String) throws(TypedProblem) -> [LabelPair] {
    var pairs: [LabelPair] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = parts.first?.trimmed, !key.isEmpty else {
        throw TypedProblem("\(line) is not key=value")
      }
      pairs.append(LabelPair(key: key, value: parts.count > 1 ? parts[1].trimmed : ""))
    }
    return pairs
  }

  /// Words with blanks, commas or line ends between them.
  static func list(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "," || $0 == "\n" }.map(String.init)
  }
}
