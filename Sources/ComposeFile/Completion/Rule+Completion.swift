extension Rule {
  /// The forms that a value may have, one by one.
  var forms: [Rule] {
    if case .either(let rules) = self { return rules.flatMap(\.forms) }
    return [self]
  }

  /// The forms of what stands at the end of a way.
  func forms(at path: [CompletionPlace.Step]) -> [Rule] {
    path.reduce(forms) { rules, step in rules.flatMap { $0.forms(below: step) } }
  }

  private func forms(below step: CompletionPlace.Step) -> [Rule] {
    switch (self, step) {
    case (.list(let rule, _), .item): rule.forms
    case (.object(let rule), .key(let name)): (rule.keys[name] ?? rule.others)?.forms ?? []
    default: []
    }
  }

  /// Whether a value of this form can stand on the line of its key.
  var fitsOnLine: Bool {
    switch self {
    case .anything, .scalar, .choice, .form, .whole: true
    case .list, .object: false
    case .either(let rules): rules.contains(where: \.fitsOnLine)
    }
  }

  /// Whether `true` and `false` are values of this form.
  var isFlag: Bool {
    if case .scalar(let kinds) = self { return kinds.contains(.truth) && !kinds.contains(.number) }
    return false
  }
}
