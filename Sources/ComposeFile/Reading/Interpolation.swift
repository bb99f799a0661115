/// Puts the variables of an environment into all texts of a document; keys stay as they are.
struct Interpolation {
  let environment: [String: String]
  private let limit: Int
  private let budget: ExpansionBudget
  /// The variables that were not set, in the order in which they were met, each once.
  private(set) var unset: [UnsetVariable] = []
  private var unsetNames: Set<String> = []
  /// The keys and indices on the way to the value that is resolved.
  private var trail: [String] = []

  init(environment: [String: String], limit: Int, budget: ExpansionBudget) {
    self.environment = environment
    self.limit = limit
    self.budget = budget
  }

  /// The document with its variables resolved and the texts cast that have to be numbers or truth values.
  mutating func resolve(_ node: inout ComposeNode) throws(MarkedProblem) {
    try resolve(&node, casts: .file)
  }

  private mutating func resolve(_ node: inout ComposeNode, casts: CastTree?) throws(MarkedProblem) {
    switch node.content {
    case .text(let text):
      guard casts?.cast != nil || text.utf8.contains(UInt8(ascii: "$")) else { return }
      node.content = try resolve(text, node: node, casts: casts)
    case .list(var elements):
      node.content = .null
      for at in elements.indices {
        trail.append(at < IndexText.short.count ? IndexText.short[at] : "[\(at)]")
        try resolve(&elements[at], casts: casts?.element)
        trail.removeLast()
      }
      node.content = .list(elements)
    case .map(var map):
      node.content = .null
      try map.updateValues { (key, value) throws(MarkedProblem) in
        trail.append(key)
        try resolve(&value, casts: casts?.child(key))
        trail.removeLast()
      }
      node.content = .map(map)
    case .null, .bool, .integer, .unsigned, .number, .time:
      break
    }
  }

  private mutating func resolve(
    _ text: String, node: ComposeNode, casts: CastTree?
  ) throws(MarkedProblem) -> ComposeNode.Content {
    let resolved = try substitute(text, node: node)
    guard let cast = casts?.cast else { return .text(resolved) }
    guard let value = cast.value(of: resolved) else {
      throw MarkedProblem(
        .variable, "'\(resolved)' is not \(cast.name)", path: trail.joined(separator: "."), mark: node.mark)
    }
    return value
  }

  private mutating func substitute(
    _ text: String, node: ComposeNode
  ) throws(MarkedProblem) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    let missing = NameList()
    let environment = environment
    let template = Template(
      lookup: { environment[$0] }, onUnset: { missing.names.append($0) }, limit: limit)
    let result: String
    do {
      result = try template.resolve(text)
    } catch {
      throw problem(error, text: text, node: node)
    }
    for name in missing.names { noteUnset(name, node: node) }
    guard result.utf8.count <= limit else { throw problem(.tooLong, text: text, node: node) }
    try budget.spend(
      result.utf8.count,
      at: ExpansionBudget.Spender(
        cause: .variables, path: trail.joined(separator: "."), mark: node.mark))
    return result
  }

  private mutating func noteUnset(_ name: String, node: ComposeNode) {
    guard unsetNames.insert(name).inserted else { return }
    unset.append(UnsetVariable(name: name, path: trail.joined(separator: "."), mark: node.mark))
  }

  private func problem(
    _ failure: Template.Failure, text: String, node: ComposeNode
  ) -> MarkedProblem {
    let path = trail.joined(separator: ".")
    switch failure {
    case .malformed:
      return MarkedProblem(
        .variable, "'\(text.prefix(80))' holds a '${' that is no variable",
        advice: "write $$ for a dollar sign", path: path, mark: node.mark)
    case .required(let name, let message):
      return MarkedProblem(
        .variable, "the variable \(name) is missing a value" + (message.isEmpty ? "" : ": \(message)"),
        advice: "set it in the environment or in .env", path: path, mark: node.mark)
    case .tooLong:
      return MarkedProblem(
        .variable, "variables make more than \(limit) bytes of it", path: path, mark: node.mark)
    case .tooDeep:
      return MarkedProblem(
        .variable, "the variables in it stand inside each other too deeply", path: path, mark: node.mark)
    }
  }
}

/// The names that one template met.
private final class NameList {
  var names: [String] = []
}

/// A variable that a file names and nothing sets.
public struct UnsetVariable: Sendable, Hashable {
  /// The variable.
  public let name: String
  /// Where it was first met: `services.web.image`.
  public let path: String
  let mark: ComposeMark?
}
