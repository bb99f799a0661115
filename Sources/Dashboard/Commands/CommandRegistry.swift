/// Every command there is.
package enum CommandRegistry {
  /// All commands, in the order of the help.
  package static let all: [Command] =
    containerCommands + stackCommands + editingCommands + imageCommands + volumeCommands + networkCommands
    + listCommands
    + detailCommands + logCommands + screenCommands

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The command with this id; nil where there is none.
  package static func command(_ id: String) -> Command? { byID[id] }
}
