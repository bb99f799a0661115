import EngineModel

/// One line of a container's output.
package struct LogLine: Sendable, Equatable {
  package var container: ContainerID
  /// When the engine received it; nil where the line came without a time.
  package var time: Timestamp?
  /// Whether it was written to standard error.
  package var isError: Bool
  /// Whether it is no line of the container, but divides one of its runs from the next.
  package var isDivider = false
  /// The text as it came, colours and all, without the line's end. Not yet made harmless: drawing does that.
  package var text: String

  /// A line of a container.
  package init(container: ContainerID, time: Timestamp?, isError: Bool, text: String) {
    self.container = container
    self.time = time
    self.isError = isError
    self.text = text
  }

  /// Whether it is worth to remember where its rows begin.
  var isLong: Bool { text.utf8.count > 1_024 }

  /// What the line is counted with in the buffer's limit: its text and what a line costs beside it.
  var cost: Int { text.utf8.count + 64 }
}
