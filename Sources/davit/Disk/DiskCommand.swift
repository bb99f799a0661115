import ArgumentParser
import EngineClient
import EngineModel

/// The disk space that an engine uses, and what a prune would free.
struct DiskCommand: AsyncParsableCommand, DocumentCommand {
  static let configuration = CommandConfiguration(
    commandName: "df", abstract: "Print the disk space the engine uses, and what a prune would free.")

  @OptionGroup var engine: EngineOptions

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  mutating func run() async throws {
    let usage = try await ChosenEngine.ask(engine) { client throws(EngineError) in
      _ = try await client.negotiate()
      return try await client.diskUsage()
    }
    let report = DiskReport(usage)
    if json { try StandardOutput.json(report.json) } else { try StandardOutput.text(DiskText.text(report)) }
  }
}
