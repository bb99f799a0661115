import TerminalUI

/// Where everything stands on the screen.
struct ScreenLayout: Sendable, Equatable {
  /// Below this many columns there is one pane at a time, with a tab bar above.
  static let narrowColumns = 100
  /// The smallest screen that is drawn.
  static let smallest = Size(columns: 40, rows: 10)

  var header: Rect
  /// The panes' names, on a narrow screen only.
  var tabBar: Rect?
  var footer: Rect
  /// The list panes on the screen, from top to bottom.
  var panes: [PaneKind: Rect] = [:]
  /// The detail pane with its border; nil where it is not on the screen.
  var details: Rect?
  /// What is inside the detail pane's border; never empty, so that scrolling has a measure.
  var detailContent: Rect { details?.inset(by: 1) ?? Rect(column: 0, row: 0, columns: 80, rows: 20) }
  /// Whether the list panes show column titles and all the columns that fit.
  var isWide = false

  /// Whether the screen is too small to draw anything.
  static func isTooSmall(_ size: Size) -> Bool {
    size.columns < smallest.columns || size.rows < smallest.rows
  }
}

extension SharedState {
  /// Everything between the header and the footer.
  var pageRect: Rect {
    let (_, rest) = Rect(size).splitTop(1)
    return rest.splitBottom(1).rest
  }

  /// The layout of the present size, mode and focus.
  var layout: ScreenLayout {
    let screen = Rect(size)
    let (header, rest) = screen.splitTop(1)
    let (footer, body) = rest.splitBottom(1)
    var layout = ScreenLayout(header: header, footer: footer)
    if size.columns < ScreenLayout.narrowColumns {
      let (bar, single) = body.splitTop(1)
      layout.tabBar = bar
      placeSingle(single, &layout)
    } else {
      switch screenMode {
      case .full: placeSingle(body, &layout)
      case .half: placeHalves(body, &layout)
      case .side where !activePane.feature.isResident: placeHalves(body, &layout)
      case .side: placeSides(body, &layout)
      }
    }
    return layout
  }

  private func placeSingle(_ body: Rect, _ layout: inout ScreenLayout) {
    layout.isWide = true
    if focus == .details { layout.details = body } else { layout.panes[activePane] = body }
  }

  private func placeHalves(_ body: Rect, _ layout: inout ScreenLayout) {
    let (left, right) = body.splitLeft(body.columns * activePane.feature.share / 100)
    layout.isWide = true
    layout.panes[activePane] = left
    layout.details = right
  }

  private func placeSides(_ body: Rect, _ layout: inout ScreenLayout) {
    let (side, right) = body.splitLeft(sideColumns(of: body.columns))
    layout.details = right
    var rest = side
    for (kind, rows) in zip(registry.residents(with: activePane), sideHeights(side.rows)) {
      let (rect, below) = rest.splitTop(rows)
      layout.panes[kind] = rect
      rest = below
    }
  }

  /// The columns of the side panes: as they were dragged, else as the settings say within what suits them.
  private func sideColumns(of columns: Int) -> Int {
    if let sideShare { return Self.fitting((sideShare * columns + 500) / 1000, columns) }
    return max(28, min(64, setup.settings.screen.sideWidth * columns / 100))
  }

  /// Both sides keep room for what they are there for.
  private static func fitting(_ side: Int, _ columns: Int) -> Int { max(20, min(side, columns - 40)) }

  /// Whether a line that can be moved lies between side panes and details.
  var isSplit: Bool { screenMode == .side && size.columns >= ScreenLayout.narrowColumns }

  /// Makes the side panes so wide.
  mutating func setSideColumns(_ columns: Int) {
    guard isSplit, size.columns > 0 else { return }
    sideShare = Self.fitting(columns, size.columns) * 1000 / size.columns
    relayout()
  }

  /// How high each side pane is: as its rows ask for when there is room for all; otherwise the focused pane grows and
  /// the others keep what is fair, down to their title.
  private func sideHeights(_ total: Int) -> [Int] {
    let shown = registry.residents(with: activePane)
    let wanted = shown.map { max(3, panes[$0].rows.count + 2) }
    let active = shown.firstIndex(of: activePane) ?? 0
    if wanted.reduce(0, +) <= total {
      var heights = wanted
      let place = shown.firstIndex { $0.feature.takesSpareRows } ?? 0
      heights[place] += total - wanted.reduce(0, +)
      return heights
    }
    let others = max(1, shown.count - 1)
    let fair = total < 20 ? 1 : max(3, total * 55 / 100 / others)
    var heights = wanted.map { min($0, fair) }
    heights[active] = 0
    heights[active] = total - heights.reduce(0, +)
    if heights[active] > wanted[active] {
      giveAway(heights[active] - wanted[active], &heights, wanted, active)
    }
    return heights
  }

  /// Gives the rows that the active pane has no use for to the panes that have.
  private func giveAway(_ spare: Int, _ heights: inout [Int], _ wanted: [Int], _ active: Int) {
    var spare = spare
    for index in heights.indices where index != active {
      let more = min(spare, wanted[index] - heights[index])
      guard more > 0 else { continue }
      heights[index] += more
      heights[active] -= more
      spare -= more
    }
  }

  /// Tells the panes how many rows they have, and keeps every cursor on the screen.
  mutating func relayout() {
    let layout = layout
    for kind in registry.panes {
      guard let rect = layout.panes[kind] else { continue }
      panes[kind].visibleRows = max(1, rect.rows - 2 - (layout.isWide ? 1 : 0))
      panes[kind].scrollToSelection()
    }
  }
}
