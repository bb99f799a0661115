public import YAMLDocument

/// The text of one Compose file, for editing: every byte outside of what an edit touches stays.
///
/// Of a file of several documents, each laid over those before it, an edit changes the last one that has what it is
/// about.
public struct ComposeText: Sendable {
  /// The text.
  public let text: String
  /// What the text means, variables unresolved: its documents laid over each other.
  public let meaning: ComposeNode
  /// Whether the text is JSON, and so stays it.
  public let isJSON: Bool
  private let tree: YAMLTree
  let documents: [ReadDocument]
  private let limits: ComposeLimits

  /// Reads a text; throws where it is no YAML.
  public init(_ text: String, path: String = "compose.yaml", limits: ComposeLimits = .standard)
    throws(ComposeProblem)
  {
    self.text = text
    self.limits = limits
    do throws(YAMLProblem) {
      tree = try YAMLTree(parsing: text, limits: limits.yaml, documents: .any)
      if let repeated = tree.problems.first { throw repeated }
    } catch {
      let place = ComposePlace(path: path, position: error.position, excerpt: error.excerpt)
      throw ComposeProblem(.syntax, error.message, place: place)
    }
    do throws(MarkedProblem) {
      let budget = ExpansionBudget(limits)
      documents = try tree.roots.map { (root) throws(MarkedProblem) in
        try DocumentReading.read(root, file: 0, budget: budget)
      }
      meaning = try Self.meaning(of: documents)
    } catch {
      var sources = ComposeSources()
      _ = sources.add(ComposeSources.File(path: path, text: text, tree: tree))
      throw error.placed(in: sources)
    }
    isJSON = JSONSpelling.isJSON(text, tree: tree)
  }

  private static func meaning(of documents: [ReadDocument]) throws(MarkedProblem) -> ComposeNode {
    guard documents.count > 1 else { return documents.first?.root ?? ComposeNode(.null) }
    var whole = ComposeMap()
    for document in documents {
      Resets.apply(document.resets, to: &whole)
      whole = try Merging.merge(whole, document.root.map ?? ComposeMap())
    }
    return ComposeNode(.map(whole))
  }

  /// The value at a path, from wherever it comes; nil where there is none.
  public func value(at path: ComposePath) -> ComposeNode? { Self.value(at: path.steps[...], in: meaning) }

  private static func value(at steps: ArraySlice<ComposePath.Step>, in root: ComposeNode) -> ComposeNode? {
    steps.reduce(root) { (node: ComposeNode?, step) in
      node.flatMap { Surgery.meaning(of: step, in: $0) }
    }
  }

  /// Where what stands at a path, or at as much of the way to it as there is, is written in the file of this text.
  func place(of path: ComposePath, file: String) -> ComposePlace {
    var found = ComposePlace(path: file)
    for count in stride(from: path.steps.count, to: 0, by: -1) {
      guard let mark = mark(of: path.steps.prefix(count)) else { continue }
      found.position = tree.position(ofByte: Int(mark.offset))
      found.excerpt = tree.excerpt(ofByte: Int(mark.offset))
      break
    }
    return found
  }

  private func mark(of steps: ArraySlice<ComposePath.Step>) -> ComposeMark? {
    guard case .key(let key)? = steps.last else { return Self.value(at: steps, in: meaning)?.mark }
    let around = Self.value(at: steps.dropLast(), in: meaning)
    return around?.map?.entry(key)?.keyMark ?? around?[key]?.mark
  }

  /// The document that an edit of a path is made in: the last one that has the place, or as much of the way to it as
  /// any has.
  private func document(for path: ComposePath) -> Int {
    guard documents.count > 1 else { return 0 }
    for count in stride(from: path.steps.count, to: 0, by: -1) {
      let steps = path.steps.prefix(count)
      if let at = documents.lastIndex(where: { Self.value(at: steps, in: $0.root) != nil }) { return at }
    }
    return documents.count - 1
  }

  private func surgery(in at: Int) -> Surgery {
    let roots = tree.roots
    return Surgery(
      root: roots.indices.contains(at) ? roots[at] : nil, layout: YAMLLayout(tree), isJSON: isJSON)
  }

  /// How the scalar at a path is written in this text; nil where it is not, or comes from elsewhere.
  public func style(at path: ComposePath) -> YAMLScalar.Style? {
    let surgery = surgery(in: document(for: path))
    guard let root = surgery.root else { return nil }
    var spot: Surgery.Spot? = Surgery.Spot(node: root, around: .document)
    for step in path.steps { spot = spot.flatMap { surgery.written(step, in: $0) } }
    return spot.flatMap { $0.node.kind == .scalar ? $0.node.scalar?.style : nil }
  }

  /// The text with an edit made; a service that is called otherwise is so wherever the text names it.
  ///
  /// The new text is read again: its meaning differs by exactly the edit, or the edit is refused with the reason.
  public func applying(_ edit: ComposeEdit) throws(EditRefusal) -> ComposeText {
    if case .rename(let path, let name) = edit, path.steps.count == 2, path.steps[0] == .key("services"),
      case .key(let old) = path.steps[1]
    {
      return try renaming(ServiceReferences(name: old), to: name, for: edit)
    }
    return try applyingAlone(edit)
  }

  /// The text with nothing but an edit made, in the document of a number where one is given.
  func applyingAlone(_ edit: ComposeEdit, in document: Int? = nil) throws(EditRefusal) -> ComposeText {
    let at = document ?? self.document(for: edit.path)
    var expected = documents
    let root = documents.isEmpty ? ComposeNode(.null) : documents[at].root
    if documents.isEmpty { expected = [ReadDocument(root: root, resets: [])] }
    let replacements: [YAMLReplacement]
    do throws(Meaning.Failure) {
      expected[at].root = try Meaning.apply(edit, to: root)
      if expected[at].root == root, case .set = edit { return self }
      expected[at].resets = Resets.renamed(expected[at].resets, by: edit)
      replacements = try surgery(in: at).replacements(for: edit, meaning: root)
    } catch {
      throw EditRefusal(edit, error.reason, advice: error.advice)
    }
    let edited = try reread(YAMLReplacement.apply(replacements, to: text), for: edit)
    guard edited.means(expected), edited.isJSON || !isJSON else {
      throw EditRefusal(edit, reasonOfMismatch(edit, in: at), advice: "change it by hand")
    }
    return edited
  }

  /// The text with many edits of each document made at once, none of which changes what another is about; nil where the
  /// result does not differ by exactly them.
  func applying(_ edits: [[ComposeEdit]]) -> ComposeText? {
    var expected = documents
    var replacements: [YAMLReplacement] = []
    do {
      for (at, edits) in edits.enumerated() {
        for edit in edits {
          replacements += try surgery(in: at).replacements(for: edit, meaning: documents[at].root)
          expected[at].root = try Meaning.apply(edit, to: expected[at].root)
          expected[at].resets = Resets.renamed(expected[at].resets, by: edit)
        }
      }
      let edited = try ComposeText(YAMLReplacement.apply(replacements, to: text), limits: limits)
      return edited.means(expected) && (edited.isJSON || !isJSON) ? edited : nil
    } catch {
      return nil
    }
  }

  private func means(_ expected: [ReadDocument]) -> Bool {
    documents.map(\.root) == expected.map(\.root) && documents.map(\.resets) == expected.map(\.resets)
  }

  private func reread(_ text: String, for edit: ComposeEdit) throws(EditRefusal) -> ComposeText {
    do {
      return try ComposeText(text, limits: limits)
    } catch {
      throw EditRefusal(edit, "the result could not be read (\(error.message))", advice: "change it by hand")
    }
  }

  /// Why an edit changes more than it should: mostly since aliases share what it touches.
  private func reasonOfMismatch(_ edit: ComposeEdit, in document: Int) -> String {
    var node = surgery(in: document).root
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
