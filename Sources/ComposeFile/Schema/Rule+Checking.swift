import WordMatching

extension Rule {
  /// All that is wrong with a value, at most `limit` problems; their paths start at the value.
  func problems(in node: ComposeNode, limit: Int) -> [MarkedProblem] {
    guard limit > 0 else { return [] }
    switch self {
    case .anything: return []
    case .scalar(let kinds):
      return kinds.contains { $0.accepts(node.content) } ? [] : [wrongType(node)]
    case .choice(let values):
      guard let text = node.text else { return [wrongType(node)] }
      if values.contains(text) { return [] }
      let advice = Spelling.closest(to: text, among: values).map { "did you mean \($0)?" } ?? ""
      return [
        problem(
          "'\(text)' is none of \(values.joined(separator: ", "))", advice: advice, node.mark)
      ]
    case .form(let name, let accepts):
      guard let text = node.text else { return [wrongType(node)] }
      return accepts(text) ? [] : [problem("'\(text)' is not \(name)", node.mark)]
    case .whole(let range):
      guard let value = node.wholeNumber else { return [wrongType(node)] }
      let (least, most) = (range.lowerBound, range.upperBound)
      if value >= Double(least), most == .max || value <= Double(most) { return [] }
      let limits = most == .max ? "less than \(least)" : "not between \(least) and \(most)"
      return [problem("\(node.spelled ?? "") is \(limits)", node.mark)]
    case .list(let rule, let isUnique):
      guard let list = node.list else { return [wrongType(node)] }
      var found = isUnique ? Self.repetitions(in: list) : []
      for (at, element) in list.enumerated() where found.count < limit {
        found += rule.problems(in: element, limit: limit - found.count).map { $0.below("[\(at)]") }
      }
      return found
    case .object(let rule): return rule.problems(in: node, limit: limit, as: self)
    case .either(let rules): return Self.problems(in: node, limit: limit, of: rules, as: self)
    }
  }

  /// The problems of the form that a value comes nearest to; none where one fits.
  private static func problems(
    in node: ComposeNode, limit: Int, of rules: [Rule], as whole: Rule
  ) -> [MarkedProblem] {
    var nearest: [MarkedProblem]?
    for rule in rules {
      let found = rule.problems(in: node, limit: limit)
      if found.isEmpty { return [] }
      if rule.hasForm(of: node) { nearest = found }
    }
    return nearest ?? [whole.wrongType(node)]
  }

  private static func repetitions(in list: [ComposeNode]) -> [MarkedProblem] {
    var seen: Set<ValueIdentity> = []
    return list.enumerated().compactMap { at, element in
      guard !seen.insert(ValueIdentity(element)).inserted else { return nil }
      return problem("this is in the list a second time", element.mark, at: "[\(at)]")
    }
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

  fileprivate func wrongType(_ node: ComposeNode) -> MarkedProblem {
    let needsQuotes = node.list == nil && node.map == nil && !node.isNull && accepts(.text(""))
    return Rule.problem(
      "\(form) is expected, not \(node.kindName)",
      advice: needsQuotes ? "put '\(node.spelled ?? "")' into quotes" : "", node.mark)
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
    _ message: String, advice: String = "", _ mark: ComposeMark?, at key: String? = nil
  ) -> MarkedProblem { Self.problem(message, advice: advice, mark, at: key) }

  fileprivate static func problem(
    _ message: String, advice: String = "", _ mark: ComposeMark?, at key: String? = nil
  ) -> MarkedProblem {
    MarkedProblem(.schema, message, advice: advice, path: key ?? "", mark: mark)
  }
}

extension ComposeNode {
  /// The number where nothing follows its point.
  fileprivate var wholeNumber: Double? {
    switch content {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .number(let value) where value.isFinite && value.rounded() == value: value
    default: nil
    }
  }
}

extension Rule.Kind {
  func accepts(_ content: ComposeNode.Content) -> Bool {
    switch (self, content) {
    case (.text, .text), (.truth, .bool), (.null, .null), (.number, .integer), (.integer, .integer): true
    case (.number, .unsigned), (.integer, .unsigned), (.number, .number): true
    case (.integer, .number(let value)): value.isFinite && value.rounded() == value
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
    in node: ComposeNode, limit: Int, as rule: Rule
  ) -> [MarkedProblem] {
    guard let map = node.map else { return [rule.wrongType(node)] }
    var found: [MarkedProblem] = []
    for key in required where map[key] == nil {
      found.append(rule.problem("\(key) is missing", node.mark))
    }
    for entry in map.entries where found.count < limit {
      if let known = keys[entry.key] {
        found += known.problems(in: entry.value, limit: limit - found.count).map { $0.below(entry.key) }
      } else if isExtensible, entry.key.hasPrefix("x-") {
        continue
      } else if let others, names.allows(entry.key) {
        found += others.problems(in: entry.value, limit: limit - found.count).map { $0.below(entry.key) }
      } else {
        found.append(unknown(entry, as: rule))
      }
    }
    return found
  }

  private func unknown(_ entry: ComposeMap.Entry, as rule: Rule) -> MarkedProblem {
    guard others == nil else {
      return rule.problem(
        "the name '\(entry.key)' holds more than letters, digits, '.', '_' and '-'", entry.keyMark,
        at: entry.key)
    }
    let advice = Spelling.closest(to: entry.key, among: Array(keys.keys)).map { "did you mean \($0)?" }
    return rule.problem(
      "there is no such key", advice: advice ?? (isExtensible ? "keys of your own start with x-" : ""),
      entry.keyMark, at: entry.key)
  }
}
