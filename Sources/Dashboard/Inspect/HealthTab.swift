import EngineModel
import TerminalUI

extension Tab {
  /// The last answers of a container's health check.
  static let health = Tab.document("health", "Health", hasSecrets: true) { document, columns, state in
    guard case .container(let details) = document else { return [] }
    return HealthRows.rows(details, Secrets(state), zone: state.setup.utcOffset)
  }
}

/// The Health tab: what is asked, how often, and what the last answers were, newest first.
enum HealthRows {
  static func rows(_ details: ContainerDetails, _ secrets: Secrets, zone: Int) -> [StyledText] {
    let check = details.document["Config"]["Healthcheck"]
    let test = check["Test"].strings
    guard let health = details.health, health.status != .none, test.first != "NONE" else {
      return [
        StyledText("no health check: neither the image nor the container's definition has one", Style(.muted))
      ]
    }
    let role: Role = health.status == .unhealthy ? .unhealthy : .text
    var rows = [line("now", HealthText(health).summary ?? health.status.word, role)]
    if !test.isEmpty {
      rows.append(line("asks", secrets.masked(words: command(test)).joined(separator: " ")))
    }
    rows.append(line("how often", rhythm(check)))
    if health.log.isEmpty { return rows + [StyledText(""), StyledText("no answer yet", Style(.muted))] }
    for run in health.log.reversed() {
      rows.append(StyledText(""))
      rows.append(head(of: run, zone))
      rows += output(of: run, secrets)
    }
    return rows
  }

  private static func line(_ name: String, _ text: String, _ role: Role = .text) -> StyledText {
    StyledText(Pad.end(name, 12), Style(.muted)) + StyledText(text, Style(role))
  }

  /// The command without the word that says how it is run.
  private static func command(_ test: [String]) -> [String] {
    switch test.first {
    case "CMD"?: Array(test.dropFirst())
    case "CMD-SHELL"?: ["sh", "-c"] + test.dropFirst()
    default: test
    }
  }

  /// What the engine takes where a definition says nothing (HEALTHCHECK of the Dockerfile reference).
  private static func rhythm(_ check: JSONValue) -> String {
    func time(_ name: String, _ standard: Double) -> String {
      let seconds = (check[name].double ?? 0) / 1e9
      return Quantity.seconds(seconds > 0 ? seconds : standard)
    }
    let retries = check["Retries"].int.flatMap { $0 > 0 ? $0 : nil } ?? 3
    let start = (check["StartPeriod"].double ?? 0) / 1e9
    return "every \(time("Interval", 30)), within \(time("Timeout", 30)), "
      + "unhealthy after \(Counted.text(retries, "failure"))"
      + (start > 0 ? ", failures of the first \(Quantity.seconds(start)) do not count" : "")
  }

  private static func head(of run: HealthRecord.HealthCheckRun, _ zone: Int) -> StyledText {
    let passed = run.exitCode == 0
    var text = StyledText(run.start?.timeText(zoneSeconds: zone) ?? "", Style(.logTimestamp))
    text.append(passed ? "  passed" : "  failed, exit \(run.exitCode)", Style(passed ? .healthy : .unhealthy))
    if let start = run.start, let end = run.end, end >= start {
      text.append("  took \(Quantity.seconds(end.secondsSince(start)))", Style(.muted))
    }
    return text
  }

  private static func output(of run: HealthRecord.HealthCheckRun, _ secrets: Secrets) -> [StyledText] {
    let lines = run.output.split(whereSeparator: \.isNewline).prefix(50)
    if lines.isEmpty { return [StyledText("  wrote nothing", Style(.muted))] }
    return lines.map { StyledText("  " + secrets.masked(text: String($0))) }
  }
}
