import EngineModel

/// A log that is to be written to a file: which lines of which containers, and how.
package struct SavedLog: Sendable, Hashable {
  /// A container whose lines are wanted.
  package struct Source: Sendable, Hashable {
    /// Its id.
    package var container: ContainerID
    /// What stands before its lines, where there are several containers.
    package var name: String
  }

  /// What it is the log of, as the user knows it.
  package var title: String
  /// The containers; the lines of several are put in the order of their times.
  package var sources: [Source]
  /// Only lines from then on; nil for no limit.
  package var since: Timestamp?
  /// Only lines up to then; nil for no limit.
  package var until: Timestamp?
  /// Only lines that match this regular expression; nil for all.
  package var pattern: String?
  /// Whether only standard error is wanted.
  package var errorsOnly = false
  /// Whether the engine's time stands before each line.
  package var hasTimes = false

  /// All there is of a log.
  package init(title: String, sources: [Source]) {
    self.title = title
    self.sources = sources
  }

  /// The `docker` words that come nearest.
  var docker: [String] {
    ["logs"] + (hasTimes ? ["--timestamps"] : [])
      + (since.map {
        ["--since", $0.dateTimeText(zoneSeconds: 0).split(separator: " ").joined(separator: "T") + "Z"]
      } ?? [])
      + [title]
  }
}
