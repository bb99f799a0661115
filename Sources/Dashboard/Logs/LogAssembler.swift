import EngineModel

/// Makes lines of the pieces in which a log arrives. One assembler for each of a container's two outputs.
///
/// The engine cuts long lines at 16 KiB and puts the time before every piece (moby `daemon/logger`): the times in
/// the middle are taken out again. A carriage return starts the line over, as on a terminal, so a progress bar is
/// the line that it last showed.
package struct LogAssembler: Sendable {
  private let container: ContainerID
  private let isError: Bool
  private let hasTimes: Bool
  private let readsLevels: Bool
  private var splitter = LogSplitter(limit: maximumLine)

  /// The longest line that is kept whole.
  package static let maximumLine = 1 << 20

  /// An assembler for one output of a container; `hasTimes` tells whether the engine was asked for times, `readsLevels`
  /// whether anybody will ask how much lines matter.
  package init(container: ContainerID, isError: Bool, hasTimes: Bool = true, readsLevels: Bool = true) {
    self.container = container
    self.isError = isError
    self.hasTimes = hasTimes
    self.readsLevels = readsLevels
  }

  /// Takes the next bytes and adds the lines that they complete to `lines`.
  package mutating func feed(_ bytes: [UInt8], into lines: inout [LogLine]) {
    let (container, isError, hasTimes, readsLevels) = (container, isError, hasTimes, readsLevels)
    splitter.feed(bytes) { raw, omitted in
      lines.append(
        LogLine(
          container: container, isError: isError, RawLogLine(raw, hasTime: hasTimes), omitted: omitted,
          readsLevel: readsLevels))
    }
  }

  /// The line that has no end yet; nil when there is none.
  package mutating func flush() -> LogLine? {
    splitter.flush().map { raw, omitted in
      LogLine(
        container: container, isError: isError, RawLogLine(raw[...], hasTime: hasTimes), omitted: omitted,
        readsLevel: readsLevels)
    }
  }

  /// Whether a line has begun.
  package var hasBeginning: Bool { splitter.hasBeginning }

  /// The line that has no end yet, as far as it has come; nil when there is none. It goes on as if nobody had asked.
  package var beginning: LogLine? {
    var copy = self
    return copy.flush()
  }
}

extension LogLine {
  /// A line as it came; so many of its bytes are missing at its end.
  package init(
    container: ContainerID, isError: Bool, _ raw: RawLogLine, omitted: Int = 0, readsLevel: Bool = true
  ) {
    var text = raw.text
    // A terminal's line ends with one, or with two where the program has written its own.
    while text.last == 0x0D { text.removeLast() }
    if let restart = text.lastIndex(of: 0x0D) { text = text[text.index(after: restart)...] }
    var shown = String(decoding: text, as: UTF8.self)
    if omitted > 0 { shown += " … \(omitted) more bytes not shown" }
    self.init(container: container, time: raw.time, isError: isError, text: shown, readsLevel: readsLevel)
  }
}
