import Dashboard
import DiskFiles
import Subprocess
import SystemPackage
import Troubles

/// The user's own pager: `$PAGER`, else `less`, else `more`.
struct Pager {
  /// The words that start it; empty where there is none.
  let words: [String]
  private let environment: [String: String]

  /// The pager that the variables name, else one that is there.
  init(environment: [String: String]) {
    self.environment = environment
    let own = QuotedWords.of(environment["PAGER"] ?? "")
    words =
      own.isEmpty
      ? ["less", "more"].first { ProgramSearch.path(of: $0, environment) != nil }.map { [$0] } ?? [] : own
  }

  /// The name that people know it by.
  private var name: String { words.first?.split(separator: "/").last.map(String.init) ?? "" }

  /// Whether it is known to pass on colours, and nothing else, where it is told so.
  private var takesColours: Bool { name == "less" }

  /// What it is started with.
  func arguments(beginningAt line: Int?) -> [String] {
    guard takesColours else { return words }
    return words + ["-R", line.map { "+\($0)" } ?? "+G"]
  }

  /// Gives it the terminal and the lines until it ends.
  @MainActor
  func show(_ log: PagedLog, on screen: any Screen) async throws(Trouble) {
    guard let command = ProgramSearch.command(arguments(beginningAt: log.first), environment) else {
      throw Trouble(
        "cannot open a pager",
        why: words.isEmpty ? "neither less nor more was found" : "\(words[0]) is missing",
        advice: "set PAGER to a program of PATH, or to an absolute path")
    }
    let colours = takesColours
    let text = await Task.detached { log.text(colours: colours) }.value
    let input = FileDescriptor(rawValue: try InMemoryFile.holding(text))
    var problem: Trouble?
    let (name, environment) = (name, environment)
    await screen.handOver { problem = await Self.run(command, reading: input, environment, named: name) }
    if let problem { throw problem }
  }

  private static func run(
    _ command: [String], reading input: FileDescriptor, _ environment: [String: String], named name: String
  ) async -> Trouble? {
    var variables: [Subprocess.Environment.Key: String] = [:]
    for (name, value) in environment {
      if let key = Subprocess.Environment.Key(rawValue: name) { variables[key] = value }
    }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(variables),
        input: .fileDescriptor(input, closeAfterSpawningProcess: true),
        output: .currentStandardOutput, error: .currentStandardError)
      if result.terminationStatus.isSuccess { return nil }
      return Trouble("\(name) ended with \(result.terminationStatus)", advice: "PAGER names another pager")
    } catch {
      return Trouble("cannot start \(name)", why: "it is missing or not executable", advice: "set PAGER")
    }
  }
}
