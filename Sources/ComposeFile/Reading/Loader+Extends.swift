import YAMLDocument

extension Loader {
  /// One step of a chain of `extends`.
  private struct Reference: Hashable {
    var file: String
    var service: String
  }

  private static let extendsLimit = 100

  /// Replaces every service that extends another one by both in one.
  mutating func applyExtends(
    _ root: inout ComposeMap, file: String, resets: [[String]], in context: Context
  ) throws(MarkedProblem) {
    guard let node = root["services"] else { return }
    guard var services = node.map else {
      throw MarkedProblem(
        .schema, "a mapping is expected, not \(node.kindName)", path: "services",
        mark: root.entry("services")?.keyMark)
    }
    for name in services.keys where services[name]?["extends"] != nil {
      let merged = try extended(name, in: &services, file: file, chain: [], resets: resets, in: context)
      services[name] = merged
    }
    root["services"] = ComposeNode(.map(services), mark: node.mark)
  }

  private mutating func extended(
    _ name: String, in services: inout ComposeMap, file: String, chain: [Reference], resets: [[String]],
    in context: Context
  ) throws(MarkedProblem) -> ComposeNode? {
    guard let service = services[name], let extends = service["extends"], let map = service.map else {
      return services[name]
    }
    let path = "services.\(name).extends"
    guard let target = extends.text ?? extends["service"]?.text else {
      throw MarkedProblem(.schema, "the service to extend is missing", path: path, mark: extends.mark)
    }
    let source: ComposeNode?
    var resets = resets
    if let other = extends["file"], !other.isNull {
      guard let otherPath = other.text else {
        throw MarkedProblem(
          .schema, "a text is expected, not \(other.kindName)", path: path, mark: other.mark)
      }
      let origin = absolute(otherPath, in: context)
      parts.extensions.append(FileParts.Extension(mark: other.mark, file: origin))
      var read = try extendedServices(origin, mark: other.mark, in: context)
      let hasOwnResets = !resets.isEmpty
      resets += read.resets
      source = try base(
        target, of: name, in: &read.services, file: origin, chain: chain, resets: resets, in: context,
        extends: extends)
      if !hasOwnResets { extendedFiles["\(context.number) \(origin)"] = read }
    } else {
      source = try base(
        target, of: name, in: &services, file: file, chain: chain, resets: resets, in: context,
        extends: extends)
    }
    guard let source = source?.map else { return service }
    var inherited = ComposeMap([
      ("services", ComposeNode(.map(ComposeMap([(name, ComposeNode(.map(source)))]))))
    ])
    Resets.apply(resets, to: &inherited)
    let kept = inherited["services"]?[name]?.map ?? ComposeMap()
    var merged = try Merging.extend(kept, map, name: name)
    merged["extends"] = nil
    let node = ComposeNode(.map(merged), mark: service.mark)
    try budget.spend(
      ExpansionBudget.cost(of: node),
      at: ExpansionBudget.Spender(cause: .extends, path: path, mark: extends.mark))
    services[name] = node
    return node
  }

  /// The service that another one extends, with all that it extends itself.
  private mutating func base(
    _ target: String, of name: String, in services: inout ComposeMap, file: String, chain: [Reference],
    resets: [[String]], in context: Context, extends: ComposeNode
  ) throws(MarkedProblem) -> ComposeNode? {
    let path = "services.\(name).extends"
    guard services[target] != nil else {
      throw MarkedProblem(.merge, "there is no service \(target) in \(file)", path: path, mark: extends.mark)
    }
    try budget.spend(
      resets.count * 8, at: ExpansionBudget.Spender(cause: .extends, path: path, mark: extends.mark))
    parts.extended[file, default: []].insert(target)
    let chain = try step(Reference(file: file, service: name), onto: chain, path: path, mark: extends.mark)
    return try extended(target, in: &services, file: file, chain: chain, resets: resets, in: context)
  }

  private func step(
    _ reference: Reference, onto chain: [Reference], path: String, mark: ComposeMark?
  ) throws(MarkedProblem) -> [Reference] {
    guard !chain.contains(reference) else {
      let names = (chain + [reference]).map(\.service).joined(separator: " → ")
      throw MarkedProblem(
        .merge, "the services extend each other in a circle: \(names)", path: path, mark: mark)
    }
    guard chain.count < Self.extendsLimit else {
      throw MarkedProblem(
        .merge, "more than \(Self.extendsLimit) services extend each other", path: path, mark: mark)
    }
    return chain + [reference]
  }

  /// The services of a file that is extended: canonical, with their paths resolved, but not checked.
  private mutating func extendedServices(
    _ path: String, mark: ComposeMark?, in context: Context
  ) throws(MarkedProblem) -> (services: ComposeMap, resets: [[String]]) {
    if let known = extendedFiles["\(context.number) \(path)"] { return known }
    let roots = try documents(of: path, mark: mark)
    guard let file = number(of: path) else { return (ComposeMap(), []) }
    var model = ComposeMap()
    var resets: [[String]] = []
    for root in roots {
      let (map, own) = try document(root, file: file, in: context)
      Resets.apply(own, to: &model)
      resets += own
      model = try Merging.merge(model, map)
      try Unicity.enforce(&model)
      try Canonical.transform(&model, budget: budget)
      try Unicity.enforce(&model)
    }
    guard let services = model["services"]?.map else {
      throw MarkedProblem(.merge, "\(path) has no services to extend", mark: mark)
    }
    var only = ComposeMap([("services", ComposeNode(.map(services)))])
    let directory = PathSyntax.directory(of: path)
    try PathResolution(directory: directory, environment: context.environment, files: files).resolve(&only)
    let read = (only["services"]?.map ?? services, resets)
    extendedFiles["\(context.number) \(path)"] = read
    return read
  }

  /// A path of a file that `extends` or `include` names.
  func absolute(_ path: String, in context: Context) -> String {
    path.hasPrefix("/") ? PathSyntax.clean(path) : PathSyntax.join(context.directory, path)
  }
}
