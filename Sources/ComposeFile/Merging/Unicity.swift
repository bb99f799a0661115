/// Lets the last of several elements win that mean the same thing: two mounts at one target, two values of one label.
enum Unicity {
  /// What makes two elements of a list the same.
  private enum Identity: Sendable {
    /// The part before `=`.
    case key
    case volume
    case exposed
    /// The target of a secret or config, or what stands for it in this directory.
    case mount(String)
    case port
    case environmentFile
    case device
  }

  static func enforce(_ root: inout ComposeMap) throws(MarkedProblem) {
    for (section, rules) in resourceRules {
      guard var resources = root[section] else { continue }
      try resources.updateEntries { (name, resource) throws(MarkedProblem) in
        try apply(rules, to: &resource, path: [section, name])
      }
      root[section] = resources
    }
  }

  private indirect enum Tree: Sendable {
    case list(Identity)
    case keys([String: Tree])
    case anyKey(Tree)
  }

  private static let resourceRules: [(String, Tree)] = [
    ("services", service),
    ("networks", .keys(["labels": .list(.key), "ipam": .keys(["options": .list(.key)])])),
  ]

  private static let service = Tree.keys([
    "annotations": .list(.key), "cap_add": .list(.key), "cap_drop": .list(.key), "dns": .list(.key),
    "dns_opt": .list(.key), "dns_search": .list(.key), "environment": .list(.key), "labels": .list(.key),
    "links": .list(.key), "profiles": .list(.key), "sysctls": .list(.key), "tmpfs": .list(.key),
    "expose": .list(.exposed), "volumes": .list(.volume), "ports": .list(.port), "devices": .list(.device),
    "env_file": .list(.environmentFile), "configs": .list(.mount("")),
    "secrets": .list(.mount("/run/secrets")),
    "build": .keys([
      "args": .list(.key), "additional_contexts": .list(.key), "tags": .list(.key), "labels": .list(.key),
      "platform": .list(.key),
    ]),
    "deploy": .keys(["labels": .list(.key)]),
    "networks": .anyKey(.keys(["aliases": .list(.key), "link_local_ips": .list(.key)])),
  ])

  private static func apply(
    _ tree: Tree, to node: inout ComposeNode, path: [String]
  ) throws(MarkedProblem) {
    switch tree {
    case .keys(let keys):
      try node.updateEntries { (key, value) throws(MarkedProblem) in
        if let below = keys[key] { try apply(below, to: &value, path: path + [key]) }
      }
    case .anyKey(let below):
      try node.updateEntries { (key, value) throws(MarkedProblem) in
        try apply(below, to: &value, path: path + [key])
      }
    case .list(let identity):
      guard let list = node.list, !list.isEmpty else { return }
      node.content = .list(try unique(list, by: identity, path: path))
    }
  }

  private static func unique(
    _ list: [ComposeNode], by identity: Identity, path: [String]
  ) throws(MarkedProblem) -> [ComposeNode] {
    var places: [String: Int] = [:]
    var result: [ComposeNode] = []
    for element in list {
      let name = try name(of: element, by: identity, path: path)
      if let known = places[name] {
        result[known] = element
      } else {
        places[name] = result.count
        result.append(element)
      }
    }
    return result
  }

  private static func name(
    of node: ComposeNode, by identity: Identity, path: [String]
  ) throws(MarkedProblem) -> String {
    switch identity {
    case .key:
      guard let text = node.text else {
        throw problem("a text is expected, not \(node.kindName)", node, path)
      }
      return String(text.prefix { $0 != "=" })
    case .volume: return try volume(node, path: path)
    case .exposed:
      if let text = node.text { return text }
      guard let port = node.integer else {
        throw problem("a port is expected, not \(node.kindName)", node, path)
      }
      return String(port)
    case .mount(let directory):
      if let text = node.text { return "\(directory)/\(text)" }
      guard node.map != nil else { throw problem("a name or a mapping is expected", node, path) }
      return node["target"]?.text ?? "\(directory)/\(node["source"]?.text ?? "")"
    case .port: return try port(node, path: path)
    case .environmentFile: return node.text ?? node["path"]?.text ?? ""
    case .device: return try device(node, path: path)
    }
  }

  private static func volume(_ node: ComposeNode, path: [String]) throws(MarkedProblem) -> String {
    if let text = node.text {
      return try VolumeSyntax.parse(text, node: node, path: path)["target"]?.text ?? ""
    }
    guard node.map != nil else { return "" }
    guard let target = node["target"]?.text else { throw problem("the mount has no target", node, path) }
    return target
  }

  private static func port(_ node: ComposeNode, path: [String]) throws(MarkedProblem) -> String {
    if let text = node.spelled { return text }
    guard node.map != nil else { return "" }
    guard let target = node["target"] else { throw problem("the port has no target", node, path) }
    let ports = "\(kinded(node["published"])):\(kinded(target))"
    return "\(node["host_ip"]?.text ?? "0.0.0.0"):\(ports)/\(node["protocol"]?.text ?? "tcp")"
  }

  /// A number of a port with its kind: `80`, `80.0` and `"80"` are three.
  private static func kinded(_ node: ComposeNode?) -> String {
    switch node?.content {
    case .integer(let value)?: String(value)
    case let content?: "\(content)"
    case nil: ""
    }
  }

  private static func device(_ node: ComposeNode, path: [String]) throws(MarkedProblem) -> String {
    if let text = node.text {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      return String(parts.count > 1 ? parts[1] : parts[0])
    }
    guard node.map != nil else { return "" }
    guard let target = node["target"]?.text else { throw problem("the device has no target", node, path) }
    return target
  }

  private static func problem(_ message: String, _ node: ComposeNode, _ path: [String]) -> MarkedProblem {
    MarkedProblem(.schema, message, path: path.joined(separator: "."), mark: node.mark)
  }
}
