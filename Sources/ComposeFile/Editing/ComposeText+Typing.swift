import YAMLDocument

extension ComposeText {
  /// The value that a text from a command line or a form stands for at a path: where the place takes a text, it is what
  /// was typed, letter for letter; a number, truth value or nothing only where no text may stand or where it says the
  /// same; a list or mapping in brackets or braces where the place takes one.
  public func content(of text: String, at path: ComposePath) -> ComposeNode.Content {
    let rule = Rule.file.rule(at: path.steps[...])
    if let first = text.first, "[{".contains(first), let root = try? YAMLTree(parsing: text).root,
      rule?.takesCollection(isList: root.elements != nil) ?? true, let node = Self.typed(root, as: rule)
    {
      return node.content
    }
    let isQuoted = style(at: path) == .singleQuoted || style(at: path) == .doubleQuoted
    return Self.scalar(text, as: rule, isQuoted: isQuoted)
  }

  /// A scalar as it was typed, in a place of a rule; nil for one that says nothing.
  private static func scalar(_ text: String, as rule: Rule?, isQuoted: Bool) -> ComposeNode.Content {
    let plain = ScalarTyping.plain(text)
    guard let rule else { return says(plain, text) ? plain : .text(text) }
    guard rule.fits(.text(text)) || rule.fits(.text("")) else { return plain }
    if isQuoted { return .text(text) }
    // A switch takes a text too, but that only says which way.
    // Elsewhere Compose 1 takes none for a value of a variable.
    if case .bool = plain { return rule.fits(plain) && !rule.fits(.integer(1)) ? plain : .text(text) }
    return says(plain, text) && rule.fits(plain) ? plain : .text(text)
  }

  /// Whether a value, read and written again, is the text that it was read from.
  private static func says(_ value: ComposeNode.Content, _ text: String) -> Bool {
    if case .time = value { return false }
    return ComposeNode(value).spelled == text
  }

  /// A collection as it was typed; nil where it holds aliases or keys that are no texts.
  private static func typed(_ node: YAMLNode, as rule: Rule?) -> ComposeNode? {
    guard node.kind != .alias else { return nil }
    if let scalar = node.scalar {
      let isQuoted = scalar.style != .plain
      return ComposeNode(isQuoted ? .text(scalar.text) : self.scalar(scalar.text, as: rule, isQuoted: false))
    }
    if let elements = node.elements {
      let below = elements.indices.map { rule?.rule(at: [.index($0)]) }
      let typed = zip(elements, below).compactMap { self.typed($0, as: $1) }
      return typed.count == elements.count ? ComposeNode(.list(typed)) : nil
    }
    var map = ComposeMap()
    for entry in node.entries ?? [] {
      guard let key = entry.key.scalar?.text, entry.key.kind == .scalar,
        let value = typed(entry.value, as: rule?.rule(at: [.key(key)]))
      else { return nil }
      map[key] = value
    }
    return ComposeNode(.map(map))
  }
}

extension Rule {
  /// The rule of a place below; nil where the schema says nothing about it.
  func rule(at steps: ArraySlice<ComposePath.Step>) -> Rule? {
    guard let first = steps.first else { return self }
    let rest = steps.dropFirst()
    switch (self, first) {
    case (.object(let object), .key(let key)): return (object.keys[key] ?? object.others)?.rule(at: rest)
    case (.list(let element, _), .index), (.list(let element, _), .end): return element.rule(at: rest)
    case (.either(let rules), _):
      let found = rules.compactMap { $0.rule(at: steps) }
      return found.count > 1 ? .either(found) : found.first
    default: return nil
    }
  }

  /// Whether a value keeps the rule.
  func fits(_ content: ComposeNode.Content) -> Bool {
    if case .either(let rules) = self { return rules.contains { $0.fits(content) } }
    return problems(in: ComposeNode(content), limit: 1).isEmpty
  }

  /// Whether a list or a mapping may stand in a place.
  func takesCollection(isList: Bool) -> Bool {
    switch self {
    case .anything: true
    case .list: isList
    case .object: !isList
    case .either(let rules): rules.contains { $0.takesCollection(isList: isList) }
    case .scalar, .choice, .form, .whole: false
    }
  }
}
