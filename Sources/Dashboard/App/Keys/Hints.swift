import TerminalUI

extension DashboardState {
  /// The keys of what takes all keys, for the foot of its box: `enter: choose   esc: back`.
  func boxHints(of scope: InnerScope) -> [KeyHint] {
    switch scope {
    case .menu: [hint(["menu.choose"], "choose"), hint(["menu.close"], "back")]
    case .palette: [hint(["palette.run"], "run"), hint(["palette.close"], "back")]
    case .text:
      [
        hint(["text.down", "text.up"], "scroll"), hint(["text.filter"], "filter"),
        hint(["text.close"], "back"),
      ]
    default:
      features.commands.filter { $0.scope == .inner(scope) }.compactMap { command in
        command.hint(self).map { hint([command.id], $0) }
      }
    }
  }

  func boxHints<Action>(for confirmation: Confirmation<Action>) -> [KeyHint] {
    let yes =
      keymap.sequences("confirmation.yes").prefix(1)
      + (confirmation.isGentle ? keymap.sequences("confirmation.gentle-yes").prefix(1) : [])
    let no = keymap.sequences("confirmation.no").prefix(2)
    return [KeyHint(Array(yes), "yes", joint: " or "), KeyHint(Array(no), "no", joint: " or ")]
  }

  func boxHints<Action>(for form: Form<Action>) -> [KeyHint] {
    let field = form.current
    let isLast = form.selected == form.fields.count - 1
    let isItem = field.kind == .list && !field.field.isEmpty
    var hints = [hint(["form.go-on"], isItem ? "add" : isLast ? form.verb : "next")]
    if !field.isTyped { hints.append(KeyHint([[KeyPress(" ")]], "change")) }
    if field.completion != .none { hints.append(hint(["form.next"], "complete")) }
    if !isLast, form.fields.count > 2 { hints.append(hint(["form.submit"], form.verb)) }
    return hints + [hint(["form.close"], "back")]
  }

  private func hint(_ commands: [String], _ word: String) -> KeyHint {
    KeyHint(commands.compactMap { keymap.sequences($0).first }, word)
  }

  /// The hints of the footer that fit, in the order of `HintOrder`. Where there is little room those go first that
  /// cannot be used now, then the least important; help and the menu never do.
  func footerHints(room: Int) -> [FooterHint] {
    var candidates: [FooterHint] = []
    for command in hintedCommands {
      guard let word = command.hint(self), let hint = footerHint(of: command, word),
        !candidates.contains(where: { $0.hint.word == word })
      else { continue }
      let isUsable = command.refusal(self) == nil
      // What changes the engine stays visible, dimmed; a view's own key that has no use here only takes room.
      guard isUsable || command.danger != .none || command.scope.isInner else { continue }
      candidates.append(
        FooterHint(hint: hint, isUsable: isUsable, isFixed: HintOrder.fixed.contains(command.id)))
    }
    var left = room - 1
    var chosen: Set<Int> = []
    func choose(_ isWanted: (FooterHint) -> Bool) {
      for (index, candidate) in candidates.enumerated() where isWanted(candidate) && !chosen.contains(index) {
        guard candidate.columns <= left else { continue }
        left -= candidate.columns
        chosen.insert(index)
      }
    }
    choose(\.isFixed)
    choose(\.isUsable)
    choose { _ in true }
    return candidates.indices.filter(chosen.contains).map { candidates[$0] }
  }

  /// The keys of a command with its word; of the two that turn the tabs both.
  private func footerHint(of command: RootCommand, _ word: String) -> KeyHint? {
    var keys = keymap.sequences(command.id).prefix(1)
    if command.id == "details.next-tab" {
      keys = keymap.sequences("details.previous-tab").prefix(1) + keys
    }
    return keys.isEmpty ? nil : KeyHint(Array(keys), word)
  }

  /// The commands whose hints could stand in the footer: none while a box takes the keys, which has its own.
  private var hintedCommands: [RootCommand] {
    guard overlays.isEmpty else { return [] }
    let active = features.commands.filter { $0.scope.isActive(keyPlace) }
    return editing.scope == nil ? HintOrder.sorted(active) : active
  }
}

/// A hint of the footer.
struct FooterHint: Sendable, Equatable {
  let hint: KeyHint
  /// Whether the command may run now; else it is dimmed.
  let isUsable: Bool
  /// Whether it is always there.
  let isFixed: Bool

  /// Its text: `x menu  `.
  var text: StyledText {
    StyledText(hint.keyText, Style(isUsable ? .hintKey : .muted))
      + StyledText(" \(hint.word)  ", Style(isUsable ? .hintText : .muted))
  }

  var columns: Int { text.columns }
}

/// Which commands the footer names first: what a user needs most and would not guess.
enum HintOrder {
  /// Those that are always there.
  static let fixed = ["screen.help", "screen.menu"]

  private static let first = [
    "list.enter", "service.quick-edit", "stack.edit", "stack.take-back", "service.scale", "container.logs",
    "logs.follow", "logs.wrap", "list.filter", "details.search", "details.reveal", "stack.up",
  ]
  private static let last = [
    "container.pause", "stack.fold", "stack.new", "details.next-tab", "screen.quit",
  ]

  /// The commands by their importance; those of the same as they come.
  static func sorted(_ commands: [RootCommand]) -> [RootCommand] {
    let order = fixed + first
    return commands.enumerated().sorted { rank($0, order) < rank($1, order) }.map(\.element)
  }

  private static func rank(_ command: (offset: Int, element: RootCommand), _ order: [String]) -> (Int, Int) {
    let id = command.element.id
    if let place = order.firstIndex(of: id) { return (place, 0) }
    if let place = last.firstIndex(of: id) { return (order.count + 1 + place, 0) }
    return (order.count, command.offset)
  }
}
