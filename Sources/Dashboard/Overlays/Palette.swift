import TerminalUI

/// The command palette: every command by name, found as one types.
struct Palette: Sendable, Equatable {
  var field = TextField()
  var selected = 0

  /// The commands whose title, name or explanation holds every word typed, the best first.
  func found(_ state: DashboardState) -> [Command] {
    let words = field.text.lowercased().split(separator: " ")
    let all = CommandRegistry.all.filter { command in
      let text = "\(command.title) \(command.id) \(command.doc)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    // Those with the words in the title, then those that can be used now; the order of the registry otherwise.
    return all.enumerated().sorted { left, right in
      let a = rank(left.element, words, state)
      let b = rank(right.element, words, state)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  private func rank(_ command: Command, _ words: [Substring], _ state: DashboardState) -> Int {
    let title = command.title.lowercased()
    let inTitle = words.allSatisfy { title.contains($0) }
    return (inTitle ? 0 : 2) + (command.scope.isActive(state) && command.refusal(state) == nil ? 0 : 1)
  }

  mutating func move(_ step: Int, count: Int) {
    selected = max(0, min(selected + step, count - 1))
  }
}
