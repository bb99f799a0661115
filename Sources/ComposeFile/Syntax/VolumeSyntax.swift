/// The short syntax of mounts: `[source:]target[:options]`.
enum VolumeSyntax {
  /// The mount that a short text stands for.
  static func parse(
    _ text: String, node: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> ComposeMap {
    func problem(_ message: String) -> MarkedProblem {
      MarkedProblem(
        .schema, "'\(text)' is no mount: \(message)",
        advice: "write \"source:target\" or \"source:target:ro\"",
        path: path.joined(separator: "."), mark: node.mark)
    }
    guard !text.isEmpty else { throw problem("nothing stands there") }
    if text.utf8.count <= 2 {
      return ComposeMap([("type", .text("volume")), ("target", .text(text))])
    }
    let sections = split(text)
    guard !sections.contains(where: \.isEmpty) else { throw problem("nothing stands between two colons") }
    guard sections.count <= 3 else { throw problem("it has too many colons") }
    return map(of: sections)
  }

  /// The parts between colons; one behind a lone letter belongs to a drive of Windows.
  private static func split(_ text: String) -> [String] {
    var sections: [String] = []
    var current = ""
    for scalar in text.unicodeScalars {
      let isDrive =
        current.unicodeScalars.count == 1 && current.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
      if scalar == ":", !isDrive {
        sections.append(current)
        current = ""
      } else {
        current.unicodeScalars.append(scalar)
      }
    }
    return sections + [current]
  }

  private static func map(of sections: [String]) -> ComposeMap {
    let source = sections.count > 1 ? sections[0] : ""
    let isBind = isPath(source)
    var map = ComposeMap([("type", .text(isBind ? "bind" : "volume"))])
    if !source.isEmpty { map["source"] = .text(source) }
    map["target"] = .text(sections.count > 1 ? sections[1] : sections[0])
    var bind = ComposeMap()
    var volume = ComposeMap()
    for option in sections.dropFirst(2).joined().split(separator: ",") {
      switch option {
      case "ro": map["read_only"] = .bool(true)
      case "rw": map["read_only"] = nil
      case "nocopy": volume["nocopy"] = .bool(true)
      case "z", "Z": bind["selinux"] = .text(String(option))
      case "rprivate", "private", "rshared", "shared", "rslave", "slave":
        bind["propagation"] = .text(String(option))
      default: break
      }
    }
    // Who wrote the short syntax always had missing directories made for them.
    if isBind { bind["create_host_path"] = .bool(true) }
    if isBind || !bind.isEmpty { map["bind"] = ComposeNode(.map(bind)) }
    if !isBind || !volume.isEmpty { map["volume"] = ComposeNode(.map(volume)) }
    return map
  }

  /// Whether a source is a path of the host, not the name of a volume.
  static func isPath(_ source: String) -> Bool {
    guard let first = source.unicodeScalars.first else { return false }
    if [".", "/", "~"].contains(first) || source.hasPrefix("\\\\") { return true }
    return first.properties.isAlphabetic && source.unicodeScalars.dropFirst().first == ":"
  }
}
