import EngineClient
import EngineTransport
import StackPlanning

/// Asks the Compose that is there what it thinks of a stack.
package enum ComposeInquiry {
  /// Adds the hashes that Compose computes of the services to what runs, with its version. Nothing is added where no
  /// Compose is there, where it knows none, or where it cannot read the project.
  package static func addHashes(
    to running: inout RunningStack, of source: StackSource, on client: EngineClient,
    environment: [String: String]
  ) async {
    guard let program = await ComposeSearch(environment: environment).find(),
      let words = program.hashArguments(for: source)
    else { return }
    let run = ProcessRun(
      command: words, environment: ComposeEnvironment.variables(environment, engine: client.address),
      directory: source.directory)
    guard let output = await run.capture(within: .seconds(30)), output.end == .code(0) else { return }
    running.composeVersion = program.version
    running.composeHashes = hashes(in: output.lines)
  }

  /// `service hash` lines.
  static func hashes(in lines: [String]) -> [String: String] {
    Dictionary(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        return words.count == 2 ? (String(words[0]), String(words[1])) : nil
      }
    ) { $1 }
  }
}
