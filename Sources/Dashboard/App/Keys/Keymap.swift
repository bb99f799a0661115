import Preferences
import TerminalUI
import WordMatching

/// Which keys ask for which command.
struct Keymap: Sendable, Equatable {
  /// One key, or several after another, for a command.
  struct Binding: Sendable, Equatable {
    var keys: [KeyPress]
    var command: String
  }

  /// All bindings; of two that clash the one of the narrower scope wins.
  private(set) var bindings: [Binding]

  /// Bindings as they are written: a command, and its keys. A key that has no such name is left out.
  init(_ keys: [(String, [String])]) {
    bindings = keys.flatMap { id, keys in
      keys.compactMap { text in (try? KeySequence(text)).map { Binding(keys: $0.keys, command: id) } }
    }
  }

  /// The same with more bindings.
  func adding(_ keys: [(String, [String])]) -> Keymap {
    var keymap = self
    keymap.bindings += Keymap(keys).bindings
    return keymap
  }

  /// What a sequence of keys means.
  enum Match: Equatable {
    case command(String)
    /// More keys are needed.
    case prefix
    case none
  }

  /// Looks up the keys pressed so far among the commands that are active where the user is.
  func match(_ keys: [KeyPress], _ place: KeyPlace, _ features: Features) -> Match {
    var best: (rank: Int, id: String)?
    var isPrefix = false
    for binding in bindings where binding.keys.starts(with: keys) {
      guard let command = features.command(binding.command), command.scope.isActive(place) else { continue }
      if binding.keys.count > keys.count {
        isPrefix = true
      } else if best.map({ command.scope.rank < $0.rank }) ?? true {
        best = (command.scope.rank, command.id)
      }
    }
    if let best { return .command(best.id) }
    return isPrefix ? .prefix : .none
  }

  /// Whether a key alone is that of a command in a scope.
  func hasKey(_ key: KeyPress, in scope: CommandScope, _ features: Features) -> Bool {
    bindings.contains { $0.keys == [key] && features.command($0.command)?.scope == scope }
  }

  /// The keys of a command, each as text: `g g`.
  func keys(_ command: String) -> [String] {
    bindings.filter { $0.command == command }.map { KeySequence($0.keys).description }
  }

  /// The keys of a command in one text; nil where it has none.
  func keyText(_ command: String) -> String? {
    let texts = keys(command)
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// The first key of a command, for hints.
  func firstKey(_ command: String) -> String? {
    bindings.first { $0.command == command }.map { KeySequence($0.keys).description }
  }

  /// The keys that ask for a command, in the order in which they were given.
  func sequences(_ command: String) -> [[KeyPress]] {
    bindings.filter { $0.command == command }.map(\.keys)
  }

  /// The one key that asks for a command by itself; nil where it takes several.
  func singleKey(_ command: String) -> KeyPress? {
    bindings.first { $0.command == command && $0.keys.count == 1 }?.keys.first
  }

  /// The keymap with the user's own keys: a command named in the settings has those keys and no others. What cannot
  /// be used is left out and comes back as one line each.
  func overridden(
    by settings: Settings, _ features: Features, isFinal: Bool = true
  ) -> (keymap: Keymap, problems: [String]) {
    var keymap = self
    var problems: [String] = []
    for entry in settings.keys {
      guard features.command(entry.command) != nil else {
        let near = Spelling.nearest(to: entry.command, among: features.commands.map(\.id))
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
    return (keymap, isFinal ? problems + keymap.clashes(features) : [])
  }

  /// Keys that two commands of the same scope ask for, and sequences that a shorter one hides.
  private func clashes(_ features: Features) -> [String] {
    var problems: [String] = []
    // Only what begins with the same key can be in each other's way.
    var before: [KeyPress: [Binding]] = [:]
    for binding in bindings {
      guard let first = binding.keys.first else { continue }
      for other in before[first] ?? [] where other.command != binding.command {
        if let problem = clash(of: binding, with: other, features) { problems.append(problem) }
      }
      before[first, default: []].append(binding)
    }
    return problems
  }

  private func clash(of binding: Binding, with other: Binding, _ features: Features) -> String? {
    let isSame = other.keys == binding.keys
    guard isSame || other.keys.starts(with: binding.keys) || binding.keys.starts(with: other.keys),
      let command = features.command(binding.command),
      let rival = features.command(other.command), rival.scope.overlaps(command.scope)
    else { return nil }
    let (short, long) = binding.keys.count < other.keys.count ? (binding, other) : (other, binding)
    return isSame
      ? "key \(KeySequence(binding.keys)): bound to both \(rival.id) and \(command.id)"
      : "keys \(KeySequence(long.keys)) of \(long.command): \(KeySequence(short.keys)) alone is "
        + "\(short.command), so they can never be reached"
  }
}

/// What the settings say of keys.
package enum KeySettings {
  /// What cannot be used of the keys in the settings, a line each.
  package static func problems(_ settings: Settings) -> [String] {
    Features.standard.with(settings).problems
  }
}
