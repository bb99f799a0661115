import ArgumentParser
import Dashboard
import DashboardRuntime
import EngineClient
import EngineModel
import SecretDetection
import Troubles

/// What happened to a container, on one page.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Print what happened to a container, and what to do next.")

  @Argument(help: "The container: its name, or the beginning of its ID.")
  var container: String

  @OptionGroup var engine: EngineOptions

  mutating func run() async throws {
    let text = try await ChosenEngine.ask(engine) { client throws(EngineError) in try await page(client) }
    guard !text.isEmpty else { throw NamedContainer.missing(container) }
    try StandardOutput.text(text)
  }

  /// The page; empty where there is no such container.
  private func page(_ client: EngineClient) async throws(EngineError) -> String {
    _ = try await client.negotiate()
    let all = try await client.containers()
    guard let wanted = NamedContainer.find(container, in: all) else { return "" }
    let details = try await client.container(wanted.id)
    let facts = WhyFacts(
      details: details, history: await HistoryReader(client: client).history(of: details), others: all,
      now: HistoryReader.now, zone: Environment.utcOffset)
    let text = WhyReport(facts).text(columns: StandardOutput.columns ?? 100)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SecretRules().masked(text: String($0)) }.joined(separator: "\n")
  }
}
