extension LogPattern.Style {
  /// Line number `index` of a log of this kind.
  func line(_ index: Int, seed: UInt64, at instant: EngineInstant) -> SimulatedLogLine {
    let chance = mixed(seed &+ UInt64(index) &* 31)
    var line = SimulatedLogLine(instant: instant, text: "")
    switch self {
    case .silent: break
    case .counted: line.text = "line \(index + 1)"
    case .access: Self.access(chance, &line)
    case .json: Self.json(index, chance, &line)
    case .coloured: Self.coloured(index, chance, &line)
    case .database: Self.database(chance, &line)
    case .progress: Self.progress(index, chance, &line)
    case .worldwide: line.text = pick(Self.greetings, chance) + " · \(chance % 97) ms"
    }
    return line
  }

  private static func access(_ chance: UInt64, _ line: inout SimulatedLogLine) {
    let client = "10.\(chance % 8).\(chance >> 8 & 255).\(chance >> 16 & 255)"
    let path = pick(paths, chance >> 24)
    let at = "\(line.instant.accessLogText) +0000"
    if chance % 41 == 0 {
      line.isError = true
      line.text =
        "\(line.instant.dateText(separator: "/")) \(line.instant.clockText) [error] 29#29: *\(chance % 9999) "
        + "upstream timed out (110: Connection timed out), client: \(client), request: \"GET \(path) HTTP/1.1\""
      return
    }
    let status = chance % 17 == 0 ? 404 : chance % 29 == 0 ? 502 : chance % 13 == 0 ? 304 : 200
    line.text =
      "\(client) - - [\(at)] \"GET \(path) HTTP/1.1\" \(status) \(chance >> 32 & 0xFFFF) \"-\" "
      + "\"Mozilla/5.0 (X11; Linux x86_64)\" \(chance >> 40 & 63)ms"
  }

  private static func json(_ index: Int, _ chance: UInt64, _ line: inout SimulatedLogLine) {
    let level = chance % 31 == 0 ? "error" : chance % 11 == 0 ? "warn" : "info"
    line.isError = level == "error"
    line.text =
      "{\"time\":\"\(line.instant.text)\",\"level\":\"\(level)\",\"msg\":\"\(pick(messages, chance))\","
      + "\"order\":\(48_000 + index),\"took_ms\":\(chance >> 20 & 511),\"trace\":\"\(String(chance, radix: 16))\"}"
  }

  private static func coloured(_ index: Int, _ chance: UInt64, _ line: inout SimulatedLogLine) {
    let position = index % 97
    if position > 60, position < 60 + stackTrace.count {
      line.isError = true
      line.text = stackTrace[position - 60]
      return
    }
    let levels = ["\u{1B}[32mINFO\u{1B}[0m ", "\u{1B}[36mDEBUG\u{1B}[0m", "\u{1B}[33mWARN\u{1B}[0m "]
    var level = chance % 9 == 0 ? levels[2] : chance % 4 == 0 ? levels[1] : levels[0]
    if position == 60 || chance % 53 == 0 {
      level = "\u{1B}[1;31mERROR\u{1B}[0m"
      line.isError = true
    }
    let text = position == 60 ? "cannot reserve stock for order \(48_000 + index)" : pick(messages, chance)
    line.text =
      "\u{1B}[2m\(line.instant.clockText)\u{1B}[0m \(level) \u{1B}[35m\(pick(loggers, chance >> 9))\u{1B}[0m "
      + "\(text) \u{1B}[2m(\(chance >> 20 & 255) ms)\u{1B}[0m"
  }

  private static func database(_ chance: UInt64, _ line: inout SimulatedLogLine) {
    line.isError = true
    line.text =
      "\(line.instant.dateText(separator: "-")) \(line.instant.clockText)."
      + "\(EngineInstant.digits(Int(line.instant.nanoseconds / 1_000_000 % 1000), 3)) UTC "
      + "[\(chance % 90 + 20)] LOG:  " + pick(databaseLines, chance)
  }

  private static func progress(_ index: Int, _ chance: UInt64, _ line: inout SimulatedLogLine) {
    switch index % 6 {
    case 0: line.text = "\u{1B}]0;artefact \(index)\u{07}Fetching artefact \(index)"
    case 1...3:
      let steps = stride(from: 0, through: 100, by: 20).map { done in
        "[" + String(repeating: "=", count: done / 5) + String(repeating: " ", count: 20 - done / 5)
          + "] \(done)%"
      }
      line.text = steps.joined(separator: "\r")
    case 4: line.text = "\u{1B}[2K\u{1B}[1GVerified \(chance % 90 + 10) files\u{1B}[0m"
    default: line.text = "\u{1B}[32m✔\u{1B}[0m done in \(chance % 90) s"
    }
  }
}

/// One of several texts, by chance.
private func pick(_ texts: [String], _ chance: UInt64) -> String {
  texts[Int(chance % UInt64(texts.count))]
}
