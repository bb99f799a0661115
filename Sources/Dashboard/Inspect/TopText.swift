import TerminalUI

/// The Top tab: the container's processes.
enum TopText {
  static func rows(_ state: DashboardState) -> [StyledText] {
    guard case .container(let id)? = state.details.subject else { return [] }
    guard state.facts.containers[id]?.isAlive == true else {
      return [StyledText("no processes: the container does not run", Style(.muted))]
    }
    let processes = state.processes
    guard processes.container == id else { return [StyledText("loading …", Style(.muted))] }
    if let trouble = processes.trouble { return [StyledText(trouble.what, Style(.error))] }
    guard let table = processes.table else { return [StyledText("loading …", Style(.muted))] }
    let last = table.titles.count - 1
    let widths = table.titles.indices.map { index in
      ([table.titles[index]] + table.rows.map { $0.count > index ? $0[index] : "" })
        .map { TextWidth.columns(of: $0) }.max() ?? 0
    }
    func line(_ cells: [String], _ style: Style) -> StyledText {
      StyledText(
        zip(cells, widths).enumerated()
          .map { $0.offset == last ? $0.element.0 : Pad.leading($0.element.0, $0.element.1) }
          .joined(separator: "  "), style)
    }
    return [line(table.titles, Style(.muted))] + table.rows.map { line($0, Style(.text)) }
  }
}
