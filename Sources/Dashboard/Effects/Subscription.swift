import EngineModel

/// A stream that should run while the state asks for it. The pool compares the set with what is running, starts what
/// is missing and cancels the rest: leaving a view ends its stream because the set no longer holds it.
package struct Subscription: Sendable, Hashable {
  /// The engine that it is of.
  package let engine: EngineID
  package let stream: EngineStream

  init(_ stream: EngineStream, of engine: EngineID) {
    self.engine = engine
    self.stream = stream
  }
}

/// What can be streamed of one engine.
package enum EngineStream: Sendable, Hashable {
  /// The connection itself: lists, events, and trying again.
  case connection
  /// Samples of the containers named by the state's `StatsPlan`, every so often.
  case stats(every: Duration)
  /// One container's log.
  case logs(LogRequest)
  /// A resource's full document, read again when `revision` moves on.
  case document(DocumentSubject, revision: Int)
  /// The stacks in folders, the Compose command that is there, and what is remembered of stacks: found once.
  case stackPlaces(StackPlaces)
  /// A stack's files and how they compare with what runs.
  case stack(StackWatch)
  /// A container's processes, again and again.
  case processes(ContainerID)
  /// What is in a folder of a container, read again when `revision` moves on. Of a container that runs, a command in it
  /// may be asked.
  case folder(FilePlace, isRunning: Bool, revision: Int)
  /// A container of davit's own that gives access to a volume: there while this runs. Made anew when `revision` moves on.
  case carrier(CarriedVolume, revision: Int)
  /// What a container has done to the files of its image, read again when `revision` moves on.
  case changes(ContainerID, revision: Int)
  /// The beginning of a file, read once.
  case file(FilePlace)
  /// How often the restart policy has started a container, read once for each `reading`.
  case restarts(ContainerID, reading: Int)
  /// Says every so often that registries are to be asked.
  case registryClock(every: Duration)
  /// What an image is made of, read once; again when `revision` moves on.
  case contents(ImageID, revision: Int)
  /// A search through the logs of several containers, a few at a time.
  case logSearch(LogSearchRequest)
  /// What a container has been through, read again when `revision` moves on.
  case history(ContainerID, revision: Int)
}

/// Which part of a container's log to stream.
package struct LogRequest: Sendable, Hashable {
  package var container: ContainerID
  /// Counts restarts of the stream, so that the same container can be asked again.
  package var generation: Int
  /// How many of the last lines to begin with, where `since` says nothing.
  package var tail = 0
  /// Only lines after this time; nil for no limit.
  package var since: Timestamp?
  /// Only lines up to this time: the stream ends there; nil for no limit.
  package var until: Timestamp?
  /// Only lines of this last while, where `since` says nothing; nil for no limit.
  package var window: Duration?
}

/// Which containers' stats are wanted now, in order of need.
package struct StatsPlan: Sendable, Equatable {
  /// What is on the screen: sampled at every interval.
  package var watched: [ContainerID] = []
  /// The other running containers: sampled slowly, or for nothing where the host's own counters can be read.
  package var others: [ContainerID] = []

  /// Nothing wanted.
  package init() {}
}
