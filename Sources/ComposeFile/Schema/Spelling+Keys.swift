import WordMatching

extension Spelling {
  /// The known key or value that a wrong one is most like; nil where none is near. One letter may always be different,
  /// but never all.
  static func closest(to word: String, among known: [String]) -> String? {
    nearest(to: word, among: known.sorted(), within: min(max(1, word.count / 3), word.count - 1))
  }
}
