import EngineModel

/// A line that a search through a log shows.
package struct FoundLine: Sendable, Equatable {
  /// The line as it is read, without its colours.
  package var text: String
  /// When the engine received it; nil where the log was read without times.
  package let time: Timestamp?
  /// Whether it was written to standard error.
  package let isError: Bool
  /// Whether it matches, and not only stands around one that does.
  package let isMatch: Bool
  /// Whether lines between it and the one before were left out.
  package let followsGap: Bool

  /// A line from its parts.
  package init(_ text: String, time: Timestamp?, isError: Bool, isMatch: Bool, followsGap: Bool) {
    self.text = text
    self.time = time
    self.isError = isError
    self.isMatch = isMatch
    self.followsGap = followsGap
  }
}

/// How much is kept of what a search through many logs finds. What goes beyond it is counted all the same.
package struct FoundRoom: Sendable, Equatable {
  /// The most matches that are kept of one log, and of all.
  package static let mostOfOne = 1_000
  /// The most matches that are kept of all logs.
  package static let mostOfAll = 10_000
  /// The most bytes that are kept of all logs.
  static let mostBytes = 16 << 20
  /// The most bytes of one line.
  static let longestLine = 4 << 10
  /// What a line costs beside its text.
  private static let lineCost = 64

  private var matches = 0
  private var bytes = 0

  /// Room for a search that begins.
  package init() {}

  /// The first of these lines of a log that there is room for, each of them short enough; `kept` counts the log's matches
  /// that were kept so far. Nothing is kept behind a match that was not.
  package mutating func keep(_ lines: [FoundLine], _ kept: inout Int, _ isFull: inout Bool) -> [FoundLine] {
    var shown: [FoundLine] = []
    for var line in lines where !isFull {
      let hasRoom = kept < Self.mostOfOne && matches < Self.mostOfAll && bytes < Self.mostBytes
      guard hasRoom || !line.isMatch else {
        isFull = true
        break
      }
      line.text = Self.cut(line.text)
      bytes += line.text.utf8.count + Self.lineCost
      if line.isMatch {
        kept += 1
        matches += 1
      }
      shown.append(line)
    }
    return shown
  }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > longestLine else { return text }
    let rest = text.utf8.count - longestLine
    return String(decoding: text.utf8.prefix(longestLine), as: UTF8.self) + " … \(rest) more bytes not shown"
  }
}
