import YAMLDocument

extension ComposeText {
  /// The value that a text from a command line stands for at a path: a list or mapping in brackets or braces, a number
  /// or truth value where the place takes one, a text everywhere else, and where the old value stands in quotes.
  public func content(of text: String, at path: ComposePath) -> ComposeNode.Content {
    if let first = text.first, "[{".contains(first), let collection = Self.collection(text) {
      return collection
    }
    let plain = ScalarTyping.plain(text)
    if case .time = plain { return .text(text) }
    if case .text = plain { return plain }
    if style(at: path) == .singleQuoted || style(at: path) == .doubleQuoted { return .text(text) }
    guard let rule = Rule.file.rule(at: path.steps[...]) else { return plain }
    let fits = rule.problems(in: ComposeNode(plain), limit: 1).isEmpty
    return fits || text.isEmpty ? plain : .text(text)
  }

  private static func collection(_ text: String) -> ComposeNode.Content? {
    guard let root = try? YAMLTree(parsing: text).root,
      let document = try? DocumentReading.read(root, file: 0, limits: .standard)
    else { return nil }
    return document.root.content
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
}
