import EngineModel
import TerminalUI
import Troubles

/// What a container is now, since when, and why.
enum WhyNow {
  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    let (details, run) = (facts.details, facts.details.run)
    var lines = [
      WhyReport.Line(label: "state", text: RunText.state(run, age: age(facts)), role: RunText.role(run))
    ]
    if !run.error.isEmpty {
      lines.append(.init(label: "error", text: Trouble.clipped(run.error), role: .failed))
    }
    if let health = HealthText(details.health).summary {
      lines.append(
        .init(label: "health", text: health, role: details.health?.status == .unhealthy ? .unhealthy : .text))
    }
    lines.append(.init(label: "image", text: details.image))
    let command = (details.process.entrypoint + details.process.cmd).joined(separator: " ")
    if !command.isEmpty { lines.append(.init(label: "command", text: Trouble.clipped(command))) }
    lines.append(.init(label: "policy", text: policy(details)))
    return lines
  }

  private static func age(_ facts: WhyFacts) -> String {
    let run = facts.details.run
    guard let now = facts.now, let since = run.state.isAlive ? run.startedAt : run.finishedAt else {
      return ""
    }
    return Quantity.age(seconds: now.secondsSince(since))
  }

  private static func policy(_ details: ContainerDetails) -> String {
    let host = details.host
    let isSet = !host.restartPolicy.isEmpty && host.restartPolicy != "no"
    guard isSet else { return "not restarted by the engine" }
    let limit =
      host.restartLimit > 0 ? ", max \(Counted.text(host.restartLimit, "retry", plural: "retries"))" : ""
    return "restart \(host.restartPolicy)\(limit), \(Counted.text(details.restartCount, "restart")) so far"
  }
}

/// How the last runs ended, with what was written before.
enum WhyEnds {
  /// The most ends that are told one by one.
  private static let limit = 5

  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    guard let history = facts.history else { return [.init(text: "reading …", role: .muted)] }
    var lines: [WhyReport.Line] = []
    for end in history.ends.suffix(limit).reversed() {
      let cause = end.exitCode.map { code in
        (end.isOutOfMemory ? "out of memory" : ExitCode.meaning(of: code)).map { "exited \(code), \($0)" }
          ?? "exited \(code)"
      }
      let restarts = end.restarts.map { $0 > 0 ? ", restart \($0)" : "" } ?? ""
      lines.append(
        .init(
          label: facts.clock(end.time),
          text: (cause ?? "ended, the engine no longer knows how") + restarts,
          role: end.exitCode == 0 && !end.isOutOfMemory ? .text : .failed))
      for word in history.lastWords[end.time] ?? [] {
        lines.append(.init(text: SGRStripping.plain(Trouble.clipped(word)), role: .muted, isVerbatim: true))
      }
    }
    let all = facts.details.restartCount + (facts.details.run.state == .running ? 0 : 1)
    let forgotten = all - history.ends.count
    if forgotten > 0 {
      let text = "and \(Counted.text(forgotten, "end")) that the engine no longer remembers"
      lines.append(.init(text: text, role: .muted))
    }
    let more = history.ends.count - limit
    if more > 0 { lines.append(.init(text: "and \(Counted.text(more, "earlier end"))", role: .muted)) }
    return lines
  }
}

/// The last probes with all that they wrote.
enum WhyHealth {
  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    guard let record = facts.details.health else { return [] }
    let test = facts.details.document["Config"]["Healthcheck"]["Test"].strings
    var lines: [WhyReport.Line] = []
    if test.count > 1 { lines.append(.init(label: "probe", text: test.dropFirst().joined(separator: " "))) }
    for run in record.log.reversed() where run.exitCode != 0 {
      let output = Trouble.clipped(run.output).split(whereSeparator: \.isNewline).joined(separator: " ")
        .trimmed
      lines.append(
        .init(
          label: run.start.map { facts.clock($0) } ?? "",
          text: "exit \(run.exitCode)" + (output.isEmpty ? "" : ": \(output)"), role: .unhealthy))
    }
    return record.status == .healthy && lines.count <= 1 ? [] : lines
  }
}

/// What happened in the last hour.
enum WhyEvents {
  /// The most events that are told one by one.
  private static let limit = 12

  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    let events = facts.history?.events ?? []
    var lines = events.suffix(limit).reversed().map { event in
      WhyReport.Line(label: facts.clock(event.time), text: text(event))
    }
    let more = events.count - limit
    if more > 0 { lines.append(.init(text: "and \(Counted.text(more, "earlier event"))", role: .muted)) }
    return lines
  }

  private static func text(_ event: EngineEvent) -> String {
    var text = event.action
    if let signal = event.attributes["signal"] { text += ", signal \(signal)" }
    if let code = event.attributes["exitCode"] { text += ", exit code \(code)" }
    return text
  }
}
