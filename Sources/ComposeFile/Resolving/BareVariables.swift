/// Gives variables that are listed without a value the one that the environment has.
struct BareVariables {
  let environment: [String: String]
  let budget: ExpansionBudget

  /// In lists only, as those of included files have an environment of their own; mappings follow at the end.
  func resolve(_ root: inout ComposeMap) throws(MarkedProblem) {
    guard var services = root["services"] else { return }
    try services.updateEntries { (_, service) throws(MarkedProblem) in
      try service.update("environment") { (list) throws(MarkedProblem) in
        try list.updateElements { (element) throws(MarkedProblem) in
          if let name = element.text, let value = try value(of: name, for: element) {
            element.content = .text("\(name)=\(value)")
          }
        }
      }
    }
    root["services"] = services
  }

  /// Names and values with the environment's values filled in; where `keepsUnset` is false, names without one go.
  func filled(_ node: ComposeNode, keepsUnset: Bool) throws(MarkedProblem) -> ComposeNode {
    var result = node
    if let list = node.list {
      result.content = .list(
        try list.map { (element) throws(MarkedProblem) in
          guard let text = element.text, !text.contains("=") else { return element }
          if let value = try value(of: text, for: element) {
            return ComposeNode(.text("\(text)=\(value)"), mark: element.mark)
          }
          return keepsUnset ? element : nil
        }.compactMap(\.self))
    } else if let map = node.map {
      var filled = ComposeMap()
      for var entry in map.entries {
        if entry.value.isNull {
          if let value = try value(of: entry.key, for: entry.value) {
            entry.value.content = .text(value)
          } else if !keepsUnset {
            continue
          }
        }
        filled.set(entry)
      }
      result.content = .map(filled)
    }
    return result
  }

  /// The value of a variable that is filled in for a node, taken off the budget.
  private func value(of name: String, for node: ComposeNode) throws(MarkedProblem) -> String? {
    guard let value = environment[name] else { return nil }
    try budget.spend(
      value.utf8.count, at: ExpansionBudget.Spender(cause: .variables, mark: node.mark))
    return value
  }
}
