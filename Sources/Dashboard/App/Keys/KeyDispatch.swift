import TerminalUI

extension DashboardState {
  /// What takes all keys; nil where the panes have them.
  var innerScope: InnerScope? {
    if filterEntry?.target == .overlay { return .filter }
    switch overlays.last {
    case .confirmation?: return .confirmation
    case .form?: return .form
    case .menu?: return .menu
    case .palette?: return .palette
    case .text(let text)?: if case .job = text.content { return .job } else { return .text }
    case nil: return editing.scope ?? (filterEntry == nil ? nil : .filter)
    }
  }

  /// Where the user is, as far as keys depend on it.
  var keyPlace: KeyPlace {
    KeyPlace(
      focus: shared.focus, pane: shared.activePane, tab: shared.details.tab, inner: innerScope)
  }

  /// The same beneath all that takes the keys.
  var outerPlace: KeyPlace {
    KeyPlace(
      focus: shared.focus, pane: shared.activePane, tab: shared.details.tab, inner: nil)
  }

  /// What a key does: what takes all keys has it, else the keymap.
  mutating func press(_ key: KeyPress) -> [Effect] {
    // The notices about settings stay until somebody is there to have seen them.
    toasts.dismissProblems()
    if holds(key) { return [] }
    let inner = innerScope
    if !pendingKeys.isEmpty, key == KeyPress(.escape) {
      pendingKeys = []
      return []
    }
    if inner == nil, key == .control("c") { return quit() }
    if let inner, let effects = pressFirst(key, in: inner) { return effects }
    pendingKeys.append(key)
    if inner == nil {
      shared.settle(shared.activePane)
      // Several keys may come in one read: each acts on what the one before has selected.
      followSelection()
      settleFiles()
    }
    switch keymap.match(pendingKeys, keyPlace, features) {
    case .prefix: return []
    case .command(let id):
      pendingKeys = []
      return inner.map { runInside(id, key, in: $0) } ?? run(id)
    case .none:
      let isFirst = pendingKeys.count == 1
      pendingKeys = []
      // A key that does not go on with the sequence may mean something by itself.
      guard isFirst else { return press(key) }
      return inner.map { type(key, in: $0) } ?? explain(key)
    }
  }

  /// Whether a key has to wait for an answer that is on its way, and takes the keys when it is there: it must not mean
  /// something else until then. `esc` waits no more.
  private mutating func holds(_ key: KeyPress) -> Bool {
    guard editing.holdsKeys, overlays.isEmpty, filterEntry == nil else { return false }
    if key == KeyPress(.escape) || key == .control("c") {
      editing.stopWaiting()
      heldKeys = []
      return true
    }
    if heldKeys.count < Self.mostHeldKeys { heldKeys.append(key) }
    return true
  }

  private static let mostHeldKeys = 64

  /// Presses the keys that have waited, now that the answer is there.
  mutating func pressHeldKeys() -> [Effect] {
    guard !heldKeys.isEmpty, !editing.holdsKeys else { return [] }
    let keys = heldKeys
    heldKeys = []
    return keys.flatMap { press($0) }
  }

  /// Runs a command, or says why it cannot be used.
  mutating func run(_ id: String) -> [Effect] {
    guard let command = features.command(id) else { return [] }
    if let reason = command.refusal(self) {
      return [toasts.show(Notice(.warning, "\(command.title): \(reason)"))]
    }
    return route(command.run(self, shared))
  }

  /// Runs a command of what takes all keys. It knows best itself what to say where it cannot be done; where text is
  /// typed, a key without a use is text.
  private mutating func runInside(_ id: String, _ key: KeyPress, in scope: InnerScope) -> [Effect] {
    guard let command = features.command(id) else { return [] }
    if scope.isTyped, command.unavailable(self, shared) != nil { return type(key, in: scope) }
    return route(command.run(self, shared))
  }

  /// What comes before all commands: the keys that are written beside what they do, and what could be typed.
  private mutating func pressFirst(_ key: KeyPress, in scope: InnerScope) -> [Effect]? {
    switch overlays.last {
    case .menu(var menu)?:
      guard let index = menu.entries.firstIndex(where: { $0.key == key }) else { return nil }
      let choice = menu.choose(index)
      return choose(choice, in: menu)
    case .confirmation(var confirmation)?:
      guard let typed = key.typed, confirmation.toggle(typed) else { return nil }
      replaceTop(.confirmation(confirmation))
      return []
    case .form(var form)? where form.completions != nil:
      let isUsed = form.handleCompletion(key)
      replaceTop(.form(form))
      return isUsed ? [] : nil
    case nil where scope == .editor:
      return editing.pressCompletion(key, shared).map { route($0, RootAction.editor) }
    default: return nil
    }
  }

  /// A key that is no command goes where text is being typed, and nowhere else.
  private mutating func type(_ key: KeyPress, in scope: InnerScope) -> [Effect] {
    // A key that another one has replaced means nothing any more.
    if features.keymap.hasKey(key, in: .inner(scope), features) { return [] }
    switch (scope, overlays.last) {
    case (.editor, _), (.search, _): return route(editing.type(key, shared), RootAction.editor)
    case (.filter, _):
      guard filterEntry?.handle(key) == true else { return [] }
      return applyFilterEntry()
    case (.form, .form(var form)?):
      form.type(key)
      replaceTop(.form(form))
    case (.palette, .palette(var palette)?):
      if palette.field.handle(key) {
        palette.selected = 0
        palette.recall = FormRecall()
      }
      replaceTop(.palette(palette))
    default: break
    }
    return []
  }

  /// Pasted text is text: it goes where text is being typed, and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if filterEntry?.target == .overlay {
      filterEntry?.insert(line)
      return applyFilterEntry()
    }
    switch overlays.last {
    case .palette(var palette)?:
      palette.field.insert(line)
      palette.selected = 0
      replaceTop(.palette(palette))
    case .form(var form)?:
      form.paste(text)
      replaceTop(.form(form))
    case .some: break
    case nil: return pasteBelow(text, line)
    }
    return []
  }

  private mutating func pasteBelow(_ text: String, _ line: String) -> [Effect] {
    if editing.page != nil { return [] }
    if editing.editor != nil { return route(editing.paste(text, shared), RootAction.editor) }
    guard filterEntry != nil else { return [] }
    filterEntry?.insert(line)
    return applyFilterEntry()
  }

  mutating func replaceTop(_ overlay: Overlay<RootAction>) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = overlay
  }
}

extension InnerScope {
  /// Whether text is typed in it.
  var isTyped: Bool {
    switch self {
    case .filter, .editor, .search, .form, .palette: true
    case .review, .conflict, .job, .text, .menu, .confirmation: false
    }
  }
}
