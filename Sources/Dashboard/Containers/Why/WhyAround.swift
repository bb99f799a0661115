import EngineModel
import TerminalUI

/// The services that a container waits for and that are not as they should be.
enum WhyNeeds {
  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    facts.details.compose.dependencies.compactMap { need in
      let replicas = facts.others.filter {
        $0.compose.project == facts.details.compose.project && $0.service == need.service
      }
      guard let problem = problem(of: replicas, need.condition) else { return nil }
      return WhyReport.Line(label: need.service.rawValue, text: problem, role: .warning)
    }
  }

  private static func problem(of replicas: [ContainerSummary], _ condition: String) -> String? {
    guard let first = replicas.first else { return "has no container" }
    switch condition {
    case "service_healthy":
      guard replicas.allSatisfy({ $0.state == .running && $0.health == .healthy }) else {
        return "must be healthy, is \(first.state == .running ? first.health.word : first.state.word)"
      }
    case "service_completed_successfully":
      guard replicas.allSatisfy({ $0.state == .exited && $0.exitCode == 0 }) else {
        return "must have ended with code 0, is \(first.state.word)"
          + (first.exitCode.map { ", exit code \($0)" } ?? "")
      }
    default:
      guard replicas.allSatisfy({ $0.state == .running }) else { return "must run, is \(first.state.word)" }
    }
    return nil
  }
}

/// Host ports that something else holds.
enum WhyPorts {
  /// A port that is wanted and held.
  struct Conflict {
    let port: Int
    let holder: String
  }

  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    conflicts(facts).map {
      .init(label: String($0.port), text: "is held by the container \($0.holder)", role: .failed)
    }
  }

  /// The host ports of a container that does not run which others publish.
  static func conflicts(_ facts: WhyFacts) -> [Conflict] {
    guard !facts.details.run.state.isAlive else { return [] }
    let wanted = facts.details.document["HostConfig"]["PortBindings"].members.flatMap { member in
      member.value.elements.compactMap { $0["HostPort"].string.flatMap { Int($0) } }
    }
    return Set(wanted).sorted().compactMap { port in
      let holder = facts.others.first { other in
        other.id != facts.details.id && other.isAlive && other.ports.contains { $0.publicPort == port }
      }
      return holder.map { Conflict(port: port, holder: $0.name) }
    }
  }
}

/// Limits against use.
enum WhyLimits {
  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    let host = facts.details.host
    var lines: [WhyReport.Line] = []
    if let limit = host.memoryLimit {
      let used = facts.usage?.memory
      let share = used.map { Double($0) / Double(max(1, limit)) } ?? 0
      lines.append(
        .init(
          label: "memory",
          text: (used.map { "\(Quantity.bytes($0)) of " } ?? "") + "\(Quantity.bytes(limit)) allowed",
          role: share > 0.9 ? .warning : .text))
    }
    if let cores = host.nanoCPUs.map({ Double($0) / 1e9 }) {
      let used = facts.usage.map { "\(Quantity.percent($0.cpu)) of one core, " } ?? ""
      let isFull = facts.usage.map { $0.cpu >= cores * 90 } ?? false
      lines.append(
        .init(label: "CPU", text: "\(used)\(Quantity.cores(cores)) allowed", role: isFull ? .warning : .text))
    }
    if let limit = host.pidsLimit {
      lines.append(.init(label: "processes", text: "\(limit) allowed"))
    }
    return lines
  }
}
