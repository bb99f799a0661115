import EngineModel
import TerminalUI
import TextPattern

extension Tab {
  /// What was found in the log of a container, each match among the lines around it; a match leads to its place there.
  static let matches = Tab(
    id: "matches", title: "Matches",
    opens: { row, state in
      let rows = SearchedRow.log(row, state.engine(of: row))?.rows ?? []
      return Array(repeating: nil, count: MatchRows.head) + rows.map { $0?.isMatch == true ? row : nil }
    },
    content: .text { row, columns, state in MatchRows.content(row, columns, state) })
}

/// The rows of the tab of matches.
enum MatchRows {
  /// How many rows stand above the first line.
  static let head = 2

  static func content(_ row: RowID, _ columns: Int, _ state: SharedState) -> DetailContent {
    let search = state.engine(of: row).search
    guard let log = SearchedRow.log(row, state.engine(of: row)), let request = search.request else {
      return DetailContent([])
    }
    let foot = foot(log, search, columns)
    let count = head + log.rows.count + foot.count
    let budget = MatchBudget(RowSearch.patienceOfFrame)
    return DetailContent(count: count) { index in
      if index == 0 { return heading(log, request) }
      if index < head { return "" }
      let place = index - head
      guard log.rows.indices.contains(place) else { return foot[place - log.rows.count] }
      return text(log.rows[place], search.pattern, state, columns, budget)
    }
  }

  /// The line of the log that a row of the tab shows; nil for another.
  static func line(at index: Int, of row: RowID, _ state: SharedState) -> FoundLine? {
    let rows = SearchedRow.log(row, state.engine(of: row))?.rows ?? []
    return rows.indices.contains(index - head) ? rows[index - head] : nil
  }

  /// `/timeout/ since 10m: first 1,000 shown of 20,413`.
  private static func heading(_ log: FoundInLog, _ request: LogSearchRequest) -> StyledText {
    let found = Quantity.count(log.matches)
    let count =
      log.kept < log.matches ? "first \(Quantity.count(log.kept)) shown of \(found)" : "\(found) found"
    let span = request.sinceText.isEmpty ? "in all of the log" : "since \(request.sinceText)"
    return StyledText("/\(request.pattern)/ ", Style(.mark)) + StyledText("\(count), \(span)", Style(.muted))
  }

  /// What is said below the last line.
  private static func foot(_ log: FoundInLog, _ search: LogSearchFacts, _ columns: Int) -> [StyledText] {
    switch log.phase {
    case .failed(let trouble):
      return WrappedText.rows(trouble.description, columns: columns).map { StyledText($0, Style(.error)) }
    case .done where log.matches == 0: return [StyledText("no line matches", Style(.muted))]
    case .done where log.rows.isEmpty:
      return WrappedText.rows(
        "more was found in other logs than is kept: search fewer containers", columns: columns
      )
      .map { StyledText($0, Style(.warning)) }
    case .done: return []
    case .waiting, .reading: break
    }
    switch search.phase {
    case .running: return [StyledText(log.phase == .waiting ? "waiting …" : "searching …", Style(.muted))]
    case .failed(let trouble):
      return WrappedText.rows(trouble.description, columns: columns).map { StyledText($0, Style(.error)) }
    case .none, .ended, .stopped:
      return [StyledText("stopped before the end of this log: r searches again", Style(.muted))]
    }
  }

  private static func text(
    _ line: FoundLine?, _ pattern: TextPattern?, _ state: SharedState, _ columns: Int, _ budget: MatchBudget
  ) -> StyledText {
    guard let line else {
      return StyledText(String(repeating: String(state.glyphs.box.horizontal), count: 8), Style(.border))
    }
    var text = StyledText(
      line.isError ? String(state.glyphs.errorBar) : " ", Style(.logError))
    if let time = line.time {
      text.append(LogClock.text(time, zone: state.setup.utcOffset) + " ", Style(.logTimestamp))
    }
    guard line.isMatch, let pattern else { return text + StyledText(line.text, Style(.muted)) }
    let shown = StyledText(line.text)
    let found = Highlight.matches(of: pattern, in: shown, isCurrent: false, within: budget)
    let room = columns - text.columns
    guard shown.columns > room, state.details.column == 0 else { return text + found }
    return text + beginning(found, before: firstColumn(of: pattern, in: shown, budget), room)
  }

  /// A long line from so far before a match on that this is seen.
  private static func beginning(_ line: StyledText, before match: Int, _ room: Int) -> StyledText {
    guard match > room * 2 / 3 else { return line }
    return StyledText("…", Style(.muted)) + line.dropping(columns: match - room / 3)
  }

  /// The column in which the first match begins.
  private static func firstColumn(of pattern: TextPattern, in line: StyledText, _ budget: MatchBudget) -> Int
  {
    let text = line.plain
    let place = pattern.ranges(in: text, limit: 1, within: budget).first?.lowerBound ?? 0
    return TextWidth.columns(of: String(decoding: text.utf8.prefix(place), as: UTF8.self))
  }
}
