import YAMLDocument

extension Surgery {
  func remove(at spot: Spot, steps: ArraySlice<ComposePath.Step>) throws(Failure) -> [YAMLReplacement] {
    guard let first = steps.first else { throw Failure(reason: "the whole file cannot be removed") }
    try refuseShared(first, in: spot)
    if steps.count > 1 {
      guard let child = written(first, in: spot) else { throw Failure(reason: "there is no such place") }
      return try remove(at: child, steps: steps.dropFirst())
    }
    switch first {
    case .key(let key):
      if spot.node.kind == .sequence, let elements = spot.node.elements {
        let texts = elements.map { ComposeNode.text($0.scalar?.text ?? "") }
        guard let at = Meaning.index(of: key, in: texts) else { throw Failure(reason: "there is no \(key)") }
        return try remove(element: at, of: elements, in: spot)
      }
      guard let entries = spot.node.entries, let at = entries.lastIndex(where: { $0.key.scalar?.text == key })
      else {
        throw Failure(reason: "there is no \(key)")
      }
      if entries.count == 1 { return try replace(spot, with: ComposeNode(.map(ComposeMap()))) }
      let parts = entries.map { Part(start: $0.key.range.lowerBound, node: $0.value, end: end(of: $0)) }
      return remove(at, of: parts, in: spot)
    case .index(let index):
      guard let elements = spot.node.elements, elements.indices.contains(index) else {
        throw Failure(reason: "there is no element \(index)")
      }
      return try remove(element: index, of: elements, in: spot)
    case .end: throw Failure(reason: "there is nothing at the end")
    }
  }

  /// What is written elsewhere cannot be taken out here.
  private func refuseShared(_ step: ComposePath.Step, in spot: Spot) throws(Failure) {
    let advice = "set it to another value here, or change the anchor"
    if spot.node.kind == .alias {
      throw Failure(reason: "it comes from the alias \(text(in: spot.node.range))", advice: advice)
    }
    guard case .key(let key) = step, written(step, in: spot) == nil, let entries = spot.node.entries,
      entries.contains(where: { $0.key.scalar?.text == "<<" && Self.merges(key, from: $0.value) })
    else { return }
    throw Failure(reason: "it comes from a merge key", advice: advice)
  }

  private static func merges(_ key: String, from node: YAMLNode) -> Bool {
    if let elements = node.elements { return elements.contains { merges(key, from: $0) } }
    return node[key] != nil || node["<<"].map { merges(key, from: $0) } ?? false
  }

  private func remove(element index: Int, of elements: [YAMLNode], in spot: Spot) throws(Failure)
    -> [YAMLReplacement]
  {
    if elements.count == 1 { return try replace(spot, with: ComposeNode(.list([]))) }
    let parts = elements.map { element in
      Part(
        start: isFlow(inside: spot) ? element.range.lowerBound : dash(before: element), node: element,
        end: layout.contentEnd(of: element))
    }
    return remove(index, of: parts, in: spot)
  }

  /// The dash of an element.
  private func dash(before element: YAMLNode) -> Int {
    var at = element.range.lowerBound - 1
    while let byte = layout.byte(at: at), byte != UInt8(ascii: "-") || !isDash(at) { at -= 1 }
    return max(at, 0)
  }

  private func isDash(_ at: Int) -> Bool {
    // A dash in a comment between the dash and the value is none.
    let line = layout.lineStart(of: at)
    return !text(in: line..<at).contains("#") && (layout.byte(at: at + 1).map { $0 <= 0x20 } ?? true)
  }

  /// An entry or element with where it starts and ends.
  private struct Part {
    var start: Int
    var node: YAMLNode
    var end: Int
  }

  private func end(of entry: YAMLNode.Entry) -> Int {
    let end = layout.contentEnd(of: entry.value)
    guard isEmptyPlain(entry.value) else { return end }
    return max(end, (try? colonEnd(behind: entry.key)) ?? entry.key.range.upperBound)
  }

  private func remove(_ at: Int, of parts: [Part], in spot: Spot) -> [YAMLReplacement] {
    let part = parts[at]
    if isFlow(inside: spot) {
      if at + 1 < parts.count { return [YAMLReplacement(range: part.start..<parts[at + 1].start, text: "")] }
      return [YAMLReplacement(range: parts[at - 1].end..<part.end, text: "")]
    }
    if layout.isFirstInLine(part.start) {
      let from = layout.lineStart(of: part.start)
      let next = layout.nextLine(after: part.end)
      // A block before it needs its line end; elsewhere a text without a final line end stays one.
      let isLastLine =
        layout.lineEnd(of: part.end) == layout.count && !(at > 0 && endsWithBlock(parts[at - 1].node))
      return [
        YAMLReplacement(range: isLastLine ? previousEnd(of: from)..<layout.count : from..<next, text: "")
      ]
    }
    // The part stands behind a dash: the next one moves there, unless a comment is between them.
    if at + 1 < parts.count, layout.isBlank(layout.lineEnd(of: part.end)..<parts[at + 1].start) {
      return [YAMLReplacement(range: part.start..<parts[at + 1].start, text: "")]
    }
    return [YAMLReplacement(range: part.start..<part.end, text: "")]
  }

  func rename(to name: String, at spot: Spot, steps: ArraySlice<ComposePath.Step>) throws(Failure)
    -> [YAMLReplacement]
  {
    guard let first = steps.first else { throw Failure(reason: "the path does not end with a key") }
    try refuseShared(first, in: spot)
    guard let child = written(first, in: spot) else { throw Failure(reason: "there is no such place") }
    if steps.count > 1 { return try rename(to: name, at: child, steps: steps.dropFirst()) }
    guard case .value(let key) = child.around else {
      throw Failure(reason: "an element of a list has no name")
    }
    let text = inlineText(.text(name), old: key, isInFlow: isFlow(inside: spot))
    return [YAMLReplacement(range: layout.contentStart(of: key)..<layout.contentEnd(of: key), text: text)]
  }
}
