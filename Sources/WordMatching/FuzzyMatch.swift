/// How well a few letters, in their order but not side by side, are found in a text: `rst` in `Restart`.
package struct FuzzyMatch: Sendable, Hashable {
  /// The more the better: letters side by side and at the starts of words count most. Only matches of the same letters
  /// can be compared.
  package let score: Int
  /// The offsets of the characters that were found, in order.
  package let offsets: [Int]

  /// Finds letters in a text, whatever their case; nil where they are not in it, or where the first of them begins no
  /// word: what begins in the midst of a word is rarely meant.
  package init?(_ letters: some StringProtocol, in text: String) {
    let wanted = Array(letters.lowercased())
    let characters = Array(text.lowercased().prefix(Self.longest))
    guard !wanted.isEmpty, wanted.count <= characters.count else { return nil }
    let isStart = characters.indices.map { Self.isWordStart($0, characters) }
    // For each letter: the best score with it at each place, and where the one before it stands then.
    var best = characters.indices.map { index in
      characters[index] == wanted[0] && isStart[index] ? Self.start(index) : nil
    }
    var ways: [[Int?]] = []
    for letter in wanted.dropFirst() {
      var next = [Int?](repeating: nil, count: characters.count)
      var way = [Int?](repeating: nil, count: characters.count)
      for index in characters.indices.dropFirst() where characters[index] == letter {
        for before in 0..<index {
          guard let score = best[before] else { continue }
          let gain = score + (before == index - 1 ? 12 : isStart[index] ? 8 : 0) - min(6, index - before - 1)
          if next[index].map({ gain > $0 }) ?? true { (next[index], way[index]) = (gain, before) }
        }
      }
      best = next
      ways.append(way)
    }
    guard let end = best.indices.filter({ best[$0] != nil }).max(by: { (best[$0] ?? 0) < (best[$1] ?? 0) })
    else { return nil }
    var offsets = [end]
    for way in ways.reversed() {
      guard let last = offsets.last, let before = way[last] else { return nil }
      offsets.append(before)
    }
    score = best[end] ?? 0
    self.offsets = offsets.reversed()
  }

  /// The most characters of a text that are looked at.
  private static let longest = 120

  /// The first word is the one that is meant most often.
  private static func start(_ index: Int) -> Int { index == 0 ? 10 : 8 }

  private static func isWordStart(_ index: Int, _ characters: [Character]) -> Bool {
    guard index > 0 else { return true }
    let before = characters[index - 1]
    return !before.isLetter && !before.isNumber
  }
}
