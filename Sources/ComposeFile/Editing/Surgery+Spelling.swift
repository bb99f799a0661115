import YAMLDocument

extension Surgery {
  /// A value on one line, in the quotes that the old one had.
  func inlineText(_ value: ComposeNode, old: YAMLNode, isInFlow: Bool) -> String {
    guard !isJSON, case .text(let text) = value.content else { return flowText(value) }
    let style = old.kind == .scalar ? old.scalar?.style : nil
    switch style {
    case .singleQuoted?: return YAMLScalarText.singleQuoted(text) ?? YAMLScalarText.quoted(text)
    case .doubleQuoted?: return YAMLScalarText.quoted(text)
    default: return scalarText(text, isInFlow: isInFlow)
    }
  }

  /// A value in brackets and braces, or a scalar.
  func flowText(_ value: ComposeNode) -> String {
    if isJSON { return JSONSpelling.text(of: value) }
    return switch value.content {
    case .text(let text): scalarText(text, isInFlow: true)
    case .list(let list): "[" + list.map(flowText).joined(separator: ", ") + "]"
    case .map(let map):
      "{"
        + map.entries.map { scalarText($0.key, isInFlow: true) + ": " + flowText($0.value) }.joined(
          separator: ", ")
        + "}"
    case .null: "null"
    case .time(let text): text
    case .bool, .integer, .unsigned, .number: scalar(value)
    }
  }

  private func scalar(_ value: ComposeNode) -> String {
    if case .number(let number) = value.content { return YAMLScalarText.number(number) }
    return value.spelled ?? "null"
  }

  private func scalarText(_ text: String, isInFlow: Bool) -> String {
    YAMLScalarText.isPlain(text, inFlow: isInFlow) ? text : YAMLScalarText.quoted(text)
  }

  /// A value in lines of its own, every one indented, without the last line end.
  func blockText(_ value: ComposeNode, indent: Int) -> String {
    var printer = YAMLPrinter(
      doublesDollars: false, mappingStep: layout.mappingStep, listStep: layout.listStep, writesBlocks: false)
    printer.print(value, indent: indent)
    let lines = printer.text.split(separator: "\n", omittingEmptySubsequences: true)
    return lines.joined(separator: layout.lineEnding)
  }

  /// Lines without the indentation of the first one.
  func inlined(_ block: String, indent: Int) -> String {
    String(decoding: Array(block.utf8).dropFirst(indent), as: UTF8.self)
  }
}
