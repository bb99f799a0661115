import ArgumentParser
import Dashboard
import DashboardRuntime
import EngineClient

/// The logs of containers, as text.
struct LogsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs", abstract: "Print the logs of the containers that a filter names.",
    discussion: """
      One container after the other; with --follow all at once, as lines come. Where there are several, each line begins \
      with the container's name. Without a filter the logs of all containers are printed.
      """)

  @OptionGroup var options: LogOptions

  @Flag(name: .shortAndLong, help: "Go on with what is printed from now on.")
  var follow = false

  @Option(help: ArgumentHelp("Only so many of the last lines of each.", valueName: "N"))
  var tail: Int?

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    if let tail, tail < 0 { throw ValidationError("--tail takes a number from 0") }
  }

  mutating func run() async throws {
    let (follow, query) = (follow, LogQuery(follow: follow, tail: tail, since: options.start))
    let outcome = try await ContainerLogs.read(engine, options) { logs in
      let (output, isAlone) = (logs.output, logs.containers.count == 1)
      return try await logs.each(allAtOnce: follow, query) { index, container, reading in
        let name = isAlone ? "" : "\(container.name): "
        var count = 0
        try await reading.run { lines in
          count += lines.count
          let text = lines.map { "\(name)\($0.plainText)\n" }.joined()
          if follow { try StandardOutput.text(text) } else { try await output.take(text, of: index) }
        }
        return count
      }
    }
    if !outcome.isComplete { throw ExitCode(ExitStatus.failed.rawValue) }
  }
}
