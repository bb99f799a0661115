import Dashboard
import Glibc
import Troubles

/// Finds programs as a shell would, in the absolute folders of `PATH`.
enum ProgramSearch {
  /// The path of a program; nil where it is nowhere.
  static func path(of name: String, _ environment: [String: String]) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first(where: isProgram)
  }

  static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// The arguments with the program's path in the place of its name; nil where it is nowhere. `~/` is the home.
  static func command(_ arguments: [String], _ environment: [String: String]) -> [String]? {
    guard var program = arguments.first, !program.isEmpty else { return nil }
    if program.hasPrefix("~/"), let home = environment["HOME"] { program = home + program.dropFirst() }
    let path = program.contains("/") ? program : path(of: program, environment)
    guard let path, isProgram(path) else { return nil }
    return [path] + arguments.dropFirst()
  }

  static func missing(_ run: ProgramRun) -> Trouble {
    Trouble(
      "\(run.arguments.first ?? "the program") is missing or not executable",
      advice: "name a program of PATH, or an absolute path")
  }
}
