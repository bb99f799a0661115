import YAMLDocument

/// Reads a project from the request to the resolved model.
struct ProjectReading {
  let request: ComposeRequest
  private(set) var loader: Loader
  /// What does not fit together; the first is thrown.
  private(set) var inconsistencies: [MarkedProblem] = []

  /// Whether reading goes on where something does not fit together.
  private let isLenient: Bool

  init(request: ComposeRequest, files: ComposeFiles, limits: ComposeLimits, isLenient: Bool = false) {
    self.isLenient = isLenient
    self.request = request
    loader = Loader(files: files, limits: limits)
  }

  var sources: ComposeSources { loader.sources }

  mutating func read() throws(MarkedProblem) -> ComposeProject {
    var found = try Discovery(request: request, reader: loader.environmentReader).find()
    var roots: [YAMLNode] = []
    for path in found.files { roots += try loader.documents(of: path, mark: nil) }
    let name = try ProjectNaming(request: request, found: found, roots: roots).name()
    found.environment["COMPOSE_PROJECT_NAME"] = name
    let context = Loader.Context(directory: found.directory, environment: found.environment)
    var canonical = try loader.model(of: found.files, in: context)
    guard !canonical.isEmpty else {
      throw MarkedProblem(
        .schema, "the project is empty", advice: "write services: and a service",
        mark: ComposeMark(file: 0, offset: 0))
    }
    canonical["name"] = .text(name)
    try Normalization(name: name, environment: found.environment, budget: loader.budget).normalize(&canonical)
    var models = try ResolvedModel(canonical)
    let inactive = models.keepServices(of: selection(in: models.json, environment: found.environment))
    inconsistencies = Consistency(model: models.json, inactive: Set(inactive)).problems
    if !isLenient, let first = inconsistencies.first { throw first }
    let resolution = ServiceFiles(reader: loader.environmentReader, environment: found.environment)
    let missing = models.resolveFiles(of: canonical, by: resolution)
    if !isLenient, let first = missing.first { throw first }
    inconsistencies += missing
    models.dropUnusedResources()
    return ComposeProject(
      name: name, directory: found.directory, files: found.files, environment: found.environment,
      model: models.json, canonical: canonical, inactiveServices: inactive,
      warnings: found.warnings + loader.warnings, unsetVariables: loader.unset, sources: loader.sources)
  }

  /// Decides which services are active: those of the profiles, or those asked for with what they wait for.
  private func selection(
    in model: ComposeMap, environment: [String: String]
  ) -> (String, ComposeNode) -> Bool {
    var profiles = Set(request.profiles)
    if profiles.isEmpty {
      // Where none is asked for, the profile without a name is.
      let listed = environment["COMPOSE_PROFILES"] ?? ""
      profiles = Set(listed.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed })
    }
    let wanted = Set(request.services)
    for name in wanted {
      profiles.formUnion((model["services"]?[name]?["profiles"]?.list ?? []).compactMap(\.text))
    }
    let closure = wanted.isEmpty ? nil : DependencyGraph(model).closure(of: request.services)
    return { name, service in
      if let closure, !closure.contains(name) { return false }
      let own = (service["profiles"]?.list ?? []).compactMap(\.text)
      return own.isEmpty || profiles.contains("*") || own.contains(where: profiles.contains)
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
