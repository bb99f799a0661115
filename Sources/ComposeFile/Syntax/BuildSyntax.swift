/// The short forms inside `build`.
enum BuildSyntax {
  static func transform(_ value: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    if value.text != nil {
      value = ComposeNode(.map(ComposeMap([("context", value)])), mark: value.mark)
      return
    }
    value.update("secrets") { Canonical.fileReferences(&$0) }
    value.update("additional_contexts") { contexts in
      if let list = contexts.list { contexts.content = .map(pairs(list)) }
    }
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
