import ArgumentParser
import Dashboard
import DashboardRuntime
import EngineClient
import Troubles

/// A pattern in the logs of many containers.
struct GrepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grep", abstract: "Search the logs of the containers that a filter names.",
    discussion: """
      Prints each matching line behind the container's name. PATTERN is a regular expression (PCRE2); case counts only \
      where it has a capital letter. The exit code is 0 where a line has matched, 1 where none has, 2 where something \
      could not be searched, 3 without an engine.
      """)

  @Argument(help: "What to look for: a regular expression.")
  var pattern: String

  @OptionGroup var options: LogOptions

  @Flag(help: "Print how many lines of each container match, instead of them.")
  var count = false

  @Flag(name: .shortAndLong, help: "Take capital and small letters for the same.")
  var ignoreCase = false

  @Option(
    name: [.customShort("C"), .customLong("around")],
    help: ArgumentHelp("Print so many lines before and after each match, too.", valueName: "N"))
  var around = 0

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    guard (0...1_000).contains(around) else { throw ValidationError("-C takes a number from 0 to 1000") }
    guard !pattern.isEmpty else { throw ValidationError("the pattern is empty: davit logs prints all lines") }
  }

  mutating func run() async throws {
    do {
      let outcome = try await search()
      guard outcome.isComplete else { throw ExitCode(ExitStatus.usage.rawValue) }
      if outcome.lines == 0 { throw ExitCode(ExitStatus.failed.rawValue) }
    } catch let failure as Failure where failure.code == .failed {
      // As in grep, 1 says that all was searched.
      throw Failure(failure.trouble, code: .usage)
    }
  }

  private func search() async throws -> ContainerLogs.Outcome {
    let blank = try compiled()
    let count = count
    return try await ContainerLogs.read(engine, options) { logs in
      let output = logs.output
      return try await logs.each(LogQuery(since: options.start)) { index, container, reading in
        var search = blank
        try await reading.run { lines in
          var text = ""
          for line in lines {
            for row in try search.take(line) where !count { text += Self.text(row, of: container.name) }
          }
          if !text.isEmpty { try await output.take(text, of: index) }
        }
        if count { try await output.take("\(container.name): \(search.count)\n", of: index) }
        return search.count
      }
    }
  }

  private func compiled() throws -> LineSearch {
    do throws(Trouble) {
      return try LineSearch(pattern, ignoresCase: ignoreCase, context: around)
    } catch {
      throw Failure(error, code: .usage)
    }
  }

  /// A line as grep prints it: what only stands around a match has another sign behind the name.
  private static func text(_ row: FoundLine, of name: String) -> String {
    "\(row.followsGap ? "--\n" : "")\(name)\(row.isMatch ? ":" : "-") \(row.text)\n"
  }
}
