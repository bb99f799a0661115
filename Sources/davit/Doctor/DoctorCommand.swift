import ArgumentParser

/// Looks at everything davit stands on, and says what is wrong and what to do.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the terminal, locale, engine, permissions and settings.")

  @OptionGroup var engine: EngineOptions
  @OptionGroup var view: ViewOptions

  mutating func run() async throws {
    let findings =
      await TerminalChecks.findings() + SettingsChecks.findings(view) + EngineChecks.findings(engine)
      + ComposeChecks.findings()
    try StandardOutput.text(findings.map(\.line).joined(separator: "\n"))
    if findings.contains(where: { $0.verdict == .wrong }) { throw ExitCode(ExitStatus.failed.rawValue) }
  }
}

/// One thing that was looked at.
struct Finding {
  enum Verdict: String {
    case ok = "ok   "
    case note = "note "
    case wrong = "wrong"
  }

  let verdict: Verdict
  let subject: String
  /// What was found; what to do about it where that is needed.
  let text: String

  var line: String { "\(verdict.rawValue)  \(subject): \(text)" }
}
