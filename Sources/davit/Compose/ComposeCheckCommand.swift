import ArgumentParser
import ComposeFile
import DiskFiles

/// Checks a project before Compose does.
struct ComposeCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report errors in a project, and what could be improved.",
    discussion: """
      Errors keep the project from being read or from running; the exit code is then 1. A comment "# davit: \
      ignore=rule" on a line or above it disables a rule there. If an engine answers, the host ports that its \
      other containers use count as taken.
      """)

  /// How the findings are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  @OptionGroup var compose: ComposeOptions

  @OptionGroup var engine: EngineOptions

  @Flag(name: .long, help: "Do not ask an engine which host ports are taken.")
  var offline = false

  @Option(name: .long, help: "The output format of the findings.")
  var format = Format.text

  @Option(name: .long, help: "A rule to skip; comma-separated or repeated.")
  var disable: [String] = []

  @Flag(name: .long, help: "Print errors and warnings only.")
  var noAdvice = false

  @Flag(name: .long, help: "List the rules with reason and fix; check nothing.")
  var rules = false

  private var disabledRules: Set<String> {
    var names = Set(disable.flatMap { $0.split(separator: ",").map(String.init) })
    if noAdvice { names.formUnion(ComposeRule.all.filter { $0.severity == .advice }.map(\.id)) }
    return names
  }

  func validate() throws {
    let known = Set(ComposeRule.all.map(\.id))
    if let unknown = disabledRules.subtracting(known).sorted().first {
      throw ValidationError("there is no rule '\(unknown)': davit compose check --rules lists them")
    }
  }

  func run() async throws {
    guard !rules else {
      for rule in ComposeRule.all {
        try StandardOutput.text("\(rule.id) (\(rule.severity.rawValue)): \(rule.reason) \(rule.fix)")
      }
      return
    }
    let request = compose.request()
    let report = try await report(request)
    switch format {
    case .text: try StandardOutput.text(report.text)
    case .json: try StandardOutput.json(report.json)
    case .sarif:
      try StandardOutput.json(report.sarif(toolVersion: Version.text, directory: request.directory))
    }
    if report.hasErrors { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  /// The findings, those about taken ports too where an engine tells of any.
  private func report(_ request: ComposeRequest) async throws -> ComposeReport {
    let report = ComposeReport.check(request, from: .disk, disabled: disabledRules)
    guard !offline, let project = report.project else { return report }
    let held = try await HeldPorts.read(engine, except: project.name)
    guard !held.isEmpty else { return report }
    return ComposeReport.check(request, from: .disk, disabled: disabledRules, usedPorts: held)
  }
}
