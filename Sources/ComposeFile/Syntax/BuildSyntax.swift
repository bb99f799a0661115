/// The short forms inside `build`.
enum BuildSyntax {
  static func transform(_ value: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    if value.text != nil {
      value = ComposeNode(.map(ComposeMap([("context", value)])), mark: value.mark)
      return
    }
    value.update("secrets") { Canonical.fileReferences(&$0) }
    try value.update("additional_contexts") { (contexts) throws(MarkedProblem) in
      try self.contexts(&contexts, path: path + ["additional_contexts"])
    }
    try checkUlimits(value["ulimits"], path: path + ["ulimits"])
    try value.update("ssh") { (ssh) throws(MarkedProblem) in try keys(&ssh, path: path + ["ssh"]) }
  }

  private static func pairs(_ list: [ComposeNode]) -> ComposeMap {
    ComposeMap(
      list.compactMap { element in
        guard let text = element.text else { return nil }
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        return (halves[0], ComposeNode(halves.count > 1 ? .text(halves[1]) : .null, mark: element.mark))
      })
  }

  private static func contexts(_ contexts: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    for entry in contexts.map?.entries ?? [] where entry.value.text == nil {
      throw MarkedProblem(
        .schema, "a text is expected, not \(entry.value.kindName)",
        path: (path + [entry.key]).joined(separator: "."), mark: entry.value.mark)
    }
    guard let list = contexts.list else { return }
    for element in list where element.text?.contains("=") == false {
      throw MarkedProblem(
        .schema, "'\(element.text ?? "")' is no context", advice: "write name=path",
        path: path.joined(separator: "."), mark: element.mark)
    }
    contexts.content = .map(pairs(list))
  }

  /// Unlike those of a service, the limits of a build are never texts.
  private static func checkUlimits(_ node: ComposeNode?, path: [String]) throws(MarkedProblem) {
    try Canonical.checkUlimits(node, path: path)
    for entry in node?.map?.entries ?? [] {
      guard let text = Canonical.limits(of: entry).first(where: { $0.text != nil }) else { continue }
      throw MarkedProblem(
        .schema, "a whole number is expected, not a text", advice: "write it without quotes",
        path: (path + [entry.key]).joined(separator: "."), mark: text.mark)
    }
  }

  private static func keys(_ ssh: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    guard let list = ssh.list else { return }
    for element in list {
      guard let text = element.text, text == "default" || text.contains("=") else {
        throw MarkedProblem(
          .schema, "'\(element.spelled ?? "")' is no key", advice: "write default or id=path",
          path: path.joined(separator: "."), mark: element.mark)
      }
    }
    ssh.content = .map(pairs(list))
  }
}
