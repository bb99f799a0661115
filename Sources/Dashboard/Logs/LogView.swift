import EngineModel
import TerminalUI
import TextPattern

/// The log tab: as many rows as fit, from where the user stands, or the last ones while it is followed.
enum LogView {
  static func draw(_ logs: LogsState, _ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    let layout = logs.layout(in: rect, state)
    guard let top = logs.topPosition(layout) else {
      drawEmpty(logs, state, rect, &canvas)
      return
    }
    var number: Int? = top.number
    var skip = top.row
    var row = 0
    let budget = MatchBudget(RowSearch.patienceOfFrame)
    if logs.buffer.dropped > 0, !logs.isSifting, top.number == logs.buffer.firstNumber, top.row == 0,
      !logs.isFollowing
    {
      drawDropped(logs, rect.line(row), &canvas)
      row += 1
    }
    while row < rect.rows, let current = number {
      for text in rows(of: current, from: skip, atMost: rect.rows - row, logs, state, layout, budget) {
        canvas.write(text, at: rect.line(row).origin, maxColumns: rect.columns, ellipsis: !logs.wraps)
        row += 1
      }
      skip = 0
      number = logs.lineAfter(current)
    }
    let edge = Rect(column: rect.endColumn, row: rect.row, columns: 1, rows: rect.rows)
    canvas.scrollbar(
      of: .details, in: edge, total: logs.buffer.count, visible: rect.rows,
      offset: logs.isFollowing ? max(0, logs.buffer.count - rect.rows) : top.number - logs.buffer.firstNumber,
      style: Style(.border))
  }

  private static func drawDropped(_ logs: LogsState, _ line: Rect, _ canvas: inout Canvas) {
    let text = "… \(Quantity.count(logs.buffer.dropped)) older lines dropped to limit memory"
    canvas.write(text, at: line.origin, style: Style(.muted), maxColumns: line.columns)
  }

  /// The rows of a line that are seen.
  private static func rows(
    of number: Int, from first: Int, atMost limit: Int, _ logs: LogsState, _ state: SharedState,
    _ layout: LogLayout,
    _ budget: MatchBudget
  ) -> [StyledText] {
    let line = logs.buffer[number]
    if line.isDivider {
      return [
        prefix(line, logs, state) + RunDivider.row(line, columns: layout.textColumns, state.glyphs)
      ]
    }
    var rows: [StyledText]
    if let laid = logs.laidRows(of: number, layout) {
      rows = Array(laid.dropFirst(first).prefix(limit))
    } else {
      let cut = logs.rows(of: number, layout)
      rows = (first..<max(first, min(cut.count, first + limit))).map { LogRowText.styled(cut, $0, of: line) }
    }
    if logs.column > 0, !logs.wraps { rows = rows.map { $0.dropping(columns: logs.column) } }
    if let pattern = logs.search.pattern {
      rows = rows.map {
        Highlight.matches(of: pattern, in: $0, isCurrent: number == logs.search.current, within: budget)
      }
    }
    let blank = sign(line, state) + StyledText(String(repeating: " ", count: layout.prefix - 1))
    let prefix = first == 0 ? prefix(line, logs, state) : blank
    return rows.enumerated().map { ($0.offset == 0 ? prefix : blank) + $0.element }
  }

  /// The sign of standard error before a line that went there.
  private static func sign(_ line: LogLine, _ state: SharedState) -> StyledText {
    line.isError ? StyledText(String(state.glyphs.errorBar), Style(.logError)) : StyledText(" ")
  }

  /// The sign of standard error, the time, and the container's name where there are several.
  private static func prefix(_ line: LogLine, _ logs: LogsState, _ state: SharedState) -> StyledText {
    var text = sign(line, state)
    if line.kind == .mark {
      return text + StyledText(String(repeating: " ", count: logs.clockColumns + logs.nameColumns))
    }
    if logs.showsTimestamps {
      let time = line.time.map { LogClock.text($0, zone: state.setup.utcOffset) } ?? ""
      text.append(Pad.end(time, logs.clockColumns), Style(.logTimestamp))
    }
    let columns = logs.nameColumns
    if columns > 0, let index = logs.sources.firstIndex(where: { $0.container == line.container }) {
      let name = TextWidth.truncated(logs.sources[index].name, to: columns - 1)
      text.append(Pad.end(name, columns), Style(SourceRole.role(index)))
    }
    return text
  }

  private static func drawEmpty(
    _ logs: LogsState, _ state: SharedState, _ rect: Rect, _ canvas: inout Canvas
  ) {
    for (index, row) in WrappedText.rows(EmptyLog.reason(logs, state), columns: rect.columns).prefix(
      rect.rows
    )
    .enumerated() {
      canvas.write(row, at: rect.line(index).origin, style: Style(.muted))
    }
  }
}

/// The clock before log lines: `12:01:07.123`.
enum LogClock {
  static func text(_ time: Timestamp, zone: Int) -> String {
    let milliseconds = String(1_000 + time.subsecond / 1_000_000).dropFirst()
    return "\(time.timeText(zoneSeconds: zone)).\(milliseconds)"
  }
}

/// The colours of containers in a log of several.
enum SourceRole {
  private static let roles: [Role] = [
    .source1, .source2, .source3, .source4, .source5, .source6, .source7, .source8,
  ]

  static func role(_ index: Int) -> Role { roles[index % roles.count] }
}
