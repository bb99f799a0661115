import TerminalUI

extension DashboardState {
  /// The keys of what takes all keys, for the foot of its box: `enter: choose   esc: back`.
  func boxHint(of scope: InnerScope) -> String {
    switch scope {
    case .menu: hints([(["menu.choose"], "choose"), (["menu.close"], "back")])
    case .palette: hints([(["palette.run"], "run"), (["palette.close"], "back")])
    case .text: hints([(["text.down", "text.up"], "scroll"), (["text.close"], "back")])
    default:
      hints(
        features.commands.filter { $0.scope == .inner(scope) }.compactMap { command in
          command.hint(self).map { ([command.id], $0) }
        })
    }
  }

  func boxHint<Action>(for confirmation: Confirmation<Action>) -> String {
    let yes =
      (keymap.firstKey("confirmation.yes").map { [$0] } ?? [])
      + (confirmation.isGentle ? keymap.keys("confirmation.gentle-yes").prefix(1) : [])
    let no = keymap.keys("confirmation.no").prefix(2)
    return "\(yes.joined(separator: " or ")): yes   \(no.joined(separator: " or ")): no"
  }

  func boxHint<Action>(for form: Form<Action>) -> String {
    hints(
      (form.fields.count > 1 ? [(["form.next"], "next field")] : [])
        + [(["form.go-on"], form.verb), (["form.close"], "back")])
  }

  private func hints(_ parts: [(commands: [String], word: String)]) -> String {
    parts.map { part in
      "\(part.commands.compactMap(keymap.firstKey).joined(separator: " ")): \(part.word)"
    }.joined(separator: "   ")
  }

  /// The hints of the footer that fit, the most special first; each says its key and one word.
  func footerHints(room: Int) -> StyledText {
    if editing.review?.isBusy == true, overlays.isEmpty { return StyledText("  writing  ", Style(.hintText)) }
    var text = StyledText(" ")
    var seen: Set<String> = []
    for command in hintedCommands {
      guard let hint = command.hint(self), let key = hintKey(of: command), !seen.contains(hint) else {
        continue
      }
      let isUsable = command.refusal(self) == nil
      // What changes the engine stays visible, dimmed; a view's own key that has no use here only takes room.
      guard isUsable || command.danger != .none || command.scope.isInner else { continue }
      var part = StyledText(key, Style(isUsable ? .hintKey : .muted))
      part.append(" \(hint)  ", Style(isUsable ? .hintText : .muted))
      guard text.columns + part.columns <= room else { continue }
      text.append(part)
      seen.insert(hint)
    }
    return text
  }

  /// The key of a command; of the two that turn the tabs both.
  private func hintKey(of command: RootCommand) -> String? {
    guard command.id == "details.previous-tab", let next = keymap.firstKey("details.next-tab") else {
      return keymap.firstKey(command.id)
    }
    return keymap.firstKey(command.id).map { "\($0) \(next)" }
  }

  private var hintedCommands: [RootCommand] {
    // Boxes have their hints at their own feet; below them stands what was there before.
    let place = KeyPlace(
      focus: shared.focus, pane: shared.activePane, isLog: shared.details.tab == .logs, inner: editing.scope)
    let active = features.commands.filter { $0.scope.isActive(place) }
    if editing.scope != nil { return active }
    let last = ["screen.help", "screen.menu", "screen.quit"]
    // Help is never pushed out by the others.
    return active.filter { $0.id == "screen.help" } + active.filter { !last.contains($0.id) }
      + active.filter { last.contains($0.id) && $0.id != "screen.help" }
  }
}
