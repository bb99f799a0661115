import FoundationEssentials
import Glibc
import TerminalHarness
import Testing

/// The built program, started as a user would.
enum Davit {
  /// The dashboard on the simulated engine, once its panes are there.
  static func demo(
    _ arguments: [String] = [], columns: Int = 120, rows: Int = 40, environment: [String: String] = [:]
  ) throws -> TerminalProgram {
    let program = try start(["--demo"] + arguments, columns: columns, rows: rows, environment: environment)
    try #require(program.waitFor("Containers", within: .seconds(20)), "\(program.screen.text)")
    return program
  }

  /// The program with arguments.
  static func start(
    _ arguments: [String], columns: Int = 120, rows: Int = 40, environment: [String: String] = [:]
  ) throws -> TerminalProgram {
    let all = TerminalProgram.standardEnvironment.merging(environment) { $1 }
    return try TerminalProgram(BuiltPrograms.davit, arguments, columns: columns, rows: rows, environment: all)
  }

  /// The program without a terminal.
  static func captured(_ arguments: [String], environment: [String: String] = [:]) throws -> CapturedProgram {
    let all = TerminalProgram.standardEnvironment.merging(environment) { $1 }
    return try CapturedProgram.run(BuiltPrograms.davit, arguments, environment: all)
  }
}

extension TerminalProgram {
  /// Whether the terminal is as a program found it: the main screen, a cursor, no mouse, no marked paste, rows that
  /// all scroll, lines that are edited.
  var isTerminalRestored: Bool {
    let left = screen.modes.intersection([1, 47, 1000, 1002, 1003, 1004, 1006, 1047, 1049, 2004])
    return left.isEmpty && screen.isScrollingWhole && screen.modes.contains(25) && !screen.isKeypadApplication
      && isCooked
  }
}
