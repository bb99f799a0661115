import EngineModel
import Troubles

/// A search through the logs of several containers.
package struct LogSearchRequest: Sendable, Hashable {
  /// Tells the searches of an engine apart.
  package internal(set) var serial = 0
  /// A regular expression.
  package let pattern: String
  /// Only lines from then on; nil for all.
  package let since: Timestamp?
  /// The same as it was typed; empty for all.
  let sinceText: String
  /// The containers, in the order of the screen.
  package let containers: [ContainerID]
  /// Their names, in the same order: some may be gone before what was found of them is read.
  let names: [String]

  /// How many lines before and after a match are shown.
  package static let around = 2

  init(pattern: String, since: Timestamp?, sinceText: String, containers: [ContainerID], names: [String]) {
    self.pattern = pattern
    self.since = since
    self.sinceText = sinceText
    self.containers = containers
    self.names = names
  }

  /// The serial is enough: a search never has another's.
  package static func == (left: LogSearchRequest, right: LogSearchRequest) -> Bool {
    left.serial == right.serial && left.pattern == right.pattern && left.since == right.since
  }
  /// The serial is enough.
  package func hash(into hasher: inout Hasher) { hasher.combine(serial) }
}

/// What a search through logs brings. Each carries the serial of the search.
package enum LogSearchUpdate: Sendable {
  /// More of a log: lines to show, and how many have matched and were looked at so far.
  case found(Int, ContainerID, [FoundLine], matches: Int, lines: Int)
  /// A log was looked at to its end; with a trouble where it could not be read.
  case done(Int, ContainerID, Trouble?)
  /// All were, or something is in the way of all.
  case ended(Int, Trouble?)
}
