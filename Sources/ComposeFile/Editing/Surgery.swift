import YAMLDocument

/// Finds the bytes that an edit has to change, and what goes in their place.
struct Surgery {
  /// The document that is changed; nil where the text has none.
  let root: YAMLNode?
  let layout: YAMLLayout
  /// Whether the text is JSON and has to stay it.
  let isJSON: Bool

  /// Why the text cannot be changed as asked.
  typealias Failure = Meaning.Failure

  /// A node with what stands around it.
  struct Spot {
    var node: YAMLNode
    var around: Around
    /// Whether brackets or braces are around it.
    var isInFlow = false

    enum Around {
      case document
      case value(key: YAMLNode)
      case element(list: YAMLNode, index: Int)
    }
  }

  /// The replacements of an edit in a text whose document means `meaning`.
  func replacements(for edit: ComposeEdit, meaning: ComposeNode) throws(Failure) -> [YAMLReplacement] {
    guard let root else {
      guard case .set(let path, let value) = edit else { throw Failure(reason: "the file is empty") }
      return [fresh(try Meaning.nested(ComposeNode(value), below: path.steps[...]))]
    }
    let spot = Spot(node: root, around: .document, isInFlow: false)
    let steps = edit.path.steps[...]
    switch edit {
    case .set(_, let value): return try set(ComposeNode(value), at: spot, steps: steps, meaning: meaning)
    case .insert(_, let value):
      return try insert(ComposeNode(value), at: spot, steps: steps, meaning: meaning, edit: edit)
    case .remove: return try remove(at: spot, steps: steps)
    case .rename(_, let name): return try rename(to: name, at: spot, steps: steps)
    }
  }

  private func set(
    _ value: ComposeNode, at spot: Spot, steps: ArraySlice<ComposePath.Step>, meaning: ComposeNode
  ) throws(Failure) -> [YAMLReplacement] {
    guard let first = steps.first else { return try replace(spot, with: value) }
    let rest = steps.dropFirst()
    if let child = written(first, in: spot) {
      let inner = Self.meaning(of: first, in: meaning) ?? ComposeNode(.null)
      return try set(value, at: child, steps: rest, meaning: inner)
    }
    let edited = try Meaning.set(value, in: meaning, at: steps)
    return try overrideOrAdd(first, at: spot, edited: edited)
  }

  private func insert(
    _ value: ComposeNode, at spot: Spot, steps: ArraySlice<ComposePath.Step>, meaning: ComposeNode,
    edit: ComposeEdit
  ) throws(Failure) -> [YAMLReplacement] {
    guard let first = steps.first else {
      throw Failure(reason: "the path does not end with the place in a list")
    }
    let edited = try Meaning.insert(value, into: meaning, at: steps)
    if steps.count == 1, spot.node.kind == .sequence, let elements = spot.node.elements {
      let index = if case .index(let index) = first { index } else { elements.count }
      return try insertElement(value, at: index, into: spot)
    }
    guard let child = written(first, in: spot) else {
      return try overrideOrAdd(first, at: spot, edited: edited)
    }
    let inner = Self.meaning(of: first, in: meaning) ?? ComposeNode(.null)
    return try insert(value, at: child, steps: steps.dropFirst(), meaning: inner, edit: edit)
  }

  /// Writes the new value of a step that this text does not have in this place: it is missing, or comes from an alias
  /// or a merge key.
  private func overrideOrAdd(
    _ step: ComposePath.Step, at spot: Spot, edited: ComposeNode
  ) throws(Failure) -> [YAMLReplacement] {
    switch (spot.node.kind, step) {
    case (.mapping, .key(let key)):
      guard let value = edited[key] else { break }
      return try addEntry(key, value, to: spot)
    case (.alias, .key(let key)):
      guard spot.node.entries != nil, let value = edited[key] else { break }
      return overrideAlias(spot, key: key, value: value)
    case (.sequence, .key(let key)):
      guard let list = edited.list, let elements = spot.node.elements else { break }
      if list.count > elements.count {
        return try insertElement(list[elements.count], at: elements.count, into: spot)
      }
      guard let at = Meaning.index(of: key, in: list), elements.indices.contains(at) else { break }
      return try replace(element(at, of: spot, elements[at]), with: list[at])
    case (.sequence, _):
      guard let last = edited.list?.last, let count = spot.node.elements?.count else { break }
      return try insertElement(last, at: count, into: spot)
    default: break
    }
    return try replace(spot, with: edited)
  }

  /// The node that a step leads to in this text; nil where it leads to nothing, through an alias or to a merge key.
  func written(_ step: ComposePath.Step, in spot: Spot) -> Spot? {
    guard spot.node.kind != .alias else { return nil }
    switch step {
    case .key(let key):
      guard let entry = spot.node.entries?.last(where: { $0.key.scalar?.text == key }) else { return nil }
      return Spot(node: entry.value, around: .value(key: entry.key), isInFlow: isFlow(inside: spot))
    case .index(let index):
      guard let elements = spot.node.elements, elements.indices.contains(index) else { return nil }
      return element(index, of: spot, elements[index])
    case .end: return nil
    }
  }

  func element(_ index: Int, of spot: Spot, _ node: YAMLNode) -> Spot {
    Spot(node: node, around: .element(list: spot.node, index: index), isInFlow: isFlow(inside: spot))
  }

  func isFlow(inside spot: Spot) -> Bool { spot.isInFlow || spot.node.isFlow }

  static func meaning(of step: ComposePath.Step, in node: ComposeNode) -> ComposeNode? {
    switch step {
    case .key(let key): node[key]
    case .index(let index): node.list.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    case .end: nil
    }
  }

  /// The first content of a text that has none.
  private func fresh(_ value: ComposeNode) -> YAMLReplacement {
    let text = blockText(value, indent: 0)
    let needsBreak = layout.count > 0 && layout.lineStart(of: layout.count) != layout.count
    return YAMLReplacement(
      at: layout.count, text: (needsBreak ? layout.lineEnding : "") + text + layout.lineEnding)
  }
}
