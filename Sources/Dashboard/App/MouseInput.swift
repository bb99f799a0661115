import TerminalUI

extension DashboardState {
  /// What the mouse does: a press selects and focuses, the wheel scrolls what lies under it.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    guard overlays.isEmpty, !ScreenLayout.isTooSmall(size) else { return wheelOverlay(mouse) }
    if isEditing { return pointEditor(mouse) }
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      wheel(mouse.kind == .wheelUp ? -3 : 3, at: mouse.point)
    case .press where mouse.button == .left:
      press(at: mouse.point)
    default: break
    }
    return []
  }

  private mutating func wheelOverlay(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.kind {
    case .wheelUp: pressOverlay(KeyPress(.up))
    case .wheelDown: pressOverlay(KeyPress(.down))
    default: []
    }
  }

  private mutating func wheel(_ rows: Int, at point: Point) {
    let layout = layout
    if let rect = layout.details, rect.contains(point) {
      scrollDetails(by: rows)
    } else if let kind = PaneKind.allCases.first(where: { layout.panes[$0]?.contains(point) == true }) {
      if kind != activePane { activate(kind) }
      focus = .list
      panes[kind].move(by: rows)
    }
  }

  private mutating func press(at point: Point) {
    let layout = layout
    if let bar = layout.tabBar, bar.contains(point) {
      let pane = PaneBarView.pane(at: point.column, columns: size.columns, active: activePane)
      if let pane { activate(pane) }
    } else if let rect = layout.details, rect.contains(point) {
      if point.row == rect.row { pressTab(at: point.column - rect.column - 1) }
      enterDetails()
    } else if let kind = PaneKind.allCases.first(where: { layout.panes[$0]?.contains(point) == true }),
      let rect = layout.panes[kind]
    {
      let first = rect.row + 1 + (layout.isWide ? 1 : 0)
      // The row is worked out before the pane gets the focus, which may move everything.
      let index = panes[kind].offset + point.row - first
      let hadKeys = activePane == kind && focus == .list
      activate(kind)
      if point.row >= first, point.row < rect.maxRow, index < panes[kind].rows.count {
        let isAgain = hadKeys && panes[kind].selectionIndex == index
        panes[kind].select(at: index)
        if kind == .stacks, isAgain || point.column < rect.column + 3, let row = panes[kind].selection {
          toggleFold(row)
        }
      }
    }
  }

  private mutating func pressTab(at column: Int) {
    guard let subject = details.subject else { return }
    var start = 1
    for tab in DetailTab.tabs(of: subject) {
      if column >= start, column < start + tab.title.count {
        details.choose(tab)
        return
      }
      start += tab.title.count + 2
    }
  }
}
