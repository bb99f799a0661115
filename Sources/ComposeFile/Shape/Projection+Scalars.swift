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
    case .single:
      let value = try number(node, path)
      return value == 0 ? nil : .number(Double(Float(value).description) ?? value)
    case .constantText: return .text(try text(node, path))
    case .plainInteger:
      if node.text != nil { throw problem("a whole number is expected, not a text", node, path) }
      return try scalar(node, as: .integer, path: path)
    case .constantInteger:
      if node.text != nil { throw problem("a whole number is expected, not a text", node, path) }
      return .integer(try integer(node, path))
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
      if let text = node.spelled { return .list([.text(text)]) }
      return try collection(node, as: .texts, path: path)
    case .count:
      let value = try integer(node, path)
      guard value >= 0 else { throw problem("\(value) is less than 0", node, path) }
      return .integer(value)
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
    case .number(let value): return GoInteger.signed(value)
    case .text(let text):
      if let value = Int(text) { return value }
    default: break
    }
    throw problem("a whole number is expected, not '\(node.spelled ?? node.kindName)'", node, path)
  }

  private func number(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Double {
    switch node.content {
    case .integer(let value): return Double(value)
    case .number(let value) where value.isFinite: return value
    case .text(let text):
      if let value = Double(text), value.isFinite { return value }
    default: break
    }
    throw problem("a number is expected, not '\(node.spelled ?? node.kindName)'", node, path)
  }

  private func bytes(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> Int {
    if let value = node.integer { return value }
    // The reference takes whole numbers and texts; a number with a fraction is nothing to it.
    if case .number = node.content { return 0 }
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
    if case .number = node.content { throw problem("a whole number is expected", node, path) }
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
