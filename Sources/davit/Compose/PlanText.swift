import Glibc
import PrintableText
import StackPlanning

/// A plan as text, one line a service.
struct PlanText {
  let isColoured: Bool

  /// Whether the output goes to a terminal that may be coloured.
  static var isOnTerminal: Bool {
    isatty(STDOUT_FILENO) == 1 && (Environment.value("NO_COLOR") ?? "").isEmpty
      && Environment.value("TERM") != "dumb"
  }

  func text(_ plan: StackPlan) -> String {
    let lines =
      plan.resources.map(line) + plan.services.map(line)
      + plan.orphans.map { line("-", "orphan \($0.name)", ["no file defines \($0.service)"]) }
      + plan.notes.map { "  note: \(PrintableText.shown($0))" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ resource: ResourcePlan) -> String {
    let subject = "\(resource.kind.rawValue) \(resource.name)"
    switch resource.state {
    case .missing: return line("+", subject, [])
    case .externalMissing: return line("!", subject, ["external and missing: up will fail"])
    case .changed: return line("~", subject, ["differs from its definition"])
    }
  }

  private func line(_ service: ServicePlan) -> String {
    let count = service.containers.count
    var details = service.reasons.filter(\.isCertain).map(Self.text)
    let doubts = service.reasons.filter { !$0.isCertain }.map(Self.text)
    if !doubts.isEmpty { details.append("maybe: " + doubts.joined(separator: ", ")) }
    switch service.action {
    case .create where service.wanted > 1: details.append("\(service.wanted) replicas")
    case .scaleUp, .scaleDown: details.append("replicas \(count) → \(service.wanted)")
    case .recreate where count != service.wanted: details.append("replicas \(count) → \(service.wanted)")
    case .restart: details.append("its containers are kept")
    case .start: details += service.containers.filter { !$0.isRunning }.map { "\($0.name) is not running" }
    default: break
    }
    return line(service.action.sign, "\(service.action.rawValue) \(service.name)", details)
  }

  /// Long values are cut: the plan is to be looked at.
  private static func text(_ reason: PlanReason) -> String {
    var short = reason
    short.before = cut(reason.before)
    short.after = cut(reason.after)
    return short.text
  }

  private static func cut(_ text: String) -> String { text.count > 80 ? text.prefix(79) + "…" : text }

  private func line(_ mark: String, _ subject: String, _ details: [String]) -> String {
    let start = PrintableText.shown("\(mark) \(subject)")
    let end = details.isEmpty ? "" : PrintableText.shown(" (\(details.joined(separator: ", ")))")
    let colours = ["+": "32", "~": "33", ">": "36", "-": "31", "!": "31", "=": "2"]
    guard isColoured, let colour = colours[mark] else { return start + end }
    return "\u{1B}[\(colour)m\(start)\u{1B}[0m\(end)"
  }
}
