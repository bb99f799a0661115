/// What the checks say about a project.
public struct ComposeReport: Sendable {
  /// The findings, by severity and place.
  public let findings: [ComposeFinding]
  /// The project; nil where it could not be read.
  public let project: ComposeProject?

  /// Whether anything cannot work.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Checks a project: whether it can be read, whether it can work, and what could be better.
  ///
  /// Rules of `disabled` are left out, and those that a comment `# davit: ignore=rule` on the line of the finding or
  /// above it names.
  public static func check(
    _ request: ComposeRequest, from files: ComposeFiles, disabled: Set<String> = [],
    usedPorts: [UsedHostPort] = [], limits: ComposeLimits = .standard
  ) -> ComposeReport {
    var reading = ProjectReading(request: request, files: files, limits: limits, isLenient: true)
    var problems: [MarkedProblem] = []
    var project: ComposeProject?
    do throws(MarkedProblem) {
      project = try reading.read()
    } catch {
      problems = reading.loader.schemaProblems.isEmpty ? [error] : reading.loader.schemaProblems
    }
    problems += reading.inconsistencies
    var findings = problems.map { finding(of: $0, in: reading.sources) }
    if let project {
      let checked = CheckedProject(
        model: project.model, sources: project.sources, unset: project.unsetVariables, files: files,
        usedPorts: usedPorts)
      for rule in ComposeRule.all where !disabled.contains(rule.id) {
        findings += rule.check(checked).map { found in
          ComposeFinding(
            rule: rule.id, severity: rule.severity, message: found.message, fix: rule.fix, path: found.path,
            place: project.sources.place(of: found.mark))
        }
      }
    }
    let kept = findings.filter { !disabled.contains($0.rule) && !isIgnored($0, in: reading.sources) }
    return ComposeReport(findings: sorted(kept), project: project)
  }

  private static func finding(of problem: MarkedProblem, in sources: ComposeSources) -> ComposeFinding {
    let placed = problem.placed(in: sources)
    return ComposeFinding(
      rule: placed.kind.rawValue, severity: .error, message: placed.message, fix: placed.advice,
      path: placed.path,
      place: placed.place)
  }

  private static func sorted(_ findings: [ComposeFinding]) -> [ComposeFinding] {
    findings.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.severity != second.severity { return first.severity < second.severity }
      if first.place?.path != second.place?.path {
        return (first.place?.path ?? "") < (second.place?.path ?? "")
      }
      if let one = first.place?.position, let other = second.place?.position, one != other {
        return one < other
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  private static func isIgnored(_ finding: ComposeFinding, in sources: ComposeSources) -> Bool {
    guard let place = finding.place, let line = place.position?.line,
      let file = sources.files.first(where: { $0.path == place.path })
    else { return false }
    return file.ignores.contains { $0.rule == finding.rule && ($0.line == line || $0.line == line - 1) }
  }
}
