import WordMatching

/// Finds commands by what is typed in the palette.
enum PaletteSearch {
  /// A command that was found.
  struct Found {
    let command: RootCommand
    /// The characters of its title that were typed, by their offsets.
    let offsets: [Int]
  }

  /// Whether a command's title, name, explanation or synonyms hold every word.
  static func matches(_ command: RootCommand, _ text: String) -> Bool {
    let known = "\(command.title) \(command.id) \(command.doc) \(Synonyms.of(command.id))".lowercased()
    return text.lowercased().split(separator: " ").allSatisfy { known.contains($0) }
  }

  /// The commands that are meant by what was typed, the best first.
  static func found(_ text: String, _ state: DashboardState) -> [RootCommand] {
    ranked(text, state).map(\.command)
  }

  /// The commands that are meant, the best first: those with the words in the title, those known by them, those with the
  /// letters of each word in the title, those with the words in their name or explanation. Of the same sort what can be
  /// used now comes first, then what was used last, then what fits best.
  static func ranked(_ text: String, _ state: DashboardState) -> [Found] {
    let words = text.lowercased().split(separator: " ").map(String.init)
    let place = state.outerPlace
    var ranked: [(rank: Rank, found: Found)] = []
    for (index, command) in state.features.outerCommands.enumerated() {
      guard let match = match(command, words) else { continue }
      let isUsable = command.scope.isActive(place) && command.refusal(state) == nil
      let recency = state.recentCommands.firstIndex(of: command.id) ?? Int.max
      // Nothing typed: what was used last, then all in their order.
      let rank = Rank(
        sort: match.sort, refused: isUsable || words.isEmpty ? 0 : 1, recency: recency, score: -match.score,
        place: index)
      ranked.append((rank, Found(command: command, offsets: match.offsets)))
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.found)
  }

  private struct Rank: Comparable {
    let sort, refused, recency, score, place: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.sort, left.refused, left.recency, left.score, left.place)
        < (right.sort, right.refused, right.recency, right.score, right.place)
    }
  }

  /// How a command is known by words: the sort of match, the lowest best; nil where it is not.
  private static func match(_ command: RootCommand, _ words: [String]) -> (
    sort: Int, score: Int, offsets: [Int]
  )? {
    // A word of the title begins with it: `rst` is not meant to be the end of `First`.
    let title = " " + command.title.lowercased()
    let fuzzy = words.compactMap { FuzzyMatch($0, in: command.title) }
    let offsets = Set(fuzzy.flatMap(\.offsets)).sorted()
    let score = fuzzy.reduce(0) { $0 + $1.score }
    if words.allSatisfy({ title.contains(" " + $0) }) { return (0, score, offsets) }
    let synonyms = Synonyms.of(command.id).split(separator: " ").map(String.init)
    if words.allSatisfy(synonyms.contains) { return (1, 0, []) }
    if fuzzy.count == words.count { return (2, score, offsets) }
    return matches(command, words.joined(separator: " ")) ? (3, 0, []) : nil
  }
}
