import EngineModel

/// What a container has been through, as far as the engine and its log tell.
package struct ContainerHistory: Sendable, Equatable {
  /// How its runs have ended, oldest first.
  package var ends: [RunEnd]
  /// The last lines that it wrote before an end, by the end's time.
  package var lastWords: [Timestamp: [String]]
  /// What happened to it in the last hour, oldest first; health checks and other commands in it left out.
  package var events: [EngineEvent]

  /// A history from its parts.
  package init(ends: [RunEnd] = [], lastWords: [Timestamp: [String]] = [:], events: [EngineEvent] = []) {
    self.ends = ends
    self.lastWords = lastWords
    self.events = events
  }
}

/// The history of the container that is asked about, as far as it has come.
struct HistoryState: Sendable, Equatable {
  private var container: ContainerID?
  private var history: ContainerHistory?

  /// Keeps what a reading brought.
  mutating func keep(_ history: ContainerHistory, of id: ContainerID) {
    (container, self.history) = (id, history)
  }

  /// The history of a container; nil while it is being read.
  subscript(id: ContainerID) -> ContainerHistory? { container == id ? history : nil }
}
