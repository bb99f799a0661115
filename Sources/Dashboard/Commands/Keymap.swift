import Preferences
import TerminalUI

/// Which keys ask for which command.
package struct Keymap: Sendable, Equatable {
  /// One key, or several after another, for a command.
  package struct Binding: Sendable, Equatable {
    package var keys: [KeyPress]
    package var command: String
  }

  /// All bindings; of two that clash the one of the narrower scope wins.
  package private(set) var bindings: [Binding]

  /// What a sequence of keys means.
  enum Match: Equatable {
    case command(String)
    /// More keys are needed.
    case prefix
    case none
  }

  /// Looks up the keys pressed so far among the commands that are active now.
  func match(_ keys: [KeyPress], _ state: DashboardState) -> Match {
    var best: (rank: Int, id: String)?
    var isPrefix = false
    for binding in bindings where binding.keys.starts(with: keys) {
      guard let command = CommandRegistry.command(binding.command), command.scope.isActive(state) else {
        continue
      }
      if binding.keys.count > keys.count {
        isPrefix = true
      } else if best.map({ command.scope.rank < $0.rank }) ?? true {
        best = (command.scope.rank, command.id)
      }
    }
    if let best { return .command(best.id) }
    return isPrefix ? .prefix : .none
  }

  /// The keys of a command, as text: `g g`; nil where it has none.
  package func keyText(_ command: String) -> String? {
    let texts = bindings.filter { $0.command == command }.map { KeySequence($0.keys).description }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// The first key of a command, for the footer.
  func firstKey(_ command: String) -> String? {
    bindings.first { $0.command == command }.map { KeySequence($0.keys).description }
  }

  /// The keymap with the user's own keys: a command named in the settings has those keys and no others. What cannot
  /// be used is left out and comes back as one line each.
  package func overridden(by settings: Settings) -> (Keymap, problems: [String]) {
    var keymap = self
    var problems: [String] = []
    for entry in settings.keys {
      guard CommandRegistry.command(entry.command) != nil else {
        let near = Spelling.nearest(to: entry.command, among: CommandRegistry.all.map(\.id))
        let problem = entry.problem("there is no command \"\(entry.command)\"", suggestion: near)
        problems.append(problem.description)
        continue
      }
      var own: [Binding] = []
      for key in entry.keys {
        do throws(KeyNameError) {
          own.append(Binding(keys: try KeySequence(key.name).keys, command: entry.command))
        } catch {
          problems.append(entry.problem(error.description, with: key).description)
        }
      }
      keymap.bindings.removeAll { $0.command == entry.command }
      keymap.bindings += own
    }
    return (keymap, problems + keymap.clashes())
  }

  /// Keys that two commands of the same scope ask for, and sequences that a shorter one hides.
  private func clashes() -> [String] {
    var problems: [String] = []
    for (index, binding) in bindings.enumerated() {
      for other in bindings[..<index] where other.command != binding.command {
        let isSame = other.keys == binding.keys
        guard isSame || other.keys.starts(with: binding.keys) || binding.keys.starts(with: other.keys),
          let command = CommandRegistry.command(binding.command),
          let rival = CommandRegistry.command(other.command), rival.scope.overlaps(command.scope)
        else { continue }
        let (short, long) = binding.keys.count < other.keys.count ? (binding, other) : (other, binding)
        problems.append(
          isSame
            ? "key \(KeySequence(binding.keys)): both \(rival.id) and \(command.id) ask for it"
            : "keys \(KeySequence(long.keys)) of \(long.command): \(KeySequence(short.keys)) alone is "
              + "\(short.command), so they are never reached")
      }
    }
    return problems
  }
}

extension CommandScope {
  /// Whether two scopes of the same rank can be active at once.
  func overlaps(_ other: CommandScope) -> Bool {
    if case .panes(let mine) = self, case .panes(let theirs) = other { return !mine.isDisjoint(with: theirs) }
    return self == other
  }
}
