import TerminalUI

/// What the mouse holds between a press and its release.
struct MouseGrip: Sendable, Equatable {
  let spot: HotSpot
}

extension DashboardState {
  /// Whether a press takes hold of what lies under it: a scroll bar, or the line between panes and details.
  mutating func takeHold(of spot: HotSpot, at point: Point) -> Bool {
    switch spot.meaning {
    case .scrollBar, .splitter: grip = MouseGrip(spot: spot)
    default: return false
    }
    drag(to: point)
    return true
  }

  /// Moves what the mouse holds.
  mutating func drag(to point: Point) {
    guard let grip else { return }
    switch grip.spot.meaning {
    case .scrollBar(let bar):
      let travel = max(1, grip.spot.rect.rows - 1)
      let row = max(0, min(point.row - grip.spot.rect.row, travel))
      scroll(bar, to: row, of: travel)
    case .splitter:
      shared.setSideColumns(point.column)
      layoutChanged()
    default: break
    }
  }

  /// Scrolls so far as the bar's grip was moved: `row` of `travel` rows.
  private mutating func scroll(_ bar: ScrollBar, to row: Int, of travel: Int) {
    let hidden = bar.total - bar.visible
    let offset = (row * hidden + travel / 2) / travel
    switch bar.of {
    case .details:
      if shared.details.tab == .logs, row < travel {
        logs.position = LogPosition(number: logs.buffer.firstNumber + offset, row: 0)
      } else {
        scrollDetails(row == travel ? .end : .start)
        if row > 0, row < travel { scrollDetails(.line(offset)) }
      }
    case .overlay:
      _ = update(OverlayCommand.scroll(.start))
      if row > 0 { _ = update(OverlayCommand.scroll(row == travel ? .end : .line(offset))) }
    case .pane(let digit):
      guard let kind = features.panes.panes.first(where: { $0.digit == digit }) else { return }
      shared.apply(.activate(kind))
      shared.settle(kind)
      shared.panes[kind].select(at: (row * (bar.total - 1) + travel / 2) / travel)
    }
  }
}
