import EngineModel
import TerminalUI

/// A question before something that changes the engine: what it will hit, with choices where there are some.
struct Confirmation: Sendable, Equatable {
  /// What is done when the answer is yes.
  enum Deed: Sendable, Equatable {
    case lifecycle(LifecycleChange, [ContainerID])
    case kill([ContainerID], signal: String)
    case removeContainers([ContainerID])
    case removeImages([String])
    case removeVolumes([VolumeName])
    case removeNetworks([NetworkID])
    case prune(PaneKind)
    case quit
    case stack(StackDeed)
  }

  /// Something to switch on or off by its key before saying yes.
  struct Choice: Sendable, Equatable {
    let key: Character
    let title: String
    var isOn = false
  }

  let title: String
  /// What it will hit, one name a line.
  let targets: [String]
  /// What to know before saying yes.
  var warning: String?
  var choices: [Choice] = []
  let deed: Deed
  /// Whether `enter` also means yes: only where nothing is lost.
  var isGentle = false

  /// What a key comes to.
  enum Answer: Sendable {
    case stays, accepted, declined
  }

  /// Takes a key: `y` is yes, `n` and `esc` are no, a choice's key switches it.
  mutating func press(_ key: KeyPress) -> Answer {
    if key.key == .enter { return isGentle ? .accepted : .stays }
    guard let typed = key.typed else { return .stays }
    if let index = choices.firstIndex(where: { $0.key == typed }) {
      choices[index].isOn.toggle()
      return .stays
    }
    switch typed {
    case "y", "Y": return .accepted
    case "n", "N", "q": return .declined
    default: return .stays
    }
  }

  func isOn(_ key: Character) -> Bool { choices.first { $0.key == key }?.isOn ?? false }
}
