import YAMLDocument

extension Surgery {
  /// Adds a key to a mapping that does not have it.
  func addEntry(_ key: String, _ value: ComposeNode, to spot: Spot) throws(Failure) -> [YAMLReplacement] {
    let entry = ComposeNode(.map(ComposeMap([(key, value)])))
    guard let entries = spot.node.entries, let last = entries.last, !isFlow(inside: spot) else {
      let text = String(flowText(entry).dropFirst().dropLast())
      let last = spot.node.entries?.last
      return [try addToFlow(text, after: last?.value, startingAt: last?.key.range.lowerBound, of: spot)]
    }
    let indent = layout.column(of: entries[0].key.range.lowerBound)
    return [append(blockText(entry, indent: indent), after: last.value, orKey: last.key)]
  }

  /// Adds an element to a list.
  func insertElement(_ value: ComposeNode, at index: Int, into spot: Spot) throws(Failure)
    -> [YAMLReplacement]
  {
    let elements = spot.node.elements ?? []
    guard !isFlow(inside: spot), !elements.isEmpty else {
      let text = flowText(value)
      if index == 0, let first = elements.first {
        return [YAMLReplacement(at: first.range.lowerBound, text: text + ", ")]
      }
      let last = index > 0 ? elements[index - 1] : nil
      return [try addToFlow(text, after: last, startingAt: last?.range.lowerBound, of: spot)]
    }
    let dash = layout.contentStart(of: spot.node)
    let indent = layout.column(of: dash)
    let element = blockText(ComposeNode(.list([value])), indent: indent)
    if index == 0 {
      let margin = String(repeating: " ", count: indent)
      return [YAMLReplacement(at: dash, text: inlined(element, indent: indent) + layout.lineEnding + margin)]
    }
    return [append(element, after: elements[index - 1], orKey: nil)]
  }

  /// New lines behind the ones of a node.
  private func append(_ lines: String, after node: YAMLNode, orKey key: YAMLNode?) -> YAMLReplacement {
    if keepsBreaks(node) {
      return YAMLReplacement(at: node.range.upperBound, text: lines + layout.lineEnding)
    }
    let end = max(
      layout.contentEnd(of: lastScalar(of: node)), node.range.lowerBound, key?.range.upperBound ?? 0)
    return YAMLReplacement(at: layout.lineEnd(of: end), text: layout.lineEnding + lines)
  }

  /// Whether a node ends with a block whose last empty lines count (`|+`).
  private func keepsBreaks(_ node: YAMLNode) -> Bool {
    let last = lastScalar(of: node)
    guard let style = last.scalar?.style, style == .literal || style == .folded, last.kind == .scalar else {
      return false
    }
    let start = layout.contentStart(of: last)
    return text(in: start..<layout.lineEnd(of: start)).prefix(3).contains("+")
  }

  /// Whether a node ends with a literal or folded scalar.
  func endsWithBlock(_ node: YAMLNode) -> Bool {
    let last = lastScalar(of: node)
    return last.kind == .scalar && (last.scalar?.style == .literal || last.scalar?.style == .folded)
  }

  private func lastScalar(of node: YAMLNode) -> YAMLNode {
    var last = node
    while last.kind != .alias, !last.isFlow, let next = last.entries?.last?.value ?? last.elements?.last {
      last = next
    }
    return last
  }

  /// Adds text behind an element in brackets or braces, or as the first one.
  private func addToFlow(
    _ text: String, after node: YAMLNode?, startingAt start: Int?, of spot: Spot
  ) throws(Failure) -> YAMLReplacement {
    guard let node else {
      let start = layout.contentStart(of: spot.node)
      return YAMLReplacement(range: (start + 1)..<(spot.node.range.upperBound - 1), text: text)
    }
    let end = layout.contentEnd(of: node)
    let next = layout.skipSpace(from: end)
    if layout.byte(at: next) == UInt8(ascii: ",") {
      let behind = layout.skipSpace(from: next + 1)
      let isLast = behind == spot.node.range.upperBound - 1
      return YAMLReplacement(at: next + 1, text: " " + text + (isLast ? "" : ","))
    }
    // JSON that is printed in lines stays so.
    guard isJSON, let start, layout.isFirstInLine(start) else {
      return YAMLReplacement(at: end, text: ", " + text)
    }
    let margin = String(repeating: " ", count: layout.column(of: start))
    return YAMLReplacement(at: end, text: "," + layout.lineEnding + margin + text)
  }
}
