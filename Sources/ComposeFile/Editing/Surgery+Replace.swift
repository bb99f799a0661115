import YAMLDocument

extension Surgery {
  /// Puts a value in a node's place; its anchor and tag stay.
  func replace(_ spot: Spot, with value: ComposeNode) throws(Failure) -> [YAMLReplacement] {
    let isCollection = value.map.map { !$0.isEmpty } ?? value.list.map { !$0.isEmpty } ?? false
    if isCollection, !spot.isInFlow { return try replaceWithBlock(spot, value) }
    let text = inlineText(value, old: spot.node, isInFlow: spot.isInFlow)
    let node = spot.node
    let start = layout.contentStart(of: node)
    if isBlockCollection(node), case .value(let key) = spot.around, !isSameLine(key, start) {
      // The lines of the old collection go, the new value stands behind the key.
      let from = try valueStart(of: node, behind: key)
      return [
        YAMLReplacement(at: from, text: " " + text),
        YAMLReplacement(
          range: previousEnd(of: layout.lineStart(of: start))..<contentLineEnd(of: node), text: ""),
      ]
    }
    if node.range.isEmpty || start >= layout.contentEnd(of: node), node.kind == .scalar, isEmptyPlain(node) {
      return [try fill(spot, with: text)]
    }
    return [YAMLReplacement(range: start..<layout.contentEnd(of: node), text: text)]
  }

  /// Puts a value where nothing stands.
  private func fill(_ spot: Spot, with text: String) throws(Failure) -> YAMLReplacement {
    let node = spot.node
    if let end = layout.propertiesEnd(of: node) { return YAMLReplacement(at: end, text: " " + text) }
    switch spot.around {
    case .value(let key):
      if let colon = try? colonEnd(behind: key) { return YAMLReplacement(at: colon, text: " " + text) }
      return YAMLReplacement(at: key.range.upperBound, text: ": " + text)
    case .element: return YAMLReplacement(at: node.range.lowerBound, text: " " + text)
    case .document: return YAMLReplacement(at: node.range.lowerBound, text: text)
    }
  }

  /// Puts a collection in lines of its own in a node's place.
  private func replaceWithBlock(_ spot: Spot, _ value: ComposeNode) throws(Failure) -> [YAMLReplacement] {
    let node = spot.node
    let start = layout.contentStart(of: node)
    let end = layout.contentEnd(of: node)
    switch spot.around {
    case .document:
      return [YAMLReplacement(range: start..<end, text: inlined(blockText(value, indent: 0), indent: 0))]
    case .element(let list, _):
      let indent = layout.column(of: layout.contentStart(of: list)) + 2
      let text = inlined(blockText(value, indent: indent), indent: indent)
      if isEmptyPlain(node) { return [try fill(spot, with: text)] }
      return [YAMLReplacement(range: start..<end, text: text)]
    case .value(let key):
      let indent =
        layout.column(of: key.range.lowerBound) + (value.list == nil ? layout.mappingStep : layout.listStep)
      let text = blockText(value, indent: indent)
      if isBlockCollection(node), !isSameLine(key, start) {
        return [YAMLReplacement(range: layout.lineStart(of: start)..<contentLineEnd(of: node), text: text)]
      }
      let from = try valueStart(of: node, behind: key)
      let stop = max(from, end)
      return [
        YAMLReplacement(range: from..<stop, text: ""),
        YAMLReplacement(at: layout.lineEnd(of: stop), text: layout.lineEnding + text),
      ]
    }
  }

  /// Turns an alias of a mapping into a mapping that merges it and has a key of its own.
  func overrideAlias(_ spot: Spot, key: String, value: ComposeNode) -> [YAMLReplacement] {
    let alias = text(in: spot.node.range)
    if spot.isInFlow {
      let entry = flowText(ComposeNode(.map(ComposeMap([(key, value)])))).dropFirst().dropLast()
      return [YAMLReplacement(range: spot.node.range, text: "{<<: \(alias), \(entry)}")]
    }
    let indent: Int
    switch spot.around {
    case .document: indent = 0
    case .element(let list, _): indent = layout.column(of: layout.contentStart(of: list)) + 2
    case .value(let key): indent = layout.column(of: key.range.lowerBound) + layout.mappingStep
    }
    let margin = String(repeating: " ", count: indent)
    let own = blockText(ComposeNode(.map(ComposeMap([(key, value)]))), indent: indent)
    let block = margin + "<<: " + alias + layout.lineEnding + own
    guard case .value = spot.around else {
      return [YAMLReplacement(range: spot.node.range, text: inlined(block, indent: indent))]
    }
    var from = spot.node.range.lowerBound
    while let before = layout.byte(at: from - 1), before == 0x20 || before == 0x09 { from -= 1 }
    return [
      YAMLReplacement(range: from..<spot.node.range.upperBound, text: ""),
      YAMLReplacement(at: layout.lineEnd(of: spot.node.range.upperBound), text: layout.lineEnding + block),
    ]
  }

  func isBlockCollection(_ node: YAMLNode) -> Bool {
    (node.kind == .mapping || node.kind == .sequence) && !node.isFlow
  }

  func isEmptyPlain(_ node: YAMLNode) -> Bool {
    guard node.kind == .scalar, let scalar = node.scalar else { return false }
    return scalar.style == .plain && scalar.text.isEmpty
  }

  /// Behind the colon of a key.
  func colonEnd(behind key: YAMLNode) throws(Failure) -> Int {
    let at = layout.skipSpace(from: key.range.upperBound)
    guard layout.byte(at: at) == UInt8(ascii: ":") else {
      throw Failure(reason: "a key is written in a form that is not edited", advice: "change it by hand")
    }
    return at + 1
  }

  /// Behind a node's anchor and tag, or behind the colon of its key.
  private func valueStart(of node: YAMLNode, behind key: YAMLNode) throws(Failure) -> Int {
    if let end = layout.propertiesEnd(of: node) { return end }
    return try colonEnd(behind: key)
  }

  private func isSameLine(_ key: YAMLNode, _ offset: Int) -> Bool {
    layout.lineStart(of: key.range.lowerBound) == layout.lineStart(of: offset)
  }

  /// The end of the line that a node's value ends in.
  func contentLineEnd(of node: YAMLNode) -> Int { layout.lineEnd(of: layout.contentEnd(of: node)) }

  /// The end of the line before a line, where taking that line out starts; the line itself where it is the first.
  func previousEnd(of lineStart: Int) -> Int {
    var at = lineStart
    if at > 0, layout.byte(at: at - 1) == 0x0A { at -= 1 }
    if at > 0, layout.byte(at: at - 1) == 0x0D, at == lineStart || layout.byte(at: at) == 0x0A { at -= 1 }
    return at
  }

  func text(in range: Range<Int>) -> String {
    String(decoding: range.compactMap { layout.byte(at: $0) }, as: UTF8.self)
  }
}
