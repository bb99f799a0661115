import EngineModel
import TerminalUI

/// A question with one line as the answer.
struct Prompt: Sendable, Equatable {
  /// What the answer is for.
  enum Purpose: Sendable, Equatable {
    /// A container's new name.
    case rename(ContainerID)
    /// How many replicas a service has.
    case scale(ProjectKey, ServiceName)
  }

  let purpose: Purpose
  let title: String
  /// The answer that changes nothing.
  let before: String
  /// What `enter` does, in one word.
  let verb: String
  var field: TextField
  /// What was wrong with the answer; shown until the next key.
  var complaint: String?

  init(renaming container: ContainerSummary) {
    purpose = .rename(container.id)
    title = "Rename \(container.name)"
    before = container.name
    verb = "rename"
    field = TextField(container.name)
  }

  init(scaling service: ServiceName, in key: ProjectKey, now count: Int) {
    purpose = .scale(key, service)
    title = "How many replicas of \(service)?"
    before = ""
    verb = "show the plan"
    field = TextField(String(count))
  }

  /// Why the answer cannot be taken; nil when it can.
  func problem(_ state: DashboardState) -> String? {
    switch purpose {
    case .rename: nameProblem
    case .scale(let key, let service): state.scaleProblem(field.text, of: service, in: key)
    }
  }

  /// Why the engine would refuse the name: its rule is `[a-zA-Z0-9][a-zA-Z0-9_.-]+` (moby `daemon/names`).
  private var nameProblem: String? {
    let text = field.text
    guard text.count >= 2 else { return "a name has two characters at least" }
    let isLetter: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let first = text.first, isLetter(first) else { return "a name begins with a letter or a digit" }
    let isFine = text.allSatisfy { isLetter($0) || "_.-".contains($0) }
    return isFine ? nil : "a name has letters, digits, and _ . - only"
  }
}

extension DashboardState {
  /// Does what was answered.
  mutating func carryOut(_ prompt: Prompt) -> [Effect] {
    let text = prompt.field.text
    switch prompt.purpose {
    case .rename(let id): return text == prompt.before ? [] : begin([.rename(id, to: text)])
    case .scale(let key, let service): return confirmScale(of: service, in: key, to: text)
    }
  }
}
