/// Finds what somebody may have meant.
package enum Spelling {
  /// The word of `known` that `word` is most like, the first of several; nil where none is near: where more than
  /// `limit` letters are different, or, without a limit, more than a third of the longer word.
  package static func nearest(
    to word: String, among known: some Sequence<String>, within limit: Int? = nil
  ) -> String? {
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(word.lowercased(), candidate.lowercased())
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= limit ?? max(word.count, best.word.count) / 3 else { return nil }
    return best.word
  }

  /// How many letters must be put in, taken out, replaced or swapped with their neighbour; of the first 64.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
