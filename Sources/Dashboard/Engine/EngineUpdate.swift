import EngineModel
import Troubles

/// What the connection to an engine brings.
package enum EngineUpdate: Sendable {
  /// The engine answers: its version and what it says of its host (nil where that call failed).
  case connected(EngineVersion, EngineInfo?)
  /// Every list is in and the event stream flows.
  case live
  /// The engine cannot be reached; davit goes on trying.
  case lost(Trouble)
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
  case document(DocumentSubject, Result<ResourceDocument, Trouble>)
  case processes(ContainerID, Result<ProcessTable, Trouble>)
}

/// What can be read again from an engine.
package enum RefreshTarget: Sendable, Hashable {
  case container(ContainerID)
  case containers
  case images
  case volumes
  case networks
}

extension EngineEvent {
  /// Container events that change nothing on the screen: either nothing has changed (`exec_*`, `top`, `attach`), or
  /// another event says what has (`die` after `kill` and `stop`).
  private static let quiet: Set<String> = [
    "exec_create", "exec_start", "exec_die", "exec_detach", "top", "attach", "detach", "resize", "export",
    "archive-path", "extract-to-dir", "copy", "kill", "stop", "oom", "commit",
  ]

  /// Whether the event can mean anything for the screen.
  package var changesScreen: Bool { kind != .container || !Self.quiet.contains(baseAction) }
}
