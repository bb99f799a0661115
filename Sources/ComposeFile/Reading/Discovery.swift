/// Finds the files, the directory and the variables of a project, in the order of `docker compose`.
struct Discovery {
  /// What was found.
  struct Found {
    /// Absolute paths, or `-`.
    var files: [String] = []
    /// The project's directory, absolute.
    var directory: String
    /// The variables: those around the request before those of its files.
    var environment: [String: String]
    var warnings: [String] = []
  }

  /// The names of files in the order in which they are looked for.
  static let fileNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"]
  /// The names of files that are laid over them.
  static let overrideNames = [
    "compose.override.yml", "compose.override.yaml", "docker-compose.override.yml",
    "docker-compose.override.yaml",
  ]

  let request: ComposeRequest
  let reader: EnvironmentFileReading

  private var files: ComposeFiles { reader.files }

  func find() throws(MarkedProblem) -> Found {
    var found = Found(directory: request.directory, environment: request.environment)
    found.files = request.files.map(absolute)
    if found.files.isEmpty {
      // The .env beside the request may name the files, and its values go before those of the project's own.
      try loadVariables(into: &found)
      if let listed = found.environment["COMPOSE_FILE"] {
        let separator = found.environment["COMPOSE_PATH_SEPARATOR"].flatMap { $0.isEmpty ? nil : $0 } ?? ":"
        found.files = split(listed, by: separator).map(absolute)
      }
    }
    if found.files.isEmpty { searchUpwards(into: &found) }
    guard !found.files.isEmpty else {
      throw MarkedProblem(
        .file, "there is none of \(Self.fileNames.joined(separator: ", ")) in \(request.directory) or above",
        advice: "name one with -f")
    }
    found.directory = directory(of: found.files)
    try loadVariables(into: &found)
    return found
  }

  private func absolute(_ path: String) -> String {
    if path == "-" { return path }
    return path.hasPrefix("/") ? PathSyntax.clean(path) : PathSyntax.join(request.directory, path)
  }

  private func directory(of files: [String]) -> String {
    if let directory = request.projectDirectory { return absolute(directory) }
    guard let first = files.first(where: { $0 != "-" }) else { return request.directory }
    return PathSyntax.directory(of: first)
  }

  private func searchUpwards(into found: inout Found) {
    var directory = request.projectDirectory.map(absolute) ?? request.directory
    while true {
      let candidates = existing(Self.fileNames, in: directory)
      if let first = candidates.first {
        warnOfSeveral(candidates, into: &found)
        let overrides = existing(Self.overrideNames, in: directory)
        warnOfSeveral(overrides, into: &found)
        found.files = [first] + overrides.prefix(1)
        return
      }
      let parent = PathSyntax.directory(of: directory)
      if parent == directory { return }
      directory = parent
    }
  }

  private func warnOfSeveral(_ candidates: [String], into found: inout Found) {
    guard candidates.count > 1 else { return }
    found.warnings.append(
      "several files could be meant: \(candidates.joined(separator: ", ")); the first is read")
  }

  private func existing(_ names: [String], in directory: String) -> [String] {
    names.map { PathSyntax.join(directory, $0) }.filter {
      files.kind($0) != nil && files.kind($0) != .directory
    }
  }

  /// Adds the variables of the environment files; what is set already stays.
  private func loadVariables(into found: inout Found) throws(MarkedProblem) {
    var paths = request.environmentFiles.map(absolute)
    if paths.isEmpty {
      guard Cast.truth(request.environment["COMPOSE_DISABLE_ENV_FILE"] ?? "false") != true,
        request.environment["COMPOSE_DISABLE_ENV_FILE"] != "1"
      else { return }
      let path = PathSyntax.join(directory(of: found.files), ".env")
      guard files.kind(path) == .file else { return }
      paths = [path]
    }
    let variables = try reader.read(paths, environment: found.environment)
    found.environment.merge(variables) { known, _ in known }
  }

  private func split(_ text: String, by separator: String) -> [String] {
    var parts: [String] = []
    var rest = Array(text.utf8)[...]
    let mark = Array(separator.utf8)
    var part: [UInt8] = []
    while !rest.isEmpty {
      if rest.starts(with: mark) {
        parts.append(String(decoding: part, as: UTF8.self))
        (part, rest) = ([], rest.dropFirst(mark.count))
      } else {
        part.append(rest.removeFirst())
      }
    }
    return parts + [String(decoding: part, as: UTF8.self)]
  }
}
