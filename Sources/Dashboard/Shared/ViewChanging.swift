import EngineModel

extension SharedState {
  /// The one way in which features change what is looked at.
  mutating func apply(_ change: ViewChange) {
    switch change {
    case .activate(let pane): activate(pane)
    case .move(let delta):
      settle(activePane)
      panes[activePane].move(by: delta)
    case .toggleMark: toggleMark()
    case .toggleAllMarks:
      let all = Set(panes[activePane].rows)
      panes[activePane].marks = panes[activePane].marks == all ? [] : all
    case .forgetMarks: panes[activePane].marks = []
    case .filter(let pane, let text):
      panes[pane].setFilter(text, fields: Set(pane.feature.filterFields.map(\.name)))
    case .sort(let pane, var order):
      if panes[pane].sort.column == order.column { order.descending = !panes[pane].sort.descending }
      panes[pane].sort = order
      panes[pane].goToStart()
    case .columns(let pane, let ids, let cursor):
      panes[pane].columns = ids
      panes[pane].columnCursor = cursor
    case .reverseSort:
      panes[activePane].sort.descending.toggle()
      panes[activePane].goToStart()
    case .fold(let row, let pane):
      if panes[pane].folded.remove(row) == nil { panes[pane].folded.insert(row) }
      panes[pane].selection = row
    case .toggleStopped(let pane): panes[pane].hidesStopped.toggle()
    case .endSearch: details.search = RowSearch()
    case .toggleNoise(let pane): panes[pane].showsNoise.toggle()
    case .leavePane: activate(paneBefore)
    case .enterDetails: enterDetails()
    case .leaveDetails: leaveDetails()
    case .focus(let focus):
      self.focus = focus
      relayout()
    case .wholeScreen(let tab): showOverWholeScreen(tab)
    case .nextMode: setMode(screenMode.next)
    case .previousMode: setMode(screenMode.previous)
    case .sideMode: setMode(.side)
    case .turnTab(let step): details.turn(by: step)
    case .toggleWrap:
      details.wraps.toggle()
      details.column = 0
      details.offset = 0
    case .open(let row): open(row)
    case .revealSecrets: details.revealsSecrets.toggle()
    }
  }

  private mutating func activate(_ pane: PaneKind) {
    if activePane.feature.isResident { paneBefore = activePane }
    activePane = pane
    focus = .list
    relayout()
  }

  /// Puts the cursor on a row in the first pane that has it as a list; a filter that hides it goes.
  private mutating func open(_ row: RowID) {
    let owners = registry.panes.filter { !$0.feature.isTree }
    guard
      let pane = owners.first(where: { pane in
        pane.feature.rows(PaneState(sort: pane.feature.defaultSort), self).contains(row)
      })
    else { return }
    screenMode = screenMode == .full ? modeBeforeFull : screenMode
    activate(pane)
    settle(pane)
    if !panes[pane].rows.contains(row) {
      panes[pane].setFilter("")
      panes[pane].hidesStopped = false
      settle(pane)
    }
    panes[pane].selection = row
    panes[pane].forgetRows()
    settle(pane)
  }

  private mutating func toggleMark() {
    guard let row = panes[activePane].selection else { return }
    if panes[activePane].marks.remove(row) == nil { panes[activePane].marks.insert(row) }
    panes[activePane].move(by: 1)
  }

  private mutating func enterDetails() {
    if screenMode == .full { modeBeforeFull = .full }
    focus = .details
    relayout()
  }

  private mutating func leaveDetails() {
    focus = .list
    if screenMode == .full { screenMode = modeBeforeFull }
    relayout()
  }

  private mutating func showOverWholeScreen(_ tab: String) {
    if let tab = details.tabs.first(where: { $0.id == tab }) { details.choose(tab) }
    if screenMode != .full { modeBeforeFull = screenMode }
    screenMode = .full
    focus = .details
    relayout()
  }

  private mutating func setMode(_ mode: ScreenMode) {
    screenMode = mode
    relayout()
  }
}

extension SharedState {
  /// The rows that a command acts on: the marked ones of the pane that has the keys, else the one under the cursor.
  var targets: [RowID] { panes[activePane].targets }

  /// The containers that the next command acts on, each once.
  func targetContainers(_ isWanted: (ContainerSummary) -> Bool = { _ in true }) -> [ContainerTarget] {
    var seen: Set<ContainerTarget> = []
    return targets.flatMap { row in
      containers(of: row).map { ContainerTarget(engine: row.engine, id: $0) }
    }.filter { target in
      guard let container = engines[target.engine].facts.containers[target.id], isWanted(container) else {
        return false
      }
      return seen.insert(target).inserted
    }
  }

  /// The name of a container that is to be acted on.
  func name(of target: ContainerTarget) -> String { engines[target.engine].containerName(target.id) }
}

/// A container on an engine, to be acted on.
struct ContainerTarget: Hashable, Sendable {
  let engine: EngineID
  let id: ContainerID
}
