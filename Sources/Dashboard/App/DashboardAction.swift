import EngineModel
import TerminalUI

/// Everything that can happen to the dashboard.
package enum DashboardAction: Sendable {
  /// A key, a paste, the mouse or the focus of the terminal.
  case input(InputEvent)
  /// The terminal has another size.
  case resized(Size)
  /// Something the engine said about its resources or the connection.
  case engine(EngineNews)
  /// Samples of running containers.
  case sampled([ContainerID: StatsSample])
  /// Something about a log stream.
  case logs(LogNews)
  /// Something about stacks.
  case stacks(StackNews)
  /// What came back of editing the files of stacks.
  case editor(EditorNews)
  /// Lines that a job has printed.
  case jobOutput(JobID, [JobLine])
  /// A job has ended.
  case jobEnded(JobID, JobOutcome)
  /// A delayed action has come due.
  case delayed(DelayedAction)
  /// Something to tell the user.
  case notice(Notice)
}

/// What the connection to the engine brings.
package enum EngineNews: Sendable {
  /// The engine answers: its version and what it says of its host (nil where that call failed).
  case connected(EngineVersion, EngineInfo?)
  /// Every list is in and the event stream flows.
  case live
  /// The engine cannot be reached; davit goes on trying.
  case lost(EngineTrouble)
  /// All containers, stopped ones too.
  case containers([ContainerSummary])
  /// These containers as they are now; an id without a summary is gone.
  case someContainers(asked: Set<ContainerID>, found: [ContainerSummary])
  case images([ImageSummary])
  case volumes([VolumeSummary])
  case networks([NetworkSummary])
  /// The bytes in each volume.
  case volumeSizes([VolumeName: UInt64])
  case event(EngineEvent)
  case document(DocumentSubject, Result<ResourceDocument, EngineTrouble>)
  case processes(ContainerID, Result<ProcessTable, EngineTrouble>)
}

/// A resource in full.
package enum ResourceDocument: Sendable, Equatable {
  case container(ContainerDetails)
  case image(JSONValue, history: [ImageHistoryEntry])
  case other(JSONValue)
}

/// What happens to the log streams.
package enum LogNews: Sendable {
  /// Complete lines of a container, in the order of its output.
  case lines(LogRequest, [LogLine])
  /// The stream has ended because the container has.
  case ended(LogRequest)
  /// The log cannot be read.
  case failed(LogRequest, EngineTrouble)
}
