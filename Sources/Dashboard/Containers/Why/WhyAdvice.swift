import EngineModel
import StackPlanning
import TerminalUI

/// What to do next, as commands that run.
enum WhyAdvice {
  static func lines(_ facts: WhyFacts) -> [WhyReport.Line] {
    let steps = steps(facts)
    guard !steps.isEmpty else { return [.init(text: "nothing: it is well", role: .success)] }
    return steps.flatMap { step in
      [WhyReport.Line(text: step.why)]
        + (step.command.isEmpty
          ? []
          : [
            .init(text: CommandText.quoted(step.command), role: .hintKey)
          ])
    }
  }

  private struct Step {
    let why: String
    var command: [String] = []
  }

  private static func steps(_ facts: WhyFacts) -> [Step] {
    let (details, run) = (facts.details, facts.details.run)
    var steps: [Step] = []
    if run.state.isAlive || run.state == .restarting {
      steps += alive(details)
      if run.state == .running, hasFailedLately(facts) {
        steps += [
          Step(
            why: "it runs, but has failed a moment ago; read what it wrote before:", command: logs(details)),
          Step(
            why: "end the loop while you look:",
            command: ["docker", "update", "--restart", "no", details.name]),
        ]
      }
    } else {
      steps += ended(facts)
    }
    if details.health?.status == .unhealthy { steps += probe(details) }
    return steps
  }

  private static func alive(_ details: ContainerDetails) -> [Step] {
    switch details.run.state {
    case .paused: [Step(why: "unpause it:", command: ["docker", "unpause", details.name])]
    case .restarting:
      [
        Step(why: "read what it writes before it ends:", command: logs(details)),
        Step(
          why: "end the loop while you look:", command: ["docker", "update", "--restart", "no", details.name]),
      ]
    default: []
    }
  }

  /// Whether it has failed a short while ago: it may only be up between two crashes.
  private static func hasFailedLately(_ facts: WhyFacts) -> Bool {
    guard let now = facts.now, let last = facts.history?.ends.last,
      now.secondsSince(last.time) < RunLog.lately
    else {
      return false
    }
    return last.isOutOfMemory || (last.exitCode ?? 0) != 0
  }

  private static func ended(_ facts: WhyFacts) -> [Step] {
    let (details, run) = (facts.details, facts.details.run)
    let name = details.name
    if !run.error.isEmpty, run.exitCode != 126, run.exitCode != 127 {
      return held(facts) + [
        Step(why: "mend what the engine says, then start it:", command: ["docker", "start", name])
      ]
    }
    if run.exitCode == 0, run.startedAt == nil || run.state == .created {
      return held(facts) + [Step(why: "it was never started:", command: ["docker", "start", name])]
    }
    if run.oomKilled { return memory(details, isCertain: true) }
    switch run.exitCode {
    case 0: return [Step(why: "it ended by itself; start it again:", command: ["docker", "start", name])]
    case 126, 127:
      return [
        Step(
          why: "look at its command; a file may be missing, or not executable:",
          command: [
            "docker", "inspect", "--format", "{{json .Config.Entrypoint}} {{json .Config.Cmd}}", name,
          ])
      ]
    case 137 where details.host.memoryLimit != nil && !wasAskedToEnd(facts):
      return memory(details, isCertain: false)
    case 137, 143:
      return [
        Step(
          why: run.exitCode == 143
            ? "something asked it to stop (SIGTERM); start it again:"
            : "something killed it: a stop that took too long, or docker kill; start it again:",
          command: ["docker", "start", name])
      ]
    case 134, 139: return [Step(why: "its program crashed; read what it wrote:", command: logs(details))]
    default:
      return held(facts) + [
        Step(why: "read what it wrote:", command: logs(details)),
        Step(why: "start it again:", command: ["docker", "start", name]),
      ]
    }
  }

  /// Whoever holds its ports has to go, or it needs others.
  private static func held(_ facts: WhyFacts) -> [Step] {
    WhyPorts.conflicts(facts).map { conflict in
      Step(
        why: "free port \(conflict.port), or publish another:", command: ["docker", "stop", conflict.holder])
    }
  }

  /// Whether somebody has stopped or killed it before its last end, as far as the last hour tells.
  private static func wasAskedToEnd(_ facts: WhyFacts) -> Bool {
    guard let history = facts.history else { return true }
    return history.events.contains { ["kill", "stop"].contains($0.baseAction) }
  }

  /// Twice the memory, where there was a limit. The engine does not always notice what the kernel did: where nobody has
  /// asked a container with a limit to end, it is likely.
  private static func memory(_ details: ContainerDetails, isCertain: Bool) -> [Step] {
    guard let limit = details.host.memoryLimit else {
      return [Step(why: "the host ran out of memory: it has no limit of its own", command: ["free", "-h"])]
    }
    let megabytes = max(64, limit * 2 / (1 << 20))
    return [
      Step(
        why: isCertain
          ? "give it more memory than \(Quantity.bytes(limit)), and start it again:"
          : "nobody asked it to end, and \(Quantity.bytes(limit)) are allowed: its memory may have run out:",
        command: [
          "docker", "update", "--memory", "\(megabytes)m", "--memory-swap", "\(megabytes)m", details.name,
        ]), Step(why: "then:", command: ["docker", "start", details.name]),
    ]
  }

  /// The probe by hand, in the way in which the engine runs it.
  private static func probe(_ details: ContainerDetails) -> [Step] {
    let test = details.document["Config"]["Healthcheck"]["Test"].strings
    guard let kind = test.first, test.count > 1 else { return [] }
    let words =
      kind == "CMD-SHELL" ? ["sh", "-c", test.dropFirst().joined(separator: " ")] : Array(test.dropFirst())
    return [Step(why: "run its probe by hand:", command: ["docker", "exec", details.name] + words)]
  }

  private static func logs(_ details: ContainerDetails) -> [String] {
    ["docker", "logs", "--tail", "50", details.name]
  }
}
