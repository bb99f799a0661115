/// The texts of a project's files while they are edited: in which of them an edit is made, and what is wrong afterwards
/// that was not before.
public struct ProjectTexts: Sendable {
  /// A file whose text has become another one.
  public struct Change: Sendable, Hashable {
    /// The absolute path.
    public var path: String
    /// The text that was read.
    public var old: String
    /// The text that edits have made of it.
    public var new: String
  }

  /// The files whose values are edited, in merge order, absolute paths.
  public let files: [String]
  /// The project that the files are part of.
  let request: ComposeRequest
  let disk: ComposeFiles
  let limits: ComposeLimits
  /// The texts as they were read, by path.
  private var read: [String: ComposeText] = [:]
  private var edited: [String: ComposeText] = [:]
  /// What was edited, as it is called now, and in which file.
  private var places: [(path: ComposePath, file: String)] = []
  /// What was called otherwise.
  private var renames: [(path: ComposePath, name: String)] = []

  /// The files of a request: those that it names, else those that Compose would find.
  ///
  /// Where Compose finds what is named together with others, as an override file, the others belong to the project too:
  /// they count when it is judged and when services are renamed. Throws where there is no file.
  public init(
    _ request: ComposeRequest, from files: ComposeFiles, limits: ComposeLimits = .standard
  ) throws(ComposeProblem) {
    // What is named is found, whatever is wrong around it.
    self.files =
      request.files.isEmpty
      ? try request.foundFiles(in: files, limits: limits)
      : request.files.map { path in
        if path == "-" { return path }
        return path.hasPrefix("/") ? PathSyntax.clean(path) : PathSyntax.join(request.directory, path)
      }
    guard !self.files.contains("-") else {
      throw ComposeProblem(.file, "the standard input cannot be edited", advice: "name a file with -f")
    }
    self.request = Self.whole(request, of: self.files, in: files, limits)
    disk = files
    self.limits = limits
  }

  private static func whole(
    _ request: ComposeRequest, of named: [String], in files: ComposeFiles, _ limits: ComposeLimits
  ) -> ComposeRequest {
    guard !request.files.isEmpty, let first = named.first else { return request }
    var other = request
    other.files = []
    other.directory = PathSyntax.directory(of: first)
    other.environment["COMPOSE_FILE"] = nil
    guard let found = try? other.foundFiles(in: files, limits: limits), Set(found).isSuperset(of: named)
    else {
      return request
    }
    other.files = found
    other.directory = request.directory
    other.environment = request.environment
    return other
  }

  /// What has changed, in the order of the paths.
  public var changes: [Change] {
    edited.keys.sorted().compactMap { path in
      guard let old = read[path]?.text, let new = edited[path]?.text, !old.utf8.elementsEqual(new.utf8) else {
        return nil
      }
      return Change(path: path, old: old, new: new)
    }
  }

  /// The project's files as they would be.
  var filesNow: ComposeFiles { disk.replacing(edited.mapValues(\.text)) }

  /// The text of a file as it would be. Throws where it cannot be read.
  mutating func text(of path: String) throws(ComposeProblem) -> ComposeText {
    if let known = edited[path] ?? read[path] { return known }
    let text: ComposeText
    switch disk.read(path, limits.yaml.bytes) {
    case .text(let found): text = try ComposeText(found, path: path, limits: limits)
    case .missing:
      throw ComposeProblem(.file, "the file \(path) does not exist", advice: "name another file with -f")
    case .bytes: throw ComposeProblem(.file, "the file \(path) is no UTF-8 text", advice: "save it as UTF-8")
    case .refused(let reason): throw ComposeProblem(.file, "the file \(path) \(reason)")
    }
    read[path] = text
    return text
  }

  mutating func put(_ text: ComposeText, in path: String) { edited[path] = text }

  /// Makes an edit: in the last file that has the place, or as much of the way to it as names a service or the like;
  /// where none has, in the first one. A service is called otherwise in all files of the project.
  ///
  /// Throws an `EditRefusal` where that cannot be done, and a `ComposeProblem` where a file cannot be read.
  public mutating func apply(_ edit: ComposeEdit) throws {
    if case .rename(let path, let name) = edit, let service = path.service {
      try rename(service, to: name, for: edit)
    } else {
      let file = try file(for: edit.path)
      edited[file] = try text(of: file).applying(edit)
      places.append((edit.path, file))
    }
    if case .rename(let path, let name) = edit {
      renames.append((path, name))
      for at in places.indices { places[at].path = places[at].path.renamed(path, name) }
    }
  }

  /// Sets what is at a path to what a text from a command line stands for there. Throws as `apply` does.
  public mutating func set(_ path: ComposePath, to typed: String) throws {
    try apply(.set(path, try text(of: try file(for: path)).content(of: typed, at: path)))
  }

  /// Puts what a text from a command line stands for into a list. Throws as `apply` does.
  public mutating func insert(_ typed: String, at path: ComposePath) throws {
    try apply(.insert(path, try text(of: try file(for: path)).content(of: typed, at: path)))
  }

  private mutating func file(for path: ComposePath) throws(ComposeProblem) -> String {
    var texts: [ComposeText] = []
    for file in files { texts.append(try text(of: file)) }
    return files[ComposeText.index(of: path, in: texts) ?? 0]
  }

  // MARK: Judging

  /// What Compose would reject that it did not reject before, with the places in the new texts.
  public var problems: [ComposeFinding] {
    let before = ComposeReport.check(request, from: disk, limits: limits)
    let after = ComposeReport.check(request, from: filesNow, limits: limits)
    let found = Self.rejected(after, not: Self.rejected(before), renames)
    // Where the reading ended before it came to what was edited, that is read by itself.
    guard found.isEmpty, before.project == nil else { return found }
    var known: Set<[String]> = []
    return places.flatMap { problems(of: $0.path, in: $0.file) }
      .filter { known.insert(Self.identity($0, [])).inserted }
  }

  private static func rejected(_ report: ComposeReport) -> [ComposeFinding] {
    let kinds = Set(ComposeProblem.Kind.allCases.map(\.rawValue) + ["image-name"])
    return report.findings.filter { kinds.contains($0.rule) }
  }

  /// The findings that others do not explain: as many as there were of a kind in a place are not new.
  private static func rejected(
    _ report: ComposeReport, not old: [ComposeFinding], _ renames: [(path: ComposePath, name: String)]
  ) -> [ComposeFinding] {
    var known: [[String]: Int] = [:]
    for finding in old { known[identity(finding, renames), default: 0] += 1 }
    return rejected(report).filter { finding in
      let identity = identity(finding, [])
      guard let count = known[identity], count > 0 else { return true }
      known[identity] = count - 1
      return false
    }
  }

  /// What makes two findings the same: an element of a list may have another number.
  private static func identity(
    _ finding: ComposeFinding, _ renames: [(path: ComposePath, name: String)]
  ) -> [String] {
    var path = finding.path
    for rename in renames {
      let old = rename.path.description
      guard path == old || path.hasPrefix(old + ".") || path.hasPrefix(old + "[") else { continue }
      let new = ComposePath(Array(rename.path.steps.dropLast()) + [.key(rename.name)]).description
      path = new + path.dropFirst(old.count)
    }
    return [finding.rule, path.filter { !$0.isNumber }, finding.message]
  }

  /// What is wrong with the edited service, volume or other resource alone.
  private func problems(of path: ComposePath, in file: String) -> [ComposeFinding] {
    guard let main = files.first, let new = edited[file] else { return [] }
    let before = renames.reversed().reduce(path) { path, rename in
      let now = ComposePath(Array(rename.path.steps.dropLast()) + [.key(rename.name)])
      guard case .key(let name)? = rename.path.steps.last else { return path }
      return path.renamed(now, name)
    }
    let reports = [read[file]?.excerpt(around: before), new.excerpt(around: path)].map { excerpt in
      var alone = request
      alone.files = [main]
      return ComposeReport.check(alone, from: disk.replacing([main: excerpt ?? "{}"]), limits: limits)
    }
    // What an excerpt cannot have is no fault of it.
    let others = [ComposeProblem.Kind.reference, .consistency, .merge, .file].map(\.rawValue)
    let found = Self.rejected(reports[1], not: Self.rejected(reports[0]), renames)
    return found.filter { !others.contains($0.rule) }.map { finding in
      var finding = finding
      finding.place = new.place(of: ComposePath(finding.path) ?? path, file: file)
      return finding
    }
  }
}

extension ComposePath {
  /// The service that the path is the definition of; nil where it is something else.
  var service: String? {
    guard steps.count == 2, steps[0] == .key("services"), case .key(let name) = steps[1] else { return nil }
    return name
  }

  /// The same place once what is at a path is called otherwise.
  fileprivate func renamed(_ path: ComposePath, _ name: String) -> ComposePath {
    guard steps.starts(with: path.steps) else { return self }
    return ComposePath(path.steps.dropLast() + [.key(name)] + steps.dropFirst(path.steps.count))
  }
}

extension ComposeText {
  /// Which of the texts of a project, in merge order, an edit of a path is made in: the last one that has the place, or
  /// as much of the way to it as names a service or the like. Nil where none has.
  public static func index(of path: ComposePath, in texts: [ComposeText]) -> Int? {
    guard texts.count > 1 else { return texts.isEmpty ? nil : 0 }
    for count in stride(from: path.steps.count, through: min(2, path.steps.count), by: -1) {
      let part = ComposePath(Array(path.steps.prefix(count)))
      if let found = texts.lastIndex(where: { $0.value(at: part) != nil }) { return found }
    }
    return nil
  }

  /// A text with nothing but the service or the like that a path is in, as JSON.
  fileprivate func excerpt(around path: ComposePath) -> String? {
    let steps = path.steps.prefix(2)
    guard case .key(let section)? = steps.first, var node = meaning[section] else { return nil }
    if steps.count > 1, case .key(let name) = steps[steps.startIndex + 1], var entry = node[name] {
      if section == "services", path.steps.dropFirst(2).first != .key("extends") { entry.set("extends", nil) }
      node = ComposeNode(.map(ComposeMap([(name, entry)])))
    }
    return ComposeMap([(section, node)]).json(doublingDollars: false)
  }
}
