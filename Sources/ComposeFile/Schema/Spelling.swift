/// Finds what somebody may have meant.
enum Spelling {
  /// The known word that is nearest to a wrong one; nil where none is near.
  static func closest(to word: String, among known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let ranked = known.sorted().map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= limit,
      best.distance < word.count
    else { return nil }
    return best.word
  }

  /// How many letters have to be added, dropped, changed or swapped.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.unicodeScalars.prefix(64)), Array(right.unicodeScalars.prefix(64)))
    var rows = [Array(0...right.count)]
    for (at, letter) in left.enumerated() {
      var row = [at + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          row[column] + 1, rows[at][column + 1] + 1, rows[at][column] + (letter == other ? 0 : 1))
        if at > 0, column > 0, letter == right[column - 1], left[at - 1] == other {
          best = min(best, rows[at - 1][column - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
