/// Writes every short syntax out: what the specification calls the canonical form.
enum Canonical {
  /// The model with all its short forms replaced by long ones.
  static func transform(_ root: inout ComposeMap, budget: ExpansionBudget) throws(MarkedProblem) {
    if var services = root["services"] {
      try services.updateEntries { (name, service) throws(MarkedProblem) in
        try transform(service: &service, path: ["services", name], budget: budget)
      }
      root["services"] = services
    }
    for section in ["volumes", "networks", "secrets", "configs"] {
      guard var resources = root[section] else { continue }
      try resources.updateEntries { (name, resource) throws(MarkedProblem) in
        try externalName(of: &resource, path: [section, name])
      }
      root[section] = resources
    }
  }

  private static func transform(
    service: inout ComposeNode, path: [String], budget: ExpansionBudget
  ) throws(MarkedProblem) {
    guard case .map(var map) = service.content else { return }
    service.content = .null
    try map.updateValues { (key, value) throws(MarkedProblem) in
      try transform(key, of: &value, path: path + [key], budget: budget)
    }
    service.content = .map(map)
  }

  private static func transform(
    _ key: String, of value: inout ComposeNode, path: [String], budget: ExpansionBudget
  ) throws(MarkedProblem) {
    switch key {
    case "build": try BuildSyntax.transform(&value, path: path)
    case "depends_on": dependencies(&value)
    case "env_file": environmentFiles(&value)
    case "label_file": single(&value)
    case "dns":
      single(&value)
      if let list = value.list { value.content = .list(list.filter { !$0.isNull && $0.text != "" }) }
    case "extends":
      if value.text != nil { value = ComposeNode(.map(ComposeMap([("service", value)])), mark: value.mark) }
    case "gpus":
      if value.text == "all" {
        value.content = .list([ComposeNode(.map(ComposeMap([("count", .text("all"))])), mark: value.mark)])
      }
    case "networks", "models": names(&value)
    case "volumes": try mounts(&value, path: path)
    case "devices":
      try value.updateElements { (element) throws(MarkedProblem) in try device(&element, path: path) }
    case "secrets", "configs": fileReferences(&value)
    case "ulimits": try checkUlimits(value, path: path)
    case "ports": try ports(&value, path: path, budget: budget)
    default: break
    }
  }

  /// Limits take whole numbers of 63 bits, and none that was written with a point or an exponent.
  static func checkUlimits(_ node: ComposeNode?, path: [String]) throws(MarkedProblem) {
    for entry in node?.map?.entries ?? [] {
      for limit in limits(of: entry) {
        switch limit.content {
        case .number, .unsigned:
          throw MarkedProblem(
            .schema, "a whole number is expected, not \(limit.spelled ?? "")",
            path: (path + [entry.key]).joined(separator: "."), mark: limit.mark)
        default: continue
        }
      }
    }
  }

  /// The one limit of an entry, or its two halves.
  static func limits(of entry: ComposeMap.Entry) -> [ComposeNode] {
    entry.value.map.map { map in ["soft", "hard"].compactMap { map[$0] } } ?? [entry.value]
  }

  /// One text as the list of it.
  static func single(_ value: inout ComposeNode) {
    if value.text != nil { value.content = .list([value]) }
  }

  /// Names of secrets or configs as mappings.
  static func fileReferences(_ value: inout ComposeNode) {
    value.updateElements { element in
      if element.text != nil {
        element = ComposeNode(.map(ComposeMap([("source", element)])), mark: element.mark)
      }
    }
  }

  private static func dependencies(_ value: inout ComposeNode) {
    if let names = value.list {
      value.content = .map(
        ComposeMap(
          names.compactMap { name in
            let standard = ComposeMap([("condition", .text("service_started")), ("required", .bool(true))])
            return name.text.map { ($0, ComposeNode(.map(standard), mark: name.mark)) }
          }))
      return
    }
    value.updateEntries { _, dependency in
      if dependency["condition"] == nil { dependency.set("condition", .text("service_started")) }
      if dependency["required"] == nil { dependency.set("required", .bool(true)) }
    }
  }

  private static func environmentFiles(_ value: inout ComposeNode) {
    single(&value)
    value.updateElements { element in
      if element.text != nil {
        element = ComposeNode(
          .map(ComposeMap([("path", element), ("required", .bool(true))])), mark: element.mark)
      } else if element["required"] == nil {
        element.set("required", .bool(true))
      }
    }
  }

  /// A list of names as a mapping of names without values.
  private static func names(_ value: inout ComposeNode) {
    guard let names = value.list else { return }
    value.content = .map(
      ComposeMap(names.compactMap { name in name.text.map { ($0, ComposeNode(.null, mark: name.mark)) } }))
  }

  private static func mounts(_ value: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    try value.updateElements { (element) throws(MarkedProblem) in
      if let text = element.text {
        element.content = .map(try VolumeSyntax.parse(text, node: element, path: path))
      }
      if let target = element["target"]?.text {
        element.set("target", ComposeNode(.text(PathSyntax.clean(target)), mark: element.mark))
      }
    }
  }

  private static func device(_ element: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    guard let text = element.text else { return }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      ComposeNode.text(String($0))
    }
    guard parts.count <= 3 else {
      throw MarkedProblem(
        .schema, "'\(text)' has too many colons for a device",
        advice: "write source, target and permissions as keys",
        path: path.joined(separator: "."), mark: element.mark)
    }
    element.content = .map(
      ComposeMap([
        ("source", parts[0]), ("target", parts.count > 1 ? parts[1] : parts[0]),
        ("permissions", parts.count > 2 ? parts[2] : .text("rwm")),
      ]))
  }

  private static func ports(
    _ value: inout ComposeNode, path: [String], budget: ExpansionBudget
  ) throws(MarkedProblem) {
    guard let list = value.list else { return }
    var result: [ComposeNode] = []
    for element in list {
      switch element.content {
      case .integer, .text:
        let ports = try PortSyntax.parse(element.spelled ?? "", node: element, path: path)
        let place = path.joined(separator: ".")
        try budget.spend(
          ports.count * 5 * ExpansionBudget.value,
          at: ExpansionBudget.Spender(cause: .ports, path: place, mark: element.mark))
        result += ports
      case .map:
        if let host = element["host_ip"]?.text, !IPAddress.isValid(host) {
          throw MarkedProblem(
            .schema, "'\(host)' is no address", path: path.joined(separator: "."), mark: element.mark)
        }
        result.append(element)
      default:
        throw MarkedProblem(
          .schema, "a port is expected, not \(element.kindName)", path: path.joined(separator: "."),
          mark: element.mark)
      }
    }
    value.content = .list(result)
  }

  /// `external: {name: x}`, as old files have it, becomes `external: true` and `name: x`.
  private static func externalName(of resource: inout ComposeNode, path: [String]) throws(MarkedProblem) {
    guard let external = resource["external"], external.map != nil else { return }
    resource.set("external", ComposeNode(.bool(true), mark: external.mark))
    guard let name = external["name"] else { return }
    if let known = resource["name"], known != name {
      throw MarkedProblem(
        .schema, "name and external.name differ", advice: "keep name only", path: path.joined(separator: "."),
        mark: name.mark)
    }
    resource.set("name", name)
  }
}
