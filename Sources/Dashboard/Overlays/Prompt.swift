import EngineModel
import TerminalUI

/// A question with one line as the answer: the new name of a container.
struct Prompt: Sendable, Equatable {
  let title: String
  let container: ContainerID
  let before: String
  var field: TextField
  /// What was wrong with the answer; shown until the next key.
  var complaint: String?

  init(renaming container: ContainerSummary) {
    title = "Rename \(container.name)"
    self.container = container.id
    before = container.name
    field = TextField(container.name)
  }

  var isUnchanged: Bool { field.text == before }
  var call: EngineCall { .rename(container, to: field.text) }

  /// Why the engine would refuse the name: its rule is `[a-zA-Z0-9][a-zA-Z0-9_.-]+` (moby `daemon/names`).
  var problem: String? {
    let text = field.text
    guard text.count >= 2 else { return "a name has two characters at least" }
    let isLetter: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let first = text.first, isLetter(first) else { return "a name begins with a letter or a digit" }
    let isFine = text.allSatisfy { isLetter($0) || "_.-".contains($0) }
    return isFine ? nil : "a name has letters, digits, and _ . - only"
  }
}
