import EngineModel
import TerminalUI

/// How a container's process is doing, or how it ended: the cause before all else.
enum RunText {
  /// `exited 137, out of memory, 2m ago`, `running for 3h`; `age` is the time since the last change, empty where it is
  /// not known.
  static func state(_ run: ContainerRun, age: String) -> String {
    if run.state == .restarting { return "restarting, exited \(cause(run))" }
    guard !run.state.isAlive, run.startedAt != nil, run.state != .created else {
      return run.state.word + (age.isEmpty ? "" : " for \(age)")
    }
    let text = "\(run.state.word) \(cause(run))"
    return age.isEmpty ? text : "\(text), \(age) ago"
  }

  /// `137, out of memory`.
  private static func cause(_ run: ContainerRun) -> String {
    let word = run.oomKilled ? "out of memory" : ExitCode.meaning(of: run.exitCode)
    return word.map { "\(run.exitCode), \($0)" } ?? "\(run.exitCode)"
  }

  static func role(_ run: ContainerRun) -> Role {
    run.state != .restarting && (run.state.isAlive || run.exitCode == 0 && !run.oomKilled) ? .text : .failed
  }
}

/// What a container's health check says.
struct HealthText {
  /// `unhealthy, 14 failures in a row, exit 7`; nil without a check.
  var summary: String?
  /// What the last check wrote; nil where it wrote nothing, and where all is well.
  var lastOutput: String?

  init(_ record: HealthRecord?) {
    guard let record, record.status != .none else { return }
    var parts = [record.status.word]
    if record.failingStreak > 0 { parts.append("\(Counted.text(record.failingStreak, "failure")) in a row") }
    if let last = record.log.last, last.exitCode != 0 {
      parts.append("exit \(last.exitCode)")
      let output = last.output.prefix(1_000).split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
      lastOutput = output.isEmpty ? nil : output
    }
    summary = parts.joined(separator: ", ")
  }
}
