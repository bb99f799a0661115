extension TextEditor {
  /// Searches for `query` and goes to the first place at or behind `start` (the cursor, where it is nil), from
  /// the end on to the start. To search while it is typed, pass the place where the typing began; where nothing
  /// is found the cursor goes there. An empty query finds nothing.
  package mutating func find(_ query: String, isPattern: Bool = false, from start: TextPosition? = nil) {
    if search?.query != query || search?.isPattern != isPattern {
      search = EditorSearch(query: query, isPattern: isPattern, lines: content.texts)
    }
    let start = confined(start ?? selection?.lowerBound ?? cursor)
    if !go(to: first(from: start)) { move(to: start) }
  }

  /// Goes to the next place that was found, behind the last one to the first; false where there is none.
  @discardableResult
  package mutating func findNext() -> Bool {
    let start = selection == nil ? cursor : selection.map { after($0.lowerBound) } ?? cursor
    return go(to: first(from: start))
  }

  /// Goes to the place before that was found, from the first one to the last; false where there is none.
  @discardableResult
  package mutating func findPrevious() -> Bool {
    guard let search else { return false }
    let found = search.indices(in: lowestLine..<highestLine + 1)
    guard !found.isEmpty else { return false }
    let here = search.index(from: selection?.lowerBound ?? cursor)
    return go(to: here > found.lowerBound ? min(here, found.upperBound) - 1 : found.upperBound - 1)
  }

  /// Ends the search; what it stands on stays selected.
  package mutating func endSearch() { search = nil }

  /// Puts `text` in the place of what the search stands on, and goes to the next place; goes to the first one
  /// where the search stands on none. False where nothing is found.
  @discardableResult
  package mutating func replaceCurrent(with text: String) -> Bool {
    guard let search else { return false }
    guard let current = search.current else { return findNext() }
    replace(search.matches[current].range, with: text)
    go(to: first(from: cursor))
    return true
  }

  /// Puts `text` in the place of everything that was found in the lines that can be edited, as one step.
  /// Returns how many places that were.
  @discardableResult
  package mutating func replaceAll(with text: String) -> Int {
    guard let search else { return 0 }
    let found = search.matches[search.indices(in: lowestLine..<highestLine + 1)]
    guard let first = found.first, let last = found.last else { return 0 }
    var rest = found[...]
    let lines = (first.line...last.line).flatMap { index in
      var matches: [Range<Int>] = []
      while let match = rest.first, match.line == index {
        matches.append(match.columns)
        rest = rest.dropFirst()
      }
      return replaced(line: index, matches, with: text)
    }
    history.seal()
    change(first.line..<last.line + 1, to: lines, after: Caret(cursor))
    history.seal()
    follow()
    return found.count
  }

  /// A line with `text` in the place of each range; several where the text has line feeds.
  private func replaced(line index: Int, _ ranges: [Range<Int>], with text: String) -> [TextLine] {
    let line = LineText(content.texts[index])
    guard !ranges.isEmpty else { return [TextLine(line.text, endsWithReturn: content.returns[index])] }
    var new = ""
    var end = 0
    for range in ranges {
      new += line.slice(end..<range.lowerBound) + text
      end = range.upperBound
    }
    new += line.slice(end..<line.count)
    return new.split(separator: "\n", omittingEmptySubsequences: false).map {
      TextLine(String($0), endsWithReturn: content.returns[index])
    }
  }

  /// Where the search stands, as `3/17`: the place and the number of places in the lines that can be edited.
  /// The place is nil where the search stands on none; both are nil where nothing is searched for.
  package var searchCount: (current: Int?, total: Int)? {
    guard let search, search.problem == nil, !search.query.isEmpty else { return nil }
    let found = search.indices(in: lowestLine..<highestLine + 1)
    return (search.current.map { $0 - found.lowerBound + 1 }, found.count)
  }

  /// The index of the first place at or behind `start`, from the last one on to the first.
  private func first(from start: TextPosition) -> Int? {
    guard let search else { return nil }
    let found = search.indices(in: lowestLine..<highestLine + 1)
    guard !found.isEmpty else { return nil }
    let next = search.index(from: start)
    return found.contains(next) ? next : found.lowerBound
  }

  /// Selects a place that was found.
  @discardableResult
  private mutating func go(to index: Int?) -> Bool {
    guard let index, let match = search?.matches[index] else { return false }
    select(match.range)
    search?.current = index
    return true
  }
}
