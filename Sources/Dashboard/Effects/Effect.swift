import EngineModel
import StackPlanning

/// A side effect, described. The runtime's interpreter is the only one that performs them.
package enum Effect: Sendable, Hashable {
  /// Asks something of an engine, or of what stands beside it.
  case engine(EngineID, EngineEffect)
  /// Reads, checks, keeps or writes the files of stacks; the answer comes back as `DashboardAction.editor`.
  case editor(EditorEffect)
  /// Ends a job that runs: Compose is interrupted, a sequence goes no further, the stream of a transfer is closed.
  case cancel(JobID)
  /// Puts text on the clipboard of the terminal (OSC 52).
  case copy(String)
  /// Sends an action back after a while.
  case after(milliseconds: Int, DelayedAction)
  /// Looks up what a path can become; comes back as `DashboardAction.paths`.
  case findPaths(PathQuery)
  /// Finds out who one is at registries; comes back as `DashboardAction.logins`.
  case findLogins
  /// Writes every cell again.
  case redraw
  /// Draws with another theme.
  case applyTheme(String)
  /// Remembers a theme for the next start.
  case keepTheme(String)
  /// Gives the terminal to a program of the user's own until it ends; comes back as `DashboardAction.jobEnded`.
  case runOnTerminal(ProgramRun, engine: EngineID, job: JobID)
  /// Gives the terminal to the user's pager, with the lines of a log to read, until it ends.
  case page(PagedLog)
  /// Listens to the mouse, or leaves it to the terminal.
  case useMouse(Bool)
  /// Stops the program as a shell's job control does (`ctrl-z`).
  case suspend
  /// Ends the program.
  case quit
}

/// What is asked of one engine.
package enum EngineEffect: Sendable, Hashable {
  /// Asks for a change; the outcome comes back as `DashboardAction.jobEnded`.
  case call(EngineCall, job: JobID)
  /// Asks for one wave of changes after the other, those of a wave side by side; ends with the first wave in which one
  /// fails. The outcome comes back as `DashboardAction.jobEnded`.
  case sequence([[EngineCall]], job: JobID)
  /// Runs Compose on the engine; what it prints comes back as `jobOutput`, the outcome as `jobEnded`.
  case compose(ComposeRun, with: ComposeProgram, job: JobID)
  /// Begins a transfer; how far it is comes back as `jobProgress`, the outcome as `jobEnded`.
  case transfer(Transfer, job: JobID)
  /// Runs a program of the user's own; what it prints comes back as `jobOutput`, the outcome as `jobEnded`.
  case program(ProgramRun, job: JobID)
  /// Keeps what is to be remembered of a stack.
  case remember(ProjectKey, StackMemory)
  /// Reads these again; requests close together become one.
  case refresh(Set<RefreshTarget>)
  /// Reads a container and writes it as something else; comes back as `DashboardAction.described`.
  case describe(ContainerID, as: DescriptionForm)
  /// Asks how much the volumes hold: slow on engines with much in them, so only when somebody wants to know.
  case measureVolumes
  /// Asks registries what they have under these tags.
  case askRegistries([String])
  /// Asks what takes the disk: slower still.
  case measureDisk
}

/// Actions that come back by themselves after a while.
package enum DelayedAction: Sendable, Hashable {
  /// Takes a toast away.
  case expireToast(NoticeID)
  /// Looks at the text in the editor, a moment after a key.
  case editor(EditorTimer)
  /// Goes on with filtering a long log.
  case continueLogScan(generation: Int)
  /// Goes on with making the rows of a long document.
  case continueRows
}

/// What comes due a moment after a key in the editor; nothing is done where another key came meanwhile.
package enum EditorTimer: Sendable, Hashable {
  case check(path: String, revision: Int)
  case keep(path: String, revision: Int)
}

/// The number of a notice, unique within a run.
package struct NoticeID: Sendable, Hashable {
  let rawValue: Int
}
