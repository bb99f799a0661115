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
    let text = try text(path, isRaw: isRaw, mark: mark)
    let lookup = { (name: String) in environment[name] ?? known[name] }
    var found = FoundVariables(file: path, mark: mark, limit: limits.textBytes, budget: budget)
    if isRaw {
      try DotEnv.parseRaw(text, lookup: lookup, into: &found)
    } else {
      try DotEnv.parse(text, lookup: lookup, into: &found)
    }
    return found.values
  }

  /// The text of a file. As the reference reads them, values and comments may hold bytes that are no UTF-8, but no name
  /// and no line of a raw file.
  private func text(_ path: String, isRaw: Bool, mark: ComposeMark?) throws(MarkedProblem) -> String {
    switch files.read(path, limits.environmentBytes) {
    case .text(let text): return text
    case .bytes(let bytes):
      let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      guard !isRaw, !isUTF16 else {
        throw MarkedProblem(
          .file, "the environment file \(path) is \(isUTF16 ? "UTF-16" : "no UTF-8") text",
          advice: "save it as UTF-8", mark: mark)
      }
      return ByteText.decoded(bytes)
    case .missing:
      throw MarkedProblem(
        .file, "the environment file \(path) does not exist",
        advice: "make it, or name it with path and required: false", mark: mark)
    case .refused(let reason):
      throw MarkedProblem(.file, "the environment file \(path) \(reason)", mark: mark)
    }
  }
}
