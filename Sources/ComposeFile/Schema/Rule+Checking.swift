extension Rule {
  /// All that is wrong with a value, at most `limit` problems.
  func problems(in node: ComposeNode, path: [String], limit: Int) -> [MarkedProblem] {
    guard limit > 0 else { return [] }
    switch self {
    case .anything: return []
    case .scalar(let kinds):
      return kinds.contains { $0.accepts(node.content) } ? [] : [wrongType(node, path)]
    case .choice(let values):
      guard let text = node.text else { return [wrongType(node, path)] }
      if values.contains(text) { return [] }
      let advice = Spelling.closest(to: text, among: values).map { "did you mean \($0)?" } ?? ""
      return [
        problem(
          "'\(text)' is none of \(values.joined(separator: ", "))", advice: advice, node.mark, path)
      ]
    case .form(let name, let accepts):
      guard let text = node.text else { return [wrongType(node, path)] }
      return accepts(text) ? [] : [problem("'\(text)' is not \(name)", node.mark, path)]
    case .whole(let range):
      guard let value = node.wholeNumber else { return [wrongType(node, path)] }
      return range.contains(value)
        ? []
        : [problem("\(value) is not between \(range.lowerBound) and \(range.upperBound)", node.mark, path)]
    case .list(let rule, let isUnique):
      guard let list = node.list else { return [wrongType(node, path)] }
      var found = isUnique ? Self.repetitions(in: list, path: path) : []
      for (at, element) in list.enumerated() where found.count < limit {
        found += rule.problems(in: element, path: path + ["[\(at)]"], limit: limit - found.count)
      }
      return found
    case .object(let rule): return rule.problems(in: node, path: path, limit: limit, as: self)
    case .either(let rules): return Self.problems(in: node, path: path, limit: limit, of: rules, as: self)
    }
  }

  /// The problems of the form that a value comes nearest to; none where one fits.
  private static func problems(
    in node: ComposeNode, path: [String], limit: Int, of rules: [Rule], as whole: Rule
  ) -> [MarkedProblem] {
    var nearest: [MarkedProblem]?
    for rule in rules {
      let found = rule.problems(in: node, path: path, limit: limit)
      if found.isEmpty { return [] }
      if rule.hasForm(of: node) { nearest = found }
    }
    return nearest ?? [whole.wrongType(node, path)]
  }

  private static func repetitions(in list: [ComposeNode], path: [String]) -> [MarkedProblem] {
    var seen: Set<String> = []
    var found: [MarkedProblem] = []
    for (at, element) in list.enumerated() {
      let isRepeated: Bool
      if let text = element.spelled {
        isRepeated = !seen.insert("\(element.kindName)|\(text)").inserted
      } else {
        isRepeated = list[..<at].contains { $0.spelled == nil && $0 == element }
      }
      if isRepeated {
        found.append(problem("this is in the list a second time", element.mark, path + ["[\(at)]"]))
      }
    }
    return found
  }

  /// Whether a value is of the kind that the rule is about, right or wrong inside.
  private func hasForm(of node: ComposeNode) -> Bool {
    switch self {
    case .anything: true
    case .scalar(let kinds): kinds.contains { $0.accepts(node.content) }
    case .choice, .form: node.text != nil
    case .whole: node.wholeNumber != nil
    case .list: node.list != nil
    case .object: node.map != nil
    case .either(let rules): rules.contains { $0.hasForm(of: node) }
    }
  }

  fileprivate func wrongType(_ node: ComposeNode, _ path: [String]) -> MarkedProblem {
    let needsQuotes = node.list == nil && node.map == nil && !node.isNull && accepts(.text(""))
    return Rule.problem(
      "\(form) is expected, not \(node.kindName)",
      advice: needsQuotes ? "put '\(node.spelled ?? "")' into quotes" : "", node.mark, path)
  }

  private func accepts(_ content: ComposeNode.Content) -> Bool {
    switch self {
    case .scalar(let kinds): kinds.contains { $0.accepts(content) }
    case .either(let rules): rules.contains { $0.accepts(content) }
    case .anything: true
    case .form: content == .text("")
    case .choice, .whole, .list, .object: false
    }
  }

  /// What is expected, in the words of a message.
  var form: String {
    switch self {
    case .anything: "anything"
    case .scalar(let kinds): kinds.map(\.name).joined(separator: " or ")
    case .choice(let values): "one of " + values.joined(separator: ", ")
    case .form(let name, _): name
    case .whole: "a whole number"
    case .list: "a list"
    case .object: "a mapping"
    case .either(let rules): rules.map(\.form).joined(separator: " or ")
    }
  }

  fileprivate func problem(
    _ message: String, advice: String = "", _ mark: ComposeMark?, _ path: [String]
  ) -> MarkedProblem { Self.problem(message, advice: advice, mark, path) }

  fileprivate static func problem(
    _ message: String, advice: String = "", _ mark: ComposeMark?, _ path: [String]
  ) -> MarkedProblem {
    MarkedProblem(.schema, message, advice: advice, path: path.joined(separator: "."), mark: mark)
  }
}

extension ComposeNode {
  /// The number where nothing follows its point.
  fileprivate var wholeNumber: Int? {
    if case .number(let value) = content, value.rounded() == value, abs(value) < 1e15 { return Int(value) }
    return integer
  }
}

extension Rule.Kind {
  func accepts(_ content: ComposeNode.Content) -> Bool {
    switch (self, content) {
    case (.text, .text), (.truth, .bool), (.null, .null), (.number, .integer), (.integer, .integer): true
    case (.number, .number(let value)): value.isFinite
    case (.integer, .number(let value)): value.isFinite && value.rounded() == value
    // Dates become texts on the way into the reference's checks.
    case (.text, .time): true
    default: false
    }
  }

  var name: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .integer: "a whole number"
    case .truth: "true or false"
    case .null: "nothing"
    }
  }
}

extension ObjectRule {
  fileprivate func problems(
    in node: ComposeNode, path: [String], limit: Int, as rule: Rule
  ) -> [MarkedProblem] {
    guard let map = node.map else { return [rule.wrongType(node, path)] }
    var found: [MarkedProblem] = []
    for key in required where map[key] == nil {
      found.append(rule.problem("\(key) is missing", node.mark, path))
    }
    for entry in map.entries where found.count < limit {
      if let known = keys[entry.key] {
        found += known.problems(in: entry.value, path: path + [entry.key], limit: limit - found.count)
      } else if isExtensible, entry.key.hasPrefix("x-") {
        continue
      } else if let others, names.allows(entry.key) {
        found += others.problems(in: entry.value, path: path + [entry.key], limit: limit - found.count)
      } else {
        found.append(unknown(entry, path: path, as: rule))
      }
    }
    return found
  }

  private func unknown(_ entry: ComposeMap.Entry, path: [String], as rule: Rule) -> MarkedProblem {
    guard others == nil else {
      return rule.problem(
        "the name '\(entry.key)' holds more than letters, digits, '.', '_' and '-'", entry.keyMark, path)
    }
    let advice = Spelling.closest(to: entry.key, among: Array(keys.keys)).map { "did you mean \($0)?" }
    return rule.problem(
      "there is no such key", advice: advice ?? (isExtensible ? "keys of your own start with x-" : ""),
      entry.keyMark, path + [entry.key])
  }
}
