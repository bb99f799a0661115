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
    let report = try await ChosenEngine.ask(engine) { client throws(EngineError) in
      try await StatusReport.read(client)
    }
    if json {
      try StandardOutput.json(report.json)
    } else {
      try StandardOutput.text(StatusText.text(report, columns: StandardOutput.columns))
    }
  }
}
