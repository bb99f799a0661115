import EngineModel
import StackPlanning
import TerminalUI

/// Everything that can happen to the dashboard.
package enum DashboardAction: Sendable {
  /// A key, a paste, the mouse or the focus of the terminal.
  case input(InputEvent)
  /// The terminal has another size.
  case resized(Size)
  /// Something an engine said about its resources or the connection.
  case engine(EngineID, EngineUpdate)
  /// Samples of running containers of an engine.
  case sampled(EngineID, [ContainerID: StatsSample])
  /// Something about a log stream.
  case logs(LogUpdate)
  /// Something about the stacks of an engine.
  case stacks(EngineID, StackUpdate)
  /// The Compose command that is there; nil for none.
  case compose(ComposeProgram?)
  /// What came back of editing the files of stacks.
  case editor(EditorAnswer)
  /// Lines that a job has printed.
  case jobOutput(JobID, [JobLine])
  /// How far a transfer is.
  case jobProgress(JobID, TransferProgress)
  /// A job has ended.
  case jobEnded(JobID, JobOutcome)
  /// A delayed action has come due.
  case delayed(DelayedAction)
  /// A container has been written as what was asked for.
  case described(ContainerDescription)
  /// The paths that a text in a form can become.
  case paths(PathAnswer)
  /// Who one is at registries.
  case logins(RegistryLogins)
  /// Something to tell the user.
  case notice(Notice)
}
