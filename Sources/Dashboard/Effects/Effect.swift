import EngineModel
import StackPlanning

/// A side effect, described. The runtime's interpreter is the only one that performs them.
package enum Effect: Sendable, Hashable {
  /// Asks the engine for a change; the outcome comes back as `DashboardAction.jobEnded`.
  case call(EngineCall, job: JobID)
  /// Asks the engine for one wave of changes after the other, those of a wave side by side; ends with the first wave in
  /// which one fails. The outcome comes back as `DashboardAction.jobEnded`.
  case sequence([[EngineCall]], job: JobID)
  /// Runs Compose; what it prints comes back as `jobOutput`, the outcome as `jobEnded`.
  case compose(ComposeRun, with: ComposeProgram, job: JobID)
  /// Ends a job that runs: Compose is interrupted, a sequence goes no further.
  case cancel(JobID)
  /// Keeps what is to be remembered of a stack.
  case remember(ProjectKey, StackMemory)
  /// Reads, checks, keeps or writes the files of stacks; the answer comes back as `DashboardAction.editor`.
  case editor(EditorEffect)
  /// Reads these again; requests close together become one.
  case refresh(Set<RefreshTarget>)
  /// Asks how much the volumes hold: slow on engines with much in them, so only when somebody wants to know.
  case measureVolumes
  /// Puts text on the clipboard of the terminal (OSC 52).
  case copy(String)
  /// Sends an action back after a while.
  case after(milliseconds: Int, DelayedAction)
  /// Writes every cell again.
  case redraw
  /// Draws with another theme.
  case applyTheme(String)
  /// Stops the program as a shell's job control does (`ctrl-z`).
  case suspend
  /// Ends the program.
  case quit
}

/// What can be read again from the engine.
package enum RefreshTarget: Sendable, Hashable {
  case container(ContainerID)
  case containers
  case images
  case volumes
  case networks
}

/// Actions that come back by themselves after a while.
package enum DelayedAction: Sendable, Hashable {
  /// Takes a toast away.
  case expireToast(NoticeID)
  /// Looks at the text in the editor, a moment after a key.
  case editor(EditorAlarm)
  /// Goes on with filtering a long log.
  case continueLogScan(generation: Int)
}

/// The number of a job, unique within a run.
package struct JobID: Sendable, Hashable {
  let rawValue: Int
}
