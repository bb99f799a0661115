import ComposeFile
import EngineModel

/// The health check and the log.
extension ComparedPair {
  func healthCheck() -> [PlanReason] {
    let current = config["Healthcheck"]
    let inherited = image?.config["Healthcheck"]
    let wanted = self["healthcheck"] ?? ComposeNode(.map(ComposeMap()))
    guard inherited != nil || !(wanted.map?.isEmpty ?? true) else { return [] }
    if !service.hasHealthCheck, wanted["disable"]?.bool == true || wanted["test"] != nil {
      return test(current["Test"].strings, ["NONE"])
    }
    let own = (wanted["test"]?.list ?? []).compactMap(\.spelled)
    let command = own.isEmpty ? inherited?["Test"].strings : own
    let times = [
      ("interval", "Interval"), ("timeout", "Timeout"), ("start_period", "StartPeriod"),
      ("start_interval", "StartInterval"),
    ]
    return (command.map { test(current["Test"].strings, $0) } ?? [])
      + times.flatMap { time($0, current[$1], wanted, inherited?[$1]) }
      + Differences.value(
        "healthcheck retries", Self.shown(current["Retries"].int),
        Self.shown(wanted["retries"]?.wholeNumber.flatMap { $0 == 0 ? nil : $0 } ?? inherited?["Retries"].int)
      )
  }

  private func test(_ current: [String], _ wanted: [String]) -> [PlanReason] {
    let isNothing = { (words: [String]) in words.isEmpty || words == ["NONE"] }
    if current == wanted || (current.isEmpty && wanted.isEmpty) { return [] }
    // An image without a check and a check that is switched off are one.
    if isNothing(current), isNothing(wanted), current.isEmpty == wanted.isEmpty { return [] }
    let (before, after) = (Self.check(current), Self.check(wanted))
    // With and without a shell.
    if before == after {
      return Differences.value(
        "healthcheck", current.joined(separator: " "), wanted.joined(separator: " "))
    }
    return Differences.value("healthcheck", before, after)
  }

  private static func check(_ words: [String]) -> String {
    switch words.first {
    case "CMD": Differences.command(Array(words.dropFirst()))
    case "CMD-SHELL": words.dropFirst().joined(separator: " ")
    case "NONE": "none"
    default: Differences.command(words)
    }
  }

  /// A time of the check; 0 stands for the image's own.
  private func time(
    _ key: String, _ current: JSONValue, _ wanted: ComposeNode, _ inherited: JSONValue?
  ) -> [PlanReason] {
    let own = wanted[key]?.text.flatMap(ComposeDuration.nanoseconds) ?? 0
    let after = own == 0 ? inherited?.int ?? 0 : own
    // An engine before API 1.44 does not know of it.
    if key == "start_interval", current.isNull { return [] }
    return Differences.value("healthcheck \(key)", Self.time(current.int ?? 0), Self.time(after))
  }

  private static func time(_ nanoseconds: Int) -> String {
    nanoseconds == 0 ? "" : ComposeDuration.text(nanoseconds: nanoseconds)
  }

  private static func shown(_ number: Int?) -> String { number.map { $0 == 0 ? "" : String($0) } ?? "" }

  /// The log driver with its options. What a definition leaves out, the engine fills with its defaults.
  func logging() -> [PlanReason] {
    let driver = host["LogConfig"]["Type"].string ?? ""
    let wantedDriver = self["logging"]?["driver"]?.text
    let current = host["LogConfig"]["Config"].dictionary
    let wanted = self["logging"]?["options"]?.pairs ?? [:]
    let standard = frame.defaultLogDriver
    var reasons: [PlanReason] = []
    if let after = wantedDriver ?? standard, !after.isEmpty {
      reasons += Differences.value("logging", driver, after)
    } else if driver != "json-file" {
      reasons += Differences.value("logging", driver, "", isCertain: false)
    }
    return reasons
      + Differences.pairs("logging", current, wanted).map { reason in
        var reason = reason
        // An option that all containers with this driver have may be the engine's own.
        let option = String(reason.subject.dropFirst("logging ".count))
        reason.isCertain = !reason.after.isEmpty || frame.logOptions[driver]?.contains(option) == false
        return reason
      }
  }
}
