import YAMLDocument

/// The name of a project: asked for, in the environment, in a file, or that of the directory.
struct ProjectNaming {
  let request: ComposeRequest
  let found: Discovery.Found
  /// The documents of the project's files.
  let roots: [YAMLNode]

  func name() throws(MarkedProblem) -> String {
    if let name = request.name, !name.isEmpty { return try checked(name) }
    if let name = found.environment["COMPOSE_PROJECT_NAME"], !name.isEmpty { return try checked(name) }
    let directory = Self.normalized(PathSyntax.name(of: found.directory))
    guard let written = roots.last(where: { Self.written(in: $0) != nil }).flatMap(Self.written) else {
      return try notEmpty(directory)
    }
    let environment = found.environment
    do {
      let resolved = Self.normalized(
        try Template(lookup: { environment[$0] }, limit: 1 << 20).resolve(written))
      return try notEmpty(resolved)
    } catch let problem as MarkedProblem {
      throw problem
    } catch {
      throw MarkedProblem(.variable, "'\(written)' holds a variable that cannot be resolved", path: "name")
    }
  }

  private static func written(in root: YAMLNode) -> String? {
    guard let scalar = root["name"]?.scalar, case .text(let text) = ScalarTyping.content(of: scalar) else {
      return nil
    }
    return text.isEmpty ? nil : text
  }

  private func checked(_ name: String) throws(MarkedProblem) -> String {
    guard Self.normalized(name) == name else {
      throw MarkedProblem(
        .consistency, "'\(name)' is no name of a project",
        advice: "use lower case letters, digits, '-' and '_', and start with a letter or digit")
    }
    return name
  }

  private func notEmpty(_ name: String) throws(MarkedProblem) -> String {
    guard !name.isEmpty else {
      throw MarkedProblem(.consistency, "the project has no name", advice: "write name: or use -p")
    }
    return name
  }

  /// What is left of a name in lower case when everything that is not allowed is dropped.
  static func normalized(_ name: String) -> String {
    let kept = name.lowercased().utf8.filter {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
    return String(decoding: kept.drop { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }, as: UTF8.self)
  }
}
