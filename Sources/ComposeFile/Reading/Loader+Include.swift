extension Loader {
  private static let longestPath = 4096

  /// Brings in the resources of the files that `include` names, each read as a project of its own.
  mutating func applyInclude(
    _ root: inout ComposeMap, file: String, in context: Context
  ) throws(MarkedProblem) {
    guard let node = root["include"] else { return }
    root["include"] = nil
    if node.isNull { return }
    guard let entries = node.list else {
      throw MarkedProblem(
        .schema, "a list is expected, not \(node.kindName)", path: "include", mark: node.mark)
    }
    // An entry without a path, or with an empty one, brings nothing.
    for entry in entries {
      guard let imported = try included(entry, file: file, in: context) else { continue }
      try take(imported, into: &root, mark: entry.mark)
    }
  }

  private mutating func included(
    _ entry: ComposeNode, file: String, in context: Context
  ) throws(MarkedProblem) -> ComposeMap? {
    let paths = try texts(entry.text != nil ? entry : entry["path"], entry: entry).map {
      absolute($0, in: context)
    }
    try check(entry, in: context)
    guard let main = paths.first else { return nil }
    let chain = context.including + [file]
    guard !chain.contains(main) else {
      let names = (chain + [main]).joined(separator: " → ")
      throw MarkedProblem(
        .merge, "the files include each other in a circle: \(names)", path: "include", mark: entry.mark)
    }
    var inner = Context(
      directory: PathSyntax.directory(of: main), environment: context.environment, including: chain,
      number: nextContext())
    if let directory = directory(of: entry), !directory.isEmpty {
      // Each path of the file starts with it.
      guard directory.utf8.count <= Self.longestPath else {
        throw MarkedProblem(
          .file, "the directory is longer than \(Self.longestPath) bytes", path: "include", mark: entry.mark)
      }
      inner.directory = absolute(directory, in: context)
    }
    let variables = try environmentFiles(of: entry, directory: inner.directory, in: context)
    let read = try environmentReader.read(variables, environment: context.environment)
    inner.environment.merge(read) { known, _ in known }
    // A directory that does not exist is taken for a file, as the reference does.
    if entry["project_directory"] != nil, files.kind(inner.directory) != .directory {
      inner.directory = PathSyntax.directory(of: inner.directory)
    }
    return try model(of: paths, in: inner)
  }

  /// What has to be right about an entry even where it names no file.
  private func check(_ entry: ComposeNode, in context: Context) throws(MarkedProblem) {
    let isDirectory = entry["project_directory"].map { $0.isNull || directory(of: entry) != nil } ?? true
    guard entry.isNull || entry.text != nil || entry.map != nil, isDirectory else {
      throw MarkedProblem(
        .schema, "a path or a mapping with paths is expected", path: "include", mark: entry.mark)
    }
    for path in try texts(entry["env_file"], entry: entry).map({ absolute($0, in: context) }) {
      guard files.kind(path) != .file else { continue }
      throw MarkedProblem(
        .file, "the environment file \(path) does not exist", path: "include", mark: entry.mark)
    }
  }

  /// The directory of the included project as it is written; a whole number is a text here.
  private func directory(of entry: ComposeNode) -> String? {
    switch entry["project_directory"]?.content {
    case .text(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  private func environmentFiles(
    of entry: ComposeNode, directory: String, in context: Context
  ) throws(MarkedProblem) -> [String] {
    let named = try texts(entry["env_file"], entry: entry)
    guard named.isEmpty else { return named.map { absolute($0, in: context) } }
    let standard = PathSyntax.join(directory, ".env")
    return files.kind(standard) == .file ? [standard] : []
  }

  private func texts(_ node: ComposeNode?, entry: ComposeNode) throws(MarkedProblem) -> [String] {
    guard let node, !node.isNull else { return [] }
    if let text = node.text { return [text] }
    guard let list = node.list, !list.contains(where: { $0.text == nil }) else {
      throw MarkedProblem(
        .schema, "a text or a list of texts is expected", path: "include", mark: node.mark ?? entry.mark)
    }
    return list.compactMap(\.text)
  }

  /// Adds resources; one that is there already has to be the same.
  private func take(_ imported: ComposeMap, into root: inout ComposeMap, mark: ComposeMark?)
    throws(MarkedProblem)
  {
    for section in ["services", "volumes", "networks", "secrets", "configs", "models"] {
      guard let source = imported[section]?.map else { continue }
      var target = root[section]?.map ?? ComposeMap()
      for entry in source.entries {
        if let known = target[entry.key] {
          guard known == entry.value else {
            throw MarkedProblem(
              .merge, "an included file has another one of this name",
              advice: "change it in a file that is laid over this one", path: "\(section).\(entry.key)",
              mark: target.entry(entry.key)?.keyMark ?? mark)
          }
        } else {
          target.set(entry)
        }
      }
      root[section] = ComposeNode(.map(target), mark: root[section]?.mark)
    }
  }
}
