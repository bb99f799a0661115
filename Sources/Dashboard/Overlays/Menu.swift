import EngineModel
import TerminalUI

/// A list to choose one entry from.
struct Menu: Sendable, Equatable {
  /// What an entry does.
  enum Choice: Sendable, Equatable {
    case command(String)
    case signal(String, [ContainerID], names: [String])
    case sort(PaneKind, SortOrder)
    case theme(String)
    case copy(String, what: String)
    case logService(ServiceName?)
    case editing(EditingChoice)
    case job(JobID)
  }

  enum Kind: Sendable, Equatable {
    case plain
    /// The theme before the menu was opened, to go back to.
    case themes(String)
  }

  struct Entry: Sendable, Equatable {
    let title: String
    /// What stands at the right: a key, a value.
    var detail = ""
    /// A key that chooses the entry at once.
    var key: KeyPress?
    /// Why it cannot be chosen; nil when it can.
    var reason: String?
    var choice: Choice?
  }

  let title: String
  var kind = Kind.plain
  let entries: [Entry]
  var selected = 0
  var wantsToClose = false

  /// Takes a key; the chosen entry comes back, nil while none is.
  mutating func press(_ key: KeyPress) -> Choice? {
    switch key.key {
    case .enter: return choose(selected)
    case .up, .backtab: move(-1)
    case .down, .tab: move(1)
    case .home, .pageUp: selected = 0
    case .end, .pageDown: selected = max(0, entries.count - 1)
    default:
      if let index = entries.firstIndex(where: { $0.key == key }) { return choose(index) }
      switch key.typed {
      case "j": move(1)
      case "k": move(-1)
      case "g": selected = 0
      case "G": selected = max(0, entries.count - 1)
      case "q", "x": wantsToClose = true
      default: break
      }
    }
    return nil
  }

  private mutating func choose(_ index: Int) -> Choice? {
    guard index < entries.count else { return nil }
    selected = index
    return entries[index].reason == nil ? entries[index].choice : nil
  }

  private mutating func move(_ step: Int) {
    guard !entries.isEmpty else { return }
    selected = (selected + step + entries.count) % entries.count
  }
}
