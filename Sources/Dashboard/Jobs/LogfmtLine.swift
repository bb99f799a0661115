/// What Compose and its plugins print for machines (`time="…" level=warning msg="…"`, logfmt), as a sentence.
enum LogfmtLine {
  /// The message with its level before it; any other line as it is.
  static func sentence(_ line: String) -> String {
    guard line.hasPrefix("time=") || line.hasPrefix("level=") else { return line }
    let fields = fields(line)
    guard let message = fields["msg"], let level = fields["level"] else { return line }
    let detail = fields["error"].map { ": \($0)" } ?? ""
    return level == "info" || level == "debug" ? message + detail : "\(level): \(message)\(detail)"
  }

  /// The values by name; one in quotes may hold blanks, and quotes behind a backslash.
  private static func fields(_ line: String) -> [String: String] {
    var fields: [String: String] = [:]
    var rest = Substring(line)
    while let equals = rest.firstIndex(of: "=") {
      let name = String(rest[..<equals]).trimmed
      rest = rest[rest.index(after: equals)...]
      fields[name] = rest.first == "\"" ? quoted(&rest) : plain(&rest)
    }
    return fields
  }

  private static func plain(_ rest: inout Substring) -> String {
    let end = rest.firstIndex(of: " ") ?? rest.endIndex
    defer { rest = rest[end...] }
    return String(rest[..<end])
  }

  private static func quoted(_ rest: inout Substring) -> String {
    var value = ""
    var isEscaped = false
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      if isEscaped {
        value.append(character == "n" ? " " : character == "t" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        break
      } else {
        value.append(character)
      }
    }
    return value
  }
}
