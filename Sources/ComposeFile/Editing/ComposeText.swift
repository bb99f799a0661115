public import YAMLDocument

/// The text of one Compose file, for editing: every byte outside of what an edit touches stays.
public struct ComposeText: Sendable {
  /// The text.
  public let text: String
  private let tree: YAMLTree
  private let document: ReadDocument
  private let limits: ComposeLimits

  /// Reads a text; throws where it is no YAML, or holds more than one document.
  public init(_ text: String, path: String = "compose.yaml", limits: ComposeLimits = .standard)
    throws(ComposeProblem)
  {
    self.text = text
    self.limits = limits
    do throws(YAMLProblem) {
      tree = try YAMLTree(parsing: text, limits: limits.yaml)
      if let repeated = tree.problems.first { throw repeated }
    } catch {
      let place = ComposePlace(path: path, position: error.position, excerpt: error.excerpt)
      throw ComposeProblem(.syntax, error.message, place: place)
    }
    do throws(MarkedProblem) {
      guard let root = tree.root else {
        document = ReadDocument(root: ComposeNode(.null), resets: [])
        return
      }
      document = try DocumentReading.read(root, file: 0, limits: limits)
    } catch {
      var sources = ComposeSources()
      _ = sources.add(ComposeSources.File(path: path, text: text, tree: tree))
      throw error.placed(in: sources)
    }
  }

  /// What the text means, variables unresolved.
  public var meaning: ComposeNode { document.root }

  /// The value at a path, from wherever it comes; nil where there is none.
  public func value(at path: ComposePath) -> ComposeNode? {
    path.steps.reduce(document.root) { (node: ComposeNode?, step) in
      node.flatMap { Surgery.meaning(of: step, in: $0) }
    }
  }

  /// How the scalar at a path is written in this text; nil where it is not, or comes from elsewhere.
  public func style(at path: ComposePath) -> YAMLScalar.Style? {
    guard let root = tree.root else { return nil }
    let surgery = Surgery(tree: tree, layout: YAMLLayout(tree))
    var spot: Surgery.Spot? = Surgery.Spot(node: root, around: .document)
    for step in path.steps { spot = spot.flatMap { surgery.written(step, in: $0) } }
    return spot.flatMap { $0.node.kind == .scalar ? $0.node.scalar?.style : nil }
  }

  /// The text with an edit made.
  ///
  /// The new text is read again: its meaning differs by exactly the edit, or the edit is refused with the reason.
  public func applying(_ edit: ComposeEdit) throws(EditRefusal) -> ComposeText {
    let expected: ComposeNode
    let replacements: [YAMLReplacement]
    do throws(Meaning.Failure) {
      expected = try Meaning.apply(edit, to: document.root)
      if expected == document.root, case .set = edit { return self }
      let surgery = Surgery(tree: tree, layout: YAMLLayout(tree))
      replacements = try surgery.replacements(for: edit, meaning: document.root)
    } catch {
      throw EditRefusal(edit, error.reason, advice: error.advice)
    }
    let edited = try reread(YAMLReplacement.apply(replacements, to: text), for: edit)
    guard edited.document.root == expected, edited.document.resets == document.resets else {
      throw EditRefusal(edit, reasonOfMismatch(edit), advice: "change it by hand")
    }
    return edited
  }

  private func reread(_ text: String, for edit: ComposeEdit) throws(EditRefusal) -> ComposeText {
    do {
      return try ComposeText(text, limits: limits)
    } catch {
      throw EditRefusal(edit, "the result could not be read (\(error.message))", advice: "change it by hand")
    }
  }

  /// Why an edit changes more than it should: mostly since aliases share what it touches.
  private func reasonOfMismatch(_ edit: ComposeEdit) -> String {
    var node = tree.root
    for step in edit.path.steps {
      if let anchor = node?.anchor {
        return "it is part of the anchor &\(anchor), which is used elsewhere too"
      }
      switch step {
      case .key(let key): node = node?[key]
      case .index(let index): node = node?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      case .end: node = nil
      }
    }
    if let anchor = node?.anchor { return "it is the anchor &\(anchor), which is used elsewhere too" }
    return "more than this would change"
  }
}
