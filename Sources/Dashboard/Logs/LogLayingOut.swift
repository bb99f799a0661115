import EngineModel
import TerminalUI

/// How structured lines are shown.
enum LogShape: Sendable, Equatable {
  /// In one line: level, time, message, fields.
  case laidOut
  /// Folded open: each field in a row of its own.
  case open
  /// As they came.
  case raw

  var next: LogShape {
    switch self {
    case .laidOut: .open
    case .open: .raw
    case .raw: .laidOut
    }
  }
}

/// Lays structured lines out for people.
struct LogLayingOut: Sendable {
  let fields: LogFields
  /// The fields that are shown behind the message, in this order; empty for all that there are.
  let wanted: [String]
  /// Seconds east of UTC.
  let zone: Int

  /// The most rows that a line is folded open to.
  private static let mostRows = 200

  /// The line in one row.
  var row: StyledText {
    var text = head
    if let message = fields.message { text.append(Self.inOneLine(message) + " ") }
    for field in chosen {
      text.append(Self.inOneLine(field.name) + "=", Style(.syntaxKey))
      text.append(Self.inOneLine(field.value) + " ", Style(.muted))
    }
    return text
  }

  /// The line with a row for each field.
  var openRows: [StyledText] {
    var rows: [StyledText] = []
    let lines = Self.lines(fields.message ?? "")
    rows.append(head + StyledText(lines.first ?? ""))
    rows += lines.dropFirst().map { StyledText("  " + $0) }
    // Whoever folds a line open wants to see all of it.
    for field in fields.rest {
      let values = Self.lines(field.value)
      rows.append(
        StyledText("  \(Self.inOneLine(field.name)): ", Style(.syntaxKey)) + StyledText(values.first ?? ""))
      rows += values.dropFirst().map { StyledText("    " + $0) }
    }
    guard rows.count > Self.mostRows else { return rows }
    return rows.prefix(Self.mostRows) + [StyledText("  … p shows the line as it came", Style(.muted))]
  }

  private var head: StyledText {
    var text = StyledText()
    if let level = fields.level { text.append(Pad.end(level.word, 6), level.style) }
    if let time = fields.time { text.append(clock(time) + " ", Style(.logTimestamp)) }
    return text
  }

  private var chosen: [LogFields.Field] {
    guard !wanted.isEmpty else { return fields.rest }
    return wanted.compactMap { name in fields.rest.first { $0.name == name } }
  }

  /// A time as a clock; what is none stays as it is.
  private func clock(_ text: String) -> String {
    if let time = Timestamp(text) { return LogClock.text(time, zone: zone) }
    guard let number = Double(text), number > 1e9, number < 1e19 else { return Self.inOneLine(text) }
    let scale = number < 1e11 ? 1e9 : number < 1e14 ? 1e6 : number < 1e17 ? 1e3 : 1
    guard let nanoseconds = Int64(exactly: (number * scale).rounded()) else { return Self.inOneLine(text) }
    return LogClock.text(Timestamp(nanoseconds: nanoseconds), zone: zone)
  }

  private static func inOneLine(_ text: String) -> String {
    let plain = SGRStripping.plain(text)
    guard plain.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return plain }
    return plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SGRStripping.plain(String($0)) }
  }
}

extension LogLevel {
  /// The level as it is written before laid out lines.
  var word: String {
    switch self {
    case .trace: "TRACE"
    case .debug: "DEBUG"
    case .info: "INFO"
    case .warning: "WARN"
    case .error: "ERROR"
    case .fatal: "FATAL"
    }
  }

  var style: Style {
    switch self {
    case .trace, .debug: Style(.muted)
    case .info: Style(.information)
    case .warning: Style(.warning)
    case .error: Style(.error)
    case .fatal: Style(.error, [.bold])
    }
  }
}

extension LogsState {
  /// Shows structured lines in the next shape; the line at the top stays there.
  mutating func turnShape() {
    shape = shape.next
    position?.row = 0
  }

  /// The rows of a structured line; nil where it is none, or is shown as it came.
  func laidRows(of number: Int, _ layout: LogLayout) -> [StyledText]? {
    guard shape != .raw, let fields = LogFields(buffer[number].text) else { return nil }
    let laid = LogLayingOut(fields: fields, wanted: fieldNames, zone: layout.zone)
    let rows = shape == .open ? laid.openRows : [laid.row]
    guard wraps else { return rows }
    return rows.flatMap { $0.isEmpty ? [$0] : WrappedText.rows($0, columns: layout.textColumns) }
  }
}
