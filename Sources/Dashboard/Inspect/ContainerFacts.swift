import EngineModel
import TerminalUI
import Troubles

/// A container's facts, a line each; what is not set is left out.
enum ContainerFacts {
  private static let nameColumns = 12

  static func rows(_ details: ContainerDetails, columns: Int, _ state: SharedState) -> [StyledText] {
    let secrets = Secrets(state)
    let zone = state.setup.utcOffset
    let summary = state.currentEngine.facts.containers[details.id]
    var rows: [StyledText] = []
    func add(_ name: String, _ value: String?, _ role: Role = .text) {
      guard let value, !value.isEmpty else { return }
      // A cause is never cut off at the edge: what is too long goes on below, under its own beginning.
      let parts = WrappedText.rows(StyledText(value, Style(role)), columns: max(16, columns - nameColumns))
      for (index, part) in parts.enumerated() {
        rows.append(StyledText(Pad.end(index == 0 ? name : "", nameColumns), Style(.muted)) + part)
      }
    }
    let run = details.run
    let age = summary.map { Quantity.shortStatus($0.status) } ?? ""
    add("state", RunText.state(run, age: age), RunText.role(run))
    add("error", run.error.isEmpty ? nil : secrets.masked(text: Trouble.clipped(run.error)), .failed)
    let health = HealthText(details.health)
    add("health", health.summary, details.health?.status == .unhealthy ? .unhealthy : .text)
    add("last check", health.lastOutput.map(secrets.masked(text:)))
    add("started", run.startedAt?.dateTimeText(zoneSeconds: zone))
    add("ended", run.state.isAlive ? nil : run.finishedAt?.dateTimeText(zoneSeconds: zone))
    add("name", details.name)
    add("id", details.id.short)
    add("image", details.image)
    add(
      "command",
      secrets.masked(words: details.process.entrypoint + details.process.cmd).joined(separator: " ")
    )
    if let swarm = details.swarm { add("swarm", swarmText(swarm)) }
    add("restarts", details.restartCount > 0 ? String(details.restartCount) : nil)
    add("policy", restartPolicy(details.host))
    add("user", details.process.user.isEmpty ? "root (no user set)" : details.process.user)
    add("limits", limits(details.host))
    add("security", security(details.host), details.host.privileged ? .warning : .text)
    add("logs", details.host.logDriver)
    for port in details.ports.prefix(12) { add("port", portText(port)) }
    for network in details.networks { add("network", "\(network.name) \(network.ipAddress)") }
    for mount in details.mounts { add("mount", mountText(mount)) }
    return rows
  }

  private static func swarmText(_ swarm: SwarmLabels) -> String {
    let stack = swarm.stack.map { ", stack \($0)" } ?? ""
    return "task \(swarm.task) of the service \(swarm.service)\(stack)"
  }

  private static func restartPolicy(_ host: HostSettings) -> String {
    guard !host.restartPolicy.isEmpty, host.restartPolicy != "no" else { return "no restart" }
    return host.restartLimit > 0
      ? "\(host.restartPolicy), max \(Counted.text(host.restartLimit, "retry", plural: "retries"))"
      : host.restartPolicy
  }

  private static func limits(_ host: HostSettings) -> String {
    var parts: [String] = []
    if let memory = host.memoryLimit, memory > 0 { parts.append("memory \(Quantity.bytes(memory))") }
    if let cpus = host.nanoCPUs, cpus > 0 {
      parts.append("\(Quantity.cores(Double(cpus) / 1e9))")
    }
    if let pids = host.pidsLimit, pids > 0 {
      parts.append(Counted.text(pids, "process", plural: "processes"))
    }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  private static func security(_ host: HostSettings) -> String {
    var parts: [String] = []
    if host.privileged { parts.append("privileged") }
    if host.readOnlyRoot { parts.append("read-only root") }
    if !host.capAdd.isEmpty { parts.append("capabilities +\(host.capAdd.joined(separator: " +"))") }
    if !host.capDrop.isEmpty { parts.append("capabilities -\(host.capDrop.joined(separator: " -"))") }
    return (parts + host.securityOpt).joined(separator: ", ")
  }

  private static func portText(_ port: PortBinding) -> String {
    guard let published = port.publicPort else { return "\(port.privatePort)/\(port.proto), not published" }
    return "\(port.address ?? "0.0.0.0"):\(published) → \(port.privatePort)/\(port.proto)"
  }

  private static func mountText(_ mount: MountPoint) -> String {
    let source = mount.name?.short ?? mount.source
    return "\(mount.kind) \(source) → \(mount.destination)\(mount.readWrite ? "" : " (read-only)")"
  }
}
