extension Projection {
  /// A value of a plain shape; nil where it is left out.
  func scalar(
    _ node: ComposeNode, as shape: Shape, path: [String]
  ) throws(MarkedProblem) -> ComposeNode.Content? {
    switch shape {
    case .text:
      let text = try text(node, path)
      return text.isEmpty ? nil : .text(text)
    case .flag: return try truth(node, path) ? .bool(true) : nil
    case .keptFlag: return .bool(try truth(node, path))
    case .integer:
      let value = try integer(node, path)
      return value == 0 ? nil : .integer(value)
    case .keptInteger: return .integer(try integer(node, path))
    case .single: return try single(node, path)
    case .cores:
      // What the reference counts in billionths takes no number beyond those of 63 bits.
      if case .unsigned = node.content { throw problem("\(node.spelled ?? "") is too large", node, path) }
      return try single(node, path)
    case .constantText: return .text(try text(node, path))
    case .constantInteger: return .integer(try integer(node, path))
    case .word:
      let word = Int(UInt32(truncatingIfNeeded: try bits(node, path)))
      return word == 0 ? nil : .integer(word)
    case .weight:
      let weight = try weight(node, path)
      return weight == 0 ? nil : .integer(weight)
    case .constantWeight: return .integer(try weight(node, path))
    case .constantBytes: return .text(String(try bytes(node, path)))
    case .bytes:
      let value = try bytes(node, path)
      return value == 0 ? nil : .text(String(value))
    case .duration:
      let value = try duration(node, path)
      return value == 0 ? nil : .text(ComposeDuration.text(nanoseconds: value))
    case .keptDuration: return .text(ComposeDuration.text(nanoseconds: try duration(node, path)))
    case .fileMode: return .text(try fileMode(node, path))
    case .deviceCount: return try deviceCount(node, path)
    case .ulimit: return try ulimit(node, path)
    case .spelled: return node.spelled.flatMap { $0.isEmpty ? nil : .text($0) }
    case .oneOrMoreTexts:
      if node.list == nil { return .list([.text(Self.words(for: node))]) }
      return try collection(node, as: .texts, path: path)
    case .count: return try count(node, path)
    case .countUnlessZero:
      let count = try count(node, path)
      return count == .integer(0) ? nil : count
    default: return try collection(node, as: shape, path: path)
    }
  }

  private func text(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> String {
    switch node.content {
    case .text(let text): return text
    case .integer(let value): return String(value)
    default: throw problem("a text is expected, not \(node.kindName)", node, path)
    }
  }

  private func truth(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Bool {
    if let value = node.bool { return value }
    if let text = node.text, let value = Cast.truth(text) { return value }
    throw problem("true or false is expected, not '\(node.spelled ?? node.kindName)'", node, path)
  }

  private func integer(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Int {
    switch node.content {
    case .integer(let value): return value
    case .unsigned(let value): return Int(truncatingIfNeeded: value)
    case .number(let value): return GoNumber.signed(value)
    case .text(let text):
      if let value = Int(text) { return value }
    default: break
    }
    throw problem("a whole number is expected, not '\(node.spelled ?? node.kindName)'", node, path)
  }

  private func number(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Double {
    switch node.content {
    case .integer(let value): return Double(value)
    case .unsigned(let value): return Double(value)
    case .number(let value) where value.isFinite: return value
    case .text(let text):
      if let value = GoNumber.float(text), value.isFinite { return value }
    default: break
    }
    throw problem("a number is expected, not '\(node.spelled ?? node.kindName)'", node, path)
  }

  /// A number of single precision; nil for 0.
  private func single(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode.Content? {
    let value = try number(node, path)
    guard Float(value).isFinite else {
      throw problem("\(node.spelled ?? "") is too large for a number of single precision", node, path)
    }
    return value == 0 ? nil : .number(Double(Float(value).description) ?? value)
  }

  /// A whole number from 0 on, of up to 64 bits.
  private func count(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode.Content {
    let value = try bits(node, path)
    return Int(exactly: value).map(ComposeNode.Content.integer) ?? .unsigned(value)
  }

  /// The 64 bits of a whole number from 0 on.
  private func bits(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> UInt64 {
    let value: UInt64?
    switch node.content {
    case .text: throw problem("a whole number is expected, not a text", node, path)
    case .unsigned(let large): value = large
    case .number(let number): value = GoNumber.unsigned(number)
    default: value = UInt64(exactly: try integer(node, path))
    }
    guard let value else { throw problem("\(node.spelled ?? "") is less than 0", node, path) }
    return value
  }

  /// The 16 bits of a whole number that the reference keeps.
  private func weight(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Int {
    Int(UInt16(truncatingIfNeeded: try bits(node, path)))
  }

  private func bytes(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Int {
    if let value = node.integer { return value }
    // The reference takes whole numbers and texts; a number with a fraction is nothing to it.
    switch node.content {
    case .number, .unsigned: return 0
    default: break
    }
    if let text = node.text, let value = ByteSize.bytes(text) { return value }
    throw MarkedProblem(
      .schema, "'\(node.spelled ?? node.kindName)' is no size",
      advice: "write a number with k, m or g, as 512m",
      path: path.joined(separator: "."), mark: node.mark)
  }

  private func duration(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Int {
    if let text = node.text, let value = ComposeDuration.nanoseconds(text) { return value }
    throw MarkedProblem(
      .schema, "'\(node.spelled ?? node.kindName)' is no span of time",
      advice: "write a number with a unit (ms, s, m, h), as 1m30s", path: path.joined(separator: "."),
      mark: node.mark)
  }

  private func fileMode(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> String {
    guard let mode = node.integer ?? node.text.flatMap({ Int($0, radix: 8) }) else {
      throw MarkedProblem(
        .schema, "'\(node.spelled ?? node.kindName)' is no mode of a file",
        advice: "write octal digits, as \"0440\"", path: path.joined(separator: "."), mark: node.mark)
    }
    return "0" + String(mode, radix: 8)
  }

  private func deviceCount(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode
    .Content?
  {
    if node.text?.lowercased() == "all" { return .integer(-1) }
    switch node.content {
    case .number, .unsigned:
      throw problem("a whole number is expected, not '\(node.spelled ?? "")'", node, path)
    default: break
    }
    let count = try integer(node, path)
    return count == 0 ? nil : .integer(count)
  }

  private func ulimit(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode.Content? {
    // JSON leaves out what is 0, YAML does not.
    let half = flavour == .json ? Shape.integer : .keptInteger
    let halves = Record([("soft", half), ("hard", half)])
    guard node.map != nil else {
      let single = try integer(node, path)
      if single != 0 { return .integer(single) }
      let zero = ComposeNode(.map(ComposeMap([("soft", node), ("hard", node)])))
      return .map(try fields(of: zero, record: halves, path: path))
    }
    return .map(try fields(of: node, record: halves, path: path))
  }
}
