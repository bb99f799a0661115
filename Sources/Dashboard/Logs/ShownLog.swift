import EngineModel
import Troubles

/// One container's part in the log that is shown.
struct ShownLog: Sendable, Equatable {
  /// How far a stream has come.
  enum Phase: Sendable, Equatable {
    case reading
    /// The container has ended, and with it the stream.
    case ended
    case failed(Trouble)
  }

  var request: LogRequest
  var phase = Phase.reading
  /// Whether the container has started while the stream was open: then its end is that of the run before.
  var hasStartedMeanwhile = false
  /// The time of the newest line, to go on from after a break.
  var newest: Timestamp?

  /// Asks anew, for what came after the newest line.
  mutating func restart() {
    request.generation += 1
    request.since = newest ?? request.since
    phase = .reading
    hasStartedMeanwhile = false
  }
}
