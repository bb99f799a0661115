import TerminalUI

extension Tab {
  /// The processes of a container.
  static let top = Tab.rows("top", "Top", reads: .processes) { row, _, state in
    TopText.rows(row, state.engine(of: row))
  }
}

/// The Top tab: the container's processes.
enum TopText {
  static func rows(_ row: RowID, _ engine: EngineState) -> [StyledText] {
    guard let id = row.containerID else { return [] }
    guard engine.facts.containers[id]?.isAlive == true else {
      return [StyledText("no processes: the container is not running", Style(.muted))]
    }
    let processes = engine.processes
    guard processes.container == id else { return [StyledText("loading …", Style(.muted))] }
    if let trouble = processes.trouble { return [StyledText(trouble.summary, Style(.error))] }
    guard let table = processes.table else { return [StyledText("loading …", Style(.muted))] }
    let last = table.titles.count - 1
    let widths = table.titles.indices.map { index in
      ([table.titles[index]] + table.rows.map { $0.count > index ? $0[index] : "" })
        .map { TextWidth.columns(of: $0) }.max() ?? 0
    }
    func line(_ cells: [String], _ style: Style) -> StyledText {
      StyledText(
        zip(cells, widths).enumerated()
          .map { $0.offset == last ? $0.element.0 : Pad.end($0.element.0, $0.element.1) }
          .joined(separator: "  "), style)
    }
    return [line(table.titles, Style(.muted))] + table.rows.map { line($0, Style(.text)) }
  }
}
