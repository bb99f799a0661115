import YAMLDocument

/// Which part the files of a project have in it.
struct FileParts {
  /// An `extends` that names a file.
  struct Extension {
    /// Where the name of the file is written.
    var mark: ComposeMark?
    /// The file, absolute.
    var file: String
  }

  /// The files whose services are the project's: those of the request, and those that `include` brings.
  var laid: Set<String> = []
  /// The services that others extend, by their files.
  var extended: [String: Set<String>] = [:]
  /// All `extends` with a file.
  var extensions: [Extension] = []
}

/// Reads files into one canonical model: variables, `extends`, `include`, merging, checks.
///
/// The order of the steps is that of the reference, since each one sees what the one before left.
struct Loader {
  /// What the files of one project, or of one `include`, share.
  struct Context {
    /// The directory that relative paths start at, absolute.
    var directory: String
    var environment: [String: String]
    /// The files whose `include` led here, the outermost first.
    var including: [String] = []
    /// Tells the contexts of a project apart.
    var number = 0
  }

  let files: ComposeFiles
  let limits: ComposeLimits
  /// What the project may still grow by.
  let budget: ExpansionBudget
  private(set) var sources = ComposeSources()
  /// Everything that the schema has against the files; the first is thrown.
  var schemaProblems: [MarkedProblem] = []
  var warnings: [String] = []
  private(set) var unset: [UnsetVariable] = []
  private var unsetNames: Set<String> = []
  /// The services of files that are extended, by context and path, with their `!reset` paths.
  var extendedFiles: [String: (services: ComposeMap, resets: [[String]])] = [:]
  /// Which part each file has in the project.
  var parts = FileParts()
  /// How many contexts there are.
  private var contexts = 1
  private var documents: [String: [YAMLNode]] = [:]
  private var numbers: [String: Int32] = [:]
  /// How many problems of the schema are collected.
  private static let problemLimit = 50

  init(files: ComposeFiles, limits: ComposeLimits) {
    self.files = files
    self.limits = limits
    budget = ExpansionBudget(limits)
  }

  /// Reads environment files for this project.
  var environmentReader: EnvironmentFileReading {
    EnvironmentFileReading(files: files, limits: limits, budget: budget)
  }

  /// The model of several files laid over each other.
  mutating func model(of paths: [String], in context: Context) throws(MarkedProblem) -> ComposeMap {
    var model = ComposeMap()
    for path in paths { try lay(path, over: &model, in: context) }
    Defaults.apply(to: &model)
    try SemanticChecks.check(model)
    try PathResolution(directory: context.directory, environment: context.environment, files: files).resolve(
      &model)
    try BareVariables(environment: context.environment, budget: budget).resolve(&model)
    return model
  }

  private mutating func lay(
    _ path: String, over model: inout ComposeMap, in context: Context
  ) throws(MarkedProblem) {
    let roots = try documents(of: path, mark: nil)
    guard let file = numbers[path] else { return }
    parts.laid.insert(path)
    guard !roots.isEmpty else {
      throw MarkedProblem(
        .schema, "the file is empty", advice: "write services: and a service",
        mark: ComposeMark(file: file, offset: 0))
    }
    for root in roots {
      var (map, resets) = try document(root, file: file, in: context)
      try applyExtends(&map, file: path, resets: resets, in: context)
      Resets.apply(resets, to: &model)
      try applyInclude(&map, file: path, in: context)
      model = try Merging.merge(model, map)
      try Unicity.enforce(&model)
      try validate(model, path: path)
      if model["version"] != nil {
        warnings.append("\(path): the key version is obsolete and has no effect")
        model["version"] = nil
      }
      try Canonical.transform(&model, budget: budget)
      try Unicity.enforce(&model)
    }
  }

  /// A document as a mapping with its variables resolved, and the paths of its `!reset` and `!override` tags.
  mutating func document(
    _ root: YAMLNode, file: Int32, in context: Context
  ) throws(MarkedProblem) -> (ComposeMap, [[String]]) {
    var document = try DocumentReading.read(root, file: file, budget: budget)
    guard document.root.map != nil else {
      throw MarkedProblem(
        .schema, "a Compose file is a mapping, not \(document.root.kindName)",
        advice: "start it with services:",
        mark: document.root.mark)
    }
    var interpolation = Interpolation(
      environment: context.environment, limit: limits.textBytes, budget: budget)
    try interpolation.resolve(&document.root)
    for variable in interpolation.unset where unsetNames.insert(variable.name).inserted {
      unset.append(variable)
    }
    return (document.root.map ?? ComposeMap(), document.resets)
  }

  private mutating func validate(_ model: ComposeMap, path: String) throws(MarkedProblem) {
    let found = Rule.file.problems(in: ComposeNode(.map(model)), limit: Self.problemLimit)
    schemaProblems += found
    if let first = found.first { throw first }
  }

  /// The number of a new context.
  mutating func nextContext() -> Int {
    contexts += 1
    return contexts
  }

  /// The number of a file that was read.
  func number(of path: String) -> Int32? { numbers[path] }

  /// The documents of a file, read once.
  mutating func documents(of path: String, mark: ComposeMark?) throws(MarkedProblem) -> [YAMLNode] {
    if let known = documents[path] { return known }
    guard documents.count < limits.files else {
      throw MarkedProblem(.merge, "the project has more than \(limits.files) files", mark: mark)
    }
    let text: String
    switch files.read(path, limits.yaml.bytes) {
    case .text(let read): text = read
    case .missing: throw MarkedProblem(.file, "the file \(path) does not exist", mark: mark)
    case .bytes:
      throw MarkedProblem(.file, "the file \(path) is no UTF-8 text", advice: "save it as UTF-8", mark: mark)
    case .refused(let reason): throw MarkedProblem(.file, "the file \(path) \(reason)", mark: mark)
    }
    let tree = try parse(text, path: path)
    documents[path] = tree.roots
    return tree.roots
  }

  private mutating func parse(_ text: String, path: String) throws(MarkedProblem) -> YAMLTree {
    do throws(YAMLProblem) {
      let tree = try YAMLTree(parsing: text, limits: limits.yaml, documents: .any)
      numbers[path] = sources.add(ComposeSources.File(path: path, text: text, tree: tree))
      if let repeated = tree.problems.first { throw repeated }
      return tree
    } catch {
      let place = ComposePlace(path: path, position: error.position, excerpt: error.excerpt)
      throw MarkedProblem(.syntax, error.message, syntaxPlace: place)
    }
  }
}
