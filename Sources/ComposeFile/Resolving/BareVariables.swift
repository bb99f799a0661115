/// Gives variables that are listed without a value the one that the environment has.
enum BareVariables {
  /// In lists only, as those of included files have an environment of their own; mappings follow at the end.
  static func resolve(_ root: inout ComposeMap, environment: [String: String]) {
    guard var services = root["services"] else { return }
    services.updateEntries { _, service in
      service.update("environment") { list in
        list.updateElements { element in
          if let name = element.text, let value = environment[name] {
            element.content = .text("\(name)=\(value)")
          }
        }
      }
    }
    root["services"] = services
  }

  /// Names and values with the environment's values filled in; where `keepsUnset` is false, names without one go.
  static func filled(
    _ node: ComposeNode, environment: [String: String], keepsUnset: Bool
  ) -> ComposeNode {
    var result = node
    if let list = node.list {
      result.content = .list(
        list.compactMap { element in
          guard let text = element.text, !text.contains("=") else { return element }
          if let value = environment[text] {
            return ComposeNode(.text("\(text)=\(value)"), mark: element.mark)
          }
          return keepsUnset ? element : nil
        })
    } else if let map = node.map {
      var filled = ComposeMap()
      for var entry in map.entries {
        if entry.value.isNull {
          if let value = environment[entry.key] {
            entry.value.content = .text(value)
          } else if !keepsUnset {
            continue
          }
        }
        filled.set(entry)
      }
      result.content = .map(filled)
    }
    return result
  }
}
