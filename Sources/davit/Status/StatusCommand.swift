import ArgumentParser
import EngineClient

/// One look at the engine, without a screen.
struct StatusCommand: AsyncParsableCommand, DocumentCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print the engine and everything on it, once.")

  @OptionGroup var engine: EngineOptions

  @Flag(name: .long, help: "Print JSON in the documented form.")
  var json = false

  mutating func run() async throws {
    let chosen = try await ChosenEngine.choose(engine, readOnly: true)
    let report: StatusReport
    do throws(EngineError) {
      report = try await StatusReport.read(chosen.client)
    } catch {
      await chosen.close()
      throw Failure(error.trouble, code: error.isTransport ? .noEngine : .failed)
    }
    await chosen.close()
    if json {
      try StandardOutput.json(report.json)
    } else {
      try StandardOutput.text(StatusText.text(report, columns: StandardOutput.columns))
    }
  }
}

extension EngineError {
  /// Whether no answer came, in whatever way: then there is no engine to speak of.
  var isTransport: Bool {
    if case .transport = kind { true } else { false }
  }
}
