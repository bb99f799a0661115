import EngineClient
import EngineModel
import Troubles

/// The engine: where it is, whether it answers, what it speaks.
enum EngineChecks {
  static func findings(_ options: EngineOptions) async -> [Finding] {
    let chosen: ChosenEngine
    do {
      chosen = try await ChosenEngine.choose(options, readOnly: true)
    } catch {
      return [
        Finding(
          verdict: .wrong, subject: "engine", text: (error as? Failure)?.trouble.description ?? "\(error)")
      ]
    }
    var findings = chosen.source.remarks.map { Finding(verdict: .note, subject: "engine address", text: $0) }
    findings.append(
      Finding(
        verdict: .ok, subject: "engine address",
        text: options.demo ? "simulated" : "\(chosen.client.address), from \(chosen.source.source)"))
    do throws(EngineError) {
      findings += try await answers(chosen.client)
    } catch {
      findings.append(Finding(verdict: .wrong, subject: "engine", text: error.description))
    }
    await chosen.close()
    return findings
  }

  /// What can be seen, and what else the engine said of itself; what it left out is left out.
  private static func permissions(_ containers: Int, _ info: EngineInfo) -> String {
    var parts = ["containers can be listed (\(containers))"]
    if !info.cgroupVersion.isEmpty { parts.append("cgroup v\(info.cgroupVersion)") }
    if !info.loggingDriver.isEmpty { parts.append("logs by \(info.loggingDriver)") }
    if info.isRootless { parts.append("rootless") }
    return parts.joined(separator: ", ")
  }

  /// The node's place in a Swarm; nothing where it has none.
  private static func swarm(_ state: SwarmState, _ tasks: Int) -> [Finding] {
    let text: String
    switch state.nodeState {
    case "inactive": return []
    case "active":
      let role = state.isManager ? "a manager" : "a worker"
      text =
        "this node is \(role) (task containers: \(tasks)): those on other nodes are not shown, "
        + "and the swarm replaces what is stopped here"
    case "pending": text = "this node waits for the swarm, which may have lost most of its managers"
    case "locked": text = "this node's keys are locked — docker swarm unlock"
    default: text = "this node's state is \(state.nodeState) — docker info says why"
    }
    return [Finding(verdict: .note, subject: "swarm", text: text)]
  }

  private static func answers(_ client: EngineClient) async throws(EngineError) -> [Finding] {
    _ = try await client.negotiate()
    let version = try await client.version()
    var findings = [
      Finding(
        verdict: .ok, subject: "engine",
        text: "\(version.product) \(version.version), \(version.os)/\(version.arch), kernel \(version.kernel)"
      ),
      Finding(
        verdict: .ok, subject: "API version",
        text: "\(client.apiVersion?.description ?? "?") in use, the engine's is "
          + "\(version.apiVersion?.description ?? "?")"),
    ]
    let info = try await client.info()
    let containers = try await client.containers()
    findings.append(
      Finding(verdict: .ok, subject: "permissions", text: permissions(containers.count, info)))
    if client.isPodman {
      findings.append(
        Finding(
          verdict: .note, subject: "Podman",
          text: "its lists may lack container health: davit asks each running container — checks are run by "
            + "systemd timers; without systemd, only by `podman healthcheck run`"))
    }
    findings += swarm(info.swarm, containers.count { $0.swarm != nil })
    findings += info.warnings.map {
      Finding(verdict: .note, subject: "engine says", text: Trouble.clipped($0))
    }
    return findings
  }
}
