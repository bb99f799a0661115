import ArgumentParser
import Dashboard
import DashboardRuntime
import EngineClient
import EngineModel
import SecretDetection

/// A container as what would make it again.
struct DescribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Print a container as a docker run command or as a Compose service.",
    discussion: """
      What the image says already is not repeated. What the form cannot say is named at the top, as comments.
      """)

  @Argument(help: "The container: its name, or the beginning of its ID.")
  var container: String

  @Option(name: .customLong("as"), help: "The form: docker-run or compose.")
  var form: DescriptionForm = .dockerRun

  @Flag(help: "Print values that look like secrets, instead of masking them.")
  var reveal = false

  @OptionGroup var engine: EngineOptions

  mutating func run() async throws {
    let found = try await ChosenEngine.ask(engine) { client throws(EngineError) -> ContainerDescription? in
      _ = try await client.negotiate()
      guard let wanted = NamedContainer.find(container, in: try await client.containers()) else { return nil }
      return try await DraftReader(client: client).description(
        of: wanted.id, as: form, after: reveal ? { $0 } : SecretRules().masked(configOf:))
    }
    guard let found else { throw NamedContainer.missing(container) }
    let isMasked = !reveal && found.text.contains(SecretRules.mask)
    let note = isMasked ? "# Values that look like secrets are masked: --reveal prints them.\n" : ""
    try StandardOutput.text(note + found.text)
  }
}

extension DescriptionForm: ExpressibleByArgument {}
