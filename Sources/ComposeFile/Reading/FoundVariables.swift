import YAMLDocument

/// The variables of one environment file while it is read, each taken off the project's budget.
struct FoundVariables {
  /// The file as it is shown.
  let file: String
  /// Where a Compose file names it; nil where none does.
  let mark: ComposeMark?
  /// The longest value in bytes.
  let limit: Int
  let budget: ExpansionBudget
  private(set) var values: [String: String] = [:]

  init(file: String, mark: ComposeMark?, limit: Int, budget: ExpansionBudget) {
    self.file = file
    self.mark = mark
    self.limit = limit
    self.budget = budget
  }

  /// Takes the variable of a line, counted from 1.
  mutating func set(_ name: String, to value: String, line: Int) throws(MarkedProblem) {
    let bytes = name.utf8.count + value.utf8.count
    guard value.utf8.count <= limit else {
      throw problem("the value of \(name.prefix(80)) has more than \(limit) bytes", line: line)
    }
    let place = place(line)
    try budget.spend(
      ExpansionBudget.value + bytes, at: ExpansionBudget.Spender(cause: .variables, place: place))
    values[name] = value
  }

  /// What is wrong with a line.
  func problem(_ message: String, line: Int) -> MarkedProblem {
    MarkedProblem(.file, "\(file):\(line): \(message)", mark: mark)
  }

  private func place(_ line: Int) -> ComposePlace {
    ComposePlace(path: file, position: YAMLPosition(line: line, column: 1))
  }
}
