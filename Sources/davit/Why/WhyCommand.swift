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
    guard !text.isEmpty else {
      throw Failure(
        message: "cannot find \(container): no container has this name — davit status lists them",
        code: .failed)
    }
    try StandardOutput.text(text)
  }

  /// The page; empty where there is no such container.
  private func page(_ client: EngineClient) async throws(EngineError) -> String {
    _ = try await client.negotiate()
    let all = try await client.containers()
    guard let wanted = wanted(all) else { return "" }
    let details = try await client.container(wanted.id)
    let facts = WhyFacts(
      details: details, history: await HistoryReader(client: client).history(of: details), others: all,
      now: HistoryReader.now, zone: Environment.utcOffset)
    let text = WhyReport(facts).text(columns: StandardOutput.columns ?? 100)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SecretRules().masked(text: String($0)) }.joined(separator: "\n")
  }

  private func wanted(_ all: [ContainerSummary]) -> ContainerSummary? {
    if let named = all.first(where: { $0.names.contains(container) }) { return named }
    let beginning = all.filter { $0.id.rawValue.hasPrefix(container) }
    return beginning.count == 1 && container.count >= 4 ? beginning[0] : nil
  }
}
