import EngineModel

/// One line of a container's output.
package struct LogLine: Sendable, Equatable {
  package var container: ContainerID
  /// When the engine received it; nil where the line came without a time.
  package var time: Timestamp?
  /// Whether it was written to standard error.
  package var isError: Bool
  /// What kind of line it is.
  package var kind = Kind.output
  /// The text as it came, colours and all, without the line's end. Not yet made harmless: drawing does that.
  package var text: String
  /// How much it matters, as it says itself; nil where it does not.
  package var level: LogLevel?

  /// What stands for what.
  package enum Kind: Sendable, Equatable {
    /// A line of the container.
    case output
    /// The beginning of a line whose end has not come yet: a prompt that waits.
    case partial
    /// Where one run of the container ends and the next begins.
    case runEnd
    /// A mark that the user has set, so that what comes below it is seen to be new.
    case mark
  }

  /// A line of a container. Where nobody will ask for its level (`readsLevel` false), it is not looked for.
  package init(
    container: ContainerID, time: Timestamp?, isError: Bool, text: String, readsLevel: Bool = true
  ) {
    self.container = container
    self.time = time
    self.isError = isError
    self.text = text
    level = readsLevel ? LogLevel.of(text) : nil
  }

  /// The text without its colours and other control sequences of terminals.
  package var plainText: String { SGRStripping.plain(text) }

  /// Whether it is no line of a container, but divides others.
  var isDivider: Bool { kind == .runEnd || kind == .mark }

  /// Whether it is worth to remember where its rows begin.
  var isLong: Bool { text.utf8.count > 1_024 }

  /// What the line is counted with in the buffer's limit: its text and what a line costs beside it.
  var cost: Int { text.utf8.count + 64 }
}
