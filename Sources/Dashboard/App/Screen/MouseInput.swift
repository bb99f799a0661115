import TerminalUI

extension DashboardState {
  /// What the mouse does: a press selects and focuses, the wheel scrolls what lies under it.
  mutating func point(_ mouse: MouseEvent) -> [Effect] {
    guard !ScreenLayout.isTooSmall(shared.size) else { return [] }
    if grip != nil {
      if mouse.kind == .drag, mouse.button == .left {
        drag(to: mouse.point)
        return []
      }
      grip = nil
      if mouse.kind == .release { return [] }
    }
    if mouse.kind == .press, mouse.button == .left, let spot = RootView.canvas(self).spot(at: mouse.point) {
      return takeHold(of: spot, at: mouse.point) ? [] : press(spot, at: mouse.point)
    }
    guard overlays.isEmpty else { return wheelOverlay(mouse) }
    if editing.isOpen { return pointEditor(mouse) }
    switch mouse.kind {
    case .wheelUp, .wheelDown: wheel(mouse.kind == .wheelUp ? -3 : 3, at: mouse.point)
    case .press where mouse.button == .left: press(at: mouse.point)
    default: break
    }
    return []
  }

  /// Does what the part of the screen under a press stands for.
  private mutating func press(_ spot: HotSpot, at point: Point) -> [Effect] {
    switch spot.meaning {
    case .scrollBar, .splitter: break
    case .field, .option: pressForm(spot, at: point)
    case .completion(let index): return pressCompletion(index)
    case .keys(let keys): return keys.flatMap { press($0) }
    case .entry(let index): return pressEntry(index)
    case .column(let id):
      guard let column = shared.column(id, of: shared.activePane),
        !shared.activePane.feature.isTree
      else { return [] }
      shared.apply(.sort(shared.activePane, SortOrder(column.id, descending: column.sortsDescending)))
    }
    return []
  }

  private mutating func pressForm(_ spot: HotSpot, at point: Point) {
    guard case .form(var form)? = overlays.last else { return }
    switch spot.meaning {
    case .field(let index):
      form.press(index, column: point.column - spot.rect.column, of: spot.rect.columns)
    case .option(let option, let index): form.choose(option, of: index)
    default: return
    }
    replaceTop(.form(form))
  }

  private mutating func pressCompletion(_ index: Int) -> [Effect] {
    if case .form(var form)? = overlays.last {
      form.chooseCompletion(index)
      replaceTop(.form(form))
    } else if overlays.isEmpty {
      return route(editing.chooseCompletion(index, shared), RootAction.editor)
    }
    return []
  }

  private mutating func pressEntry(_ index: Int) -> [Effect] {
    switch overlays.last {
    case .menu(var menu)?:
      let choice = menu.choose(index)
      return choose(choice, in: menu)
    case .palette(var palette)?:
      palette.selected = index
      replaceTop(.palette(palette))
      return update(OverlayCommand.confirm)
    case .form(var form)?:
      form.select(index)
      replaceTop(.form(form))
      return []
    default: return []
    }
  }

  private mutating func wheelOverlay(_ mouse: MouseEvent) -> [Effect] {
    let step = mouse.kind == .wheelUp ? -1 : mouse.kind == .wheelDown ? 1 : 0
    guard step != 0, let top = overlays.last else { return [] }
    if case .text = top { return update(OverlayCommand.scroll(.line(step))) }
    return update(OverlayCommand.move(step))
  }

  /// While something is edited the wheel scrolls, and a press puts the cursor.
  private mutating func pointEditor(_ mouse: MouseEvent) -> [Effect] {
    if editing.page != nil {
      let step = mouse.kind == .wheelUp ? -1 : mouse.kind == .wheelDown ? 1 : 0
      return step == 0 ? [] : send(.editor(.scroll(.line(step))), UserReply())
    }
    guard let rect = shared.layout.details, editing.editor?.entry == nil else { return [] }
    let text = EditorView.textRect(in: rect)
    switch mouse.kind {
    case .wheelUp: editing.editor?.text.scroll(rows: -3)
    case .wheelDown: editing.editor?.text.scroll(rows: 3)
    case .press where mouse.button == .left && text.contains(mouse.point):
      editing.editor?.text.press(at: mouse.point, in: text)
    case .drag where mouse.button == .left: editing.editor?.text.drag(to: mouse.point, in: text)
    default: break
    }
    return []
  }

  private mutating func wheel(_ rows: Int, at point: Point) {
    let layout = shared.layout
    if let rect = layout.details, rect.contains(point) {
      scrollDetails(.line(rows))
    } else if let kind = pane(at: point, layout) {
      if kind != shared.activePane { shared.apply(.activate(kind)) }
      shared.apply(.focus(.list))
      shared.panes[kind].move(by: rows)
    }
  }

  private func pane(at point: Point, _ layout: ScreenLayout) -> PaneKind? {
    features.panes.panes.first { layout.panes[$0]?.contains(point) == true }
  }

  private mutating func press(at point: Point) {
    let layout = shared.layout
    if let bar = layout.tabBar, bar.contains(point) {
      if let pane = PaneBarView.pane(at: point.column, shared) { shared.apply(.activate(pane)) }
    } else if let rect = layout.details, rect.contains(point) {
      if point.row == rect.row { pressTab(at: point.column - rect.column - 1) }
      shared.apply(.enterDetails)
    } else if let kind = pane(at: point, layout), let rect = layout.panes[kind] {
      press(at: point, in: kind, rect, isWide: layout.isWide)
    }
    layoutChanged()
  }

  private mutating func press(at point: Point, in kind: PaneKind, _ rect: Rect, isWide: Bool) {
    let first = rect.row + 1 + (isWide ? 1 : 0)
    // The row is worked out before the pane gets the focus, which may move everything.
    let index = shared.panes[kind].offset + point.row - first
    let hadKeys = shared.activePane == kind && shared.focus == .list
    shared.apply(.activate(kind))
    guard point.row >= first, point.row < rect.maxRow, index < shared.panes[kind].rows.count else { return }
    let isAgain = hadKeys && shared.panes[kind].selectionIndex == index
    shared.panes[kind].select(at: index)
    // A press on a branch of a tree, or a second one on any of its rows, folds it.
    guard kind.feature.isTree, isAgain || point.column < rect.column + 3,
      let row = shared.panes[kind].selection
    else { return }
    shared.apply(StackCommands.fold(row, shared))
  }

  private mutating func pressTab(at column: Int) {
    let tabs = DetailsView.shownTabs(shared, columns: shared.layout.details?.columns ?? 0)
    var start = DetailsView.lead(tabs).count
    for tab in tabs {
      if column >= start, column < start + tab.title.count {
        shared.details.choose(tab)
        return
      }
      start += tab.title.count + 2
    }
  }
}
