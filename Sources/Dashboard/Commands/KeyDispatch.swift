import TerminalUI

extension DashboardState {
  /// What a key does: the overlay on top takes it, else the filter that is being typed, else the keymap.
  mutating func press(_ key: KeyPress) -> [Effect] {
    // The notices about settings stay until somebody is there to have seen them.
    toasts.removeAll { $0.id.rawValue < 0 }
    if key == .control("c"), overlays.isEmpty, filterEntry == nil, !isEditing { return quit() }
    if !overlays.isEmpty { return pressOverlay(key) }
    if editing.page != nil { return pressPage(key) }
    if editing.editor != nil { return pressEditor(key) }
    if filterEntry != nil { return pressFilter(key) }
    pendingKeys.append(key)
    settle(activePane)
    // Several keys may come in one read: each acts on what the one before has selected.
    followSelection()
    switch keymap.match(pendingKeys, self) {
    case .prefix:
      return []
    case .command(let id):
      pendingKeys = []
      return run(id)
    case .none:
      let isFirst = pendingKeys.count == 1
      pendingKeys = []
      // A key that does not go on with the sequence may mean something by itself.
      return isFirst ? [] : press(key)
    }
  }

  /// Runs a command, or says why it cannot be used.
  mutating func run(_ id: String) -> [Effect] {
    guard let command = CommandRegistry.command(id) else { return [] }
    if let reason = command.refusal(self) {
      return notify(Notice(.warning, "\(command.title): \(reason)"))
    }
    return command.run(&self)
  }

  /// Pasted text is text: it goes where text is being typed, and nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if !overlays.isEmpty { return pasteOverlay(line) }
    if editing.page != nil { return [] }
    if editing.editor != nil { return pasteIntoEditor(text) }
    if filterEntry != nil {
      filterEntry?.field.insert(line)
      return applyFilterEntry()
    }
    return []
  }
}
