extension Loader {
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
    for entry in entries {
      let imported = try included(entry, file: file, in: context)
      try take(imported, into: &root, mark: entry.mark)
    }
  }

  private mutating func included(
    _ entry: ComposeNode, file: String, in context: Context
  ) throws(MarkedProblem) -> ComposeMap {
    let paths = try texts(entry.text != nil ? entry : entry["path"], entry: entry).map {
      absolute($0, in: context)
    }
    guard let main = paths.first else {
      throw MarkedProblem(.schema, "the path is missing", path: "include", mark: entry.mark)
    }
    let chain = context.including + [file]
    guard !chain.contains(main) else {
      let names = (chain + [main]).joined(separator: " → ")
      throw MarkedProblem(
        .merge, "the files include each other in a circle: \(names)", path: "include", mark: entry.mark)
    }
    var inner = Context(
      directory: PathSyntax.directory(of: main), environment: context.environment, including: chain)
    if let directory = entry["project_directory"]?.text, !directory.isEmpty {
      inner.directory = absolute(directory, in: context)
    }
    let variables = try environmentFiles(of: entry, directory: inner.directory, in: context)
    let reader = EnvironmentFileReading(files: files, limits: limits)
    let read = try reader.read(variables, environment: context.environment)
    inner.environment.merge(read) { known, _ in known }
    // A directory that does not exist is taken for a file, as the reference does.
    if entry["project_directory"] != nil, files.kind(inner.directory) != .directory {
      inner.directory = PathSyntax.directory(of: inner.directory)
    }
    return try model(of: paths, in: inner)
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
