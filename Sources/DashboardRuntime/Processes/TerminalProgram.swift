import Dashboard
import Subprocess
import SystemPackage
import Troubles

/// A program of the user's own while it has the terminal.
enum TerminalProgram {
  /// Runs it until it ends.
  static func run(_ run: ProgramRun, _ environment: [String: String]) async -> JobOutcome {
    guard let command = ProgramSearch.command(run.arguments, environment) else {
      return .failed(ProgramSearch.missing(run))
    }
    var variables: [Subprocess.Environment.Key: String] = [:]
    for (name, value) in environment {
      if let key = Subprocess.Environment.Key(rawValue: name) { variables[key] = value }
    }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(command[0])), arguments: Arguments(Array(command.dropFirst())),
        environment: .custom(variables), input: .currentStandardInput, output: .currentStandardOutput,
        error: .currentStandardError)
      if result.terminationStatus.isSuccess { return .done }
      return .failed(Trouble("\(run.arguments[0]) ended with \(result.terminationStatus)"))
    } catch {
      return .failed(Trouble("\(run.arguments[0]) cannot be started"))
    }
  }
}
