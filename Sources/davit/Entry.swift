import ArgumentParser
import Glibc
import Troubles

/// Where the process begins: parses the arguments, runs the command, and turns errors into one line and an exit code.
@main
enum Entry {
  static func main() async {
    var printsJSON = false
    do {
      var command = try Davit.parseAsRoot(
        ArgumentOrder.commandFirst(Array(CommandLine.arguments.dropFirst())))
      printsJSON = asksForJSON(command)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(error, printsJSON)
    }
  }

  private static func sendOrLeave(_ message: String) {
    do {
      try StandardOutput.text(message)
    } catch {
      leave(error, false)
    }
  }

  private static func asksForJSON(_ command: any ParsableCommand) -> Bool {
    (command as? any DocumentCommand)?.json ?? false
  }

  private static func leave(_ error: any Error, _ printsJSON: Bool) -> Never {
    if let failure = error as? Failure {
      if printsJSON, let document = try? TroubleReport(failure.trouble).json {
        try? StandardOutput.json(document)
      }
      StandardError.write("davit: \(failure.trouble)\n")
      exit(failure.code.rawValue)
    }
    // The work is done, and its result is in the code.
    if let code = error as? ExitCode { exit(code.rawValue) }
    let code = Davit.exitCode(for: error)
    let message = Davit.fullMessage(for: error)
    if code.isSuccess {
      if !message.isEmpty { sendOrLeave(message) }
      exit(EXIT_SUCCESS)
    }
    StandardError.write(message + "\n")
    // ArgumentParser's own code for wrong usage is sysexits' 64; ours is 2, as most tools have it.
    exit(code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.failed.rawValue)
  }
}

/// A command that can print a document instead of text.
protocol DocumentCommand {
  /// Whether it does.
  var json: Bool { get }
}

/// How the process ends.
enum ExitStatus: Int32 {
  case failed = 1
  case usage = 2
  case noEngine = 3
  /// `--exit-code` was given, and files and containers differ.
  case differs = 4
  /// Whoever reads the output has gone, as with a signal that nobody catches: 128 and SIGPIPE.
  case unread = 141
}

/// Why a command ends without having done its work, with its exit code.
struct Failure: Error {
  let trouble: Trouble
  var code = ExitStatus.failed

  init(_ trouble: Trouble, code: ExitStatus = .failed) {
    self.trouble = trouble
    self.code = code
  }

  /// A failure that one line says.
  init(message: String, code: ExitStatus = .failed) { self.init(Trouble(message), code: code) }
}
