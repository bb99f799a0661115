import TerminalUI

extension DashboardState {
  /// Gives a key to the overlay on top.
  mutating func pressOverlay(_ key: KeyPress) -> [Effect] {
    guard let top = overlays.last else { return [] }
    if key == .control("c") || (key.key == .escape && key.modifiers.isEmpty) { return closeOverlay() }
    switch top {
    case .confirmation(var confirmation):
      switch confirmation.press(key) {
      case .stays:
        replaceTop(.confirmation(confirmation))
        return []
      case .declined: return closeOverlay()
      case .accepted:
        overlays.removeLast()
        return carryOut(confirmation)
      }
    case .job(var overlay): return pressJob(&overlay, key)
    case .form(var form): return pressForm(&form, key)
    case .menu(var menu): return pressMenu(&menu, key)
    case .palette(var palette): return pressPalette(&palette, key)
    case .prompt(var prompt): return pressPrompt(&prompt, key)
    case .text(var text): return pressText(&text, key)
    }
  }

  /// Pasted text goes into the overlay's text field, if it has one.
  mutating func pasteOverlay(_ line: String) -> [Effect] {
    switch overlays.last {
    case .palette(var palette)?:
      palette.field.insert(line)
      palette.selected = 0
      replaceTop(.palette(palette))
    case .form(var form)?:
      form.paste(line)
      replaceTop(.form(form))
    case .prompt(var prompt)?:
      prompt.field.insert(line)
      replaceTop(.prompt(prompt))
    default: break
    }
    return []
  }

  mutating func replaceTop(_ overlay: Overlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = overlay
  }

  private mutating func closeOverlay() -> [Effect] {
    guard let closed = overlays.popLast() else { return [] }
    if case .menu(let menu) = closed, case .themes(let before) = menu.kind, before != themeName {
      themeName = before
      return [.applyTheme(before)]
    }
    return []
  }

  private mutating func pressMenu(_ menu: inout Menu, _ key: KeyPress) -> [Effect] {
    let before = menu.selected
    let choice = menu.press(key)
    replaceTop(.menu(menu))
    if let choice {
      overlays.removeLast()
      return carryOut(choice)
    }
    if menu.selected != before, case .theme(let name)? = menu.entries[menu.selected].choice {
      themeName = name
      return [.applyTheme(name)]
    }
    if menu.wantsToClose { return closeOverlay() }
    return []
  }

  private mutating func pressPalette(_ palette: inout Palette, _ key: KeyPress) -> [Effect] {
    let found = palette.found(self)
    switch key.key {
    case .enter:
      guard palette.selected < found.count else { return [] }
      overlays.removeLast()
      return runFound(found[palette.selected])
    case .up, .backtab: palette.move(-1, count: found.count)
    case .down, .tab: palette.move(1, count: found.count)
    case .pageUp: palette.move(-10, count: found.count)
    case .pageDown: palette.move(10, count: found.count)
    default:
      if key == .control("n") || key == .control("p") {
        palette.move(key == .control("n") ? 1 : -1, count: found.count)
      } else if palette.field.handle(key) {
        palette.selected = 0
      }
    }
    replaceTop(.palette(palette))
    return []
  }

  /// A command that works elsewhere would act on what nobody is looking at.
  private mutating func runFound(_ command: Command) -> [Effect] {
    guard command.scope.isActive(self) else {
      return notify(Notice(.warning, "\(command.title): works in: \(command.scope.title)"))
    }
    return run(command.id)
  }

  private mutating func pressPrompt(_ prompt: inout Prompt, _ key: KeyPress) -> [Effect] {
    if key.key == .enter {
      if let problem = prompt.problem(self) {
        prompt.complaint = problem
        replaceTop(.prompt(prompt))
        return []
      }
      overlays.removeLast()
      return carryOut(prompt)
    }
    if prompt.field.handle(key) { prompt.complaint = nil }
    replaceTop(.prompt(prompt))
    return []
  }

  private mutating func pressText(_ text: inout TextOverlay, _ key: KeyPress) -> [Effect] {
    let room = TextOverlayView.room(on: size)
    let rows = text.rows(self, columns: room.columns).count
    if text.press(key, rows: rows, page: room.rows) {
      overlays.removeLast()
    } else {
      replaceTop(.text(text))
    }
    return []
  }
}
