/// Reads environment files one after the other.
struct EnvironmentFileReading {
  let files: ComposeFiles
  let limits: ComposeLimits
  private let budget: ExpansionBudget

  /// A reading that shares the budget of its project; a new one where none is given.
  init(files: ComposeFiles, limits: ComposeLimits, budget: ExpansionBudget? = nil) {
    self.files = files
    self.limits = limits
    self.budget = budget ?? ExpansionBudget(limits)
  }

  /// The variables of files, a later one winning; a file sees the environment and what earlier files set.
  func read(_ paths: [String], environment: [String: String]) throws(MarkedProblem) -> [String: String] {
    var found: [String: String] = [:]
    for path in paths {
      let variables = try read(path, isRaw: false, known: found, environment: environment, mark: nil)
      found.merge(variables) { _, new in new }
    }
    return found
  }

  /// The variables of one file.
  func read(
    _ path: String, isRaw: Bool, known: [String: String], environment: [String: String], mark: ComposeMark?
  ) throws(MarkedProblem) -> [String: String] {
    let text = try text(path, mark: mark)
    let lookup = { (name: String) in environment[name] ?? known[name] }
    var found = FoundVariables(file: path, mark: mark, limit: limits.textBytes, budget: budget)
    if isRaw {
      try DotEnv.parseRaw(text, lookup: lookup, into: &found)
    } else {
      try DotEnv.parse(text, lookup: lookup, into: &found)
    }
    return found.values
  }

  private func text(_ path: String, mark: ComposeMark?) throws(MarkedProblem) -> String {
    switch files.read(path, limits.environmentBytes) {
    case .text(let text): return text
    case .missing:
      throw MarkedProblem(
        .file, "the environment file \(path) does not exist",
        advice: "make it, or name it with path and required: false", mark: mark)
    case .refused(let reason):
      throw MarkedProblem(.file, "the environment file \(path) \(reason)", mark: mark)
    }
  }
}
