import EngineModel
import TerminalUI
import Troubles

/// The Config tab: the facts that one looks for first, then the engine's whole document.
enum ConfigText {
  static func rows(_ document: ResourceDocument, _ state: SharedState) -> [StyledText] {
    let secrets = Secrets(state)
    switch document {
    case .container(let details):
      return ContainerFacts.rows(details, state) + heading("Inspect")
        + JSONText.rows(details.document, secrets: secrets)
    case .image(let value, _), .other(let value):
      return JSONText.rows(value, secrets: secrets)
    }
  }

  static func heading(_ title: String) -> [StyledText] {
    [StyledText(""), StyledText(title, Style(.title).adding(.bold))]
  }
}

extension Tab {
  /// What the engine says of the resource: the facts that one looks for first, then all of it.
  static let config = Tab.document("config", "Config", hasSecrets: true) { document, _, state in
    ConfigText.rows(document, state)
  }
}

/// A container's facts, a line each; what is not set is left out.
enum ContainerFacts {
  static func rows(_ details: ContainerDetails, _ state: SharedState) -> [StyledText] {
    let secrets = Secrets(state)
    let zone = state.setup.utcOffset
    var rows: [StyledText] = []
    func add(_ name: String, _ value: String?, _ role: Role = .text) {
      guard let value, !value.isEmpty else { return }
      rows.append(StyledText(Pad.end(name, 12), Style(.muted)) + StyledText(value, Style(role)))
    }
    add("name", details.name)
    add("id", details.id.short)
    add("image", details.image)
    add(
      "command",
      secrets.masked(words: details.process.entrypoint + details.process.cmd).joined(separator: " ")
    )
    if let swarm = details.swarm { add("swarm", swarmText(swarm)) }
    add("state", secrets.masked(text: stateLine(details, zone)), details.run.exitCode == 0 ? .text : .failed)
    add(
      "health", health(details.health).map(secrets.masked(text:)),
      details.health?.status == .unhealthy ? .unhealthy : .text)
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

  private static func stateLine(_ details: ContainerDetails, _ zone: Int) -> String {
    let run = details.run
    var text = run.state.word
    if let start = run.startedAt { text += ", started \(start.dateTimeText(zoneSeconds: zone))" }
    if !run.state.isAlive, let end = run.finishedAt {
      text += ", ended \(end.dateTimeText(zoneSeconds: zone))"
    }
    if !run.state.isAlive, run.startedAt != nil { text += ", exit code \(run.exitCode)" }
    if run.oomKilled { text += ", OOM-killed" }
    return run.error.isEmpty ? text : text + ": " + Trouble.clipped(run.error)
  }

  private static func health(_ record: HealthRecord?) -> String? {
    guard let record, record.status != .none else { return nil }
    var text = record.status.word
    if record.failingStreak > 0 { text += ", consecutive failures: \(record.failingStreak)" }
    if let last = record.log.last {
      let output = last.output.prefix(1_000).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      text += ", last check: exit code \(last.exitCode)" + (output.isEmpty ? "" : ", \(output)")
    }
    return text
  }

  private static func restartPolicy(_ host: HostSettings) -> String {
    guard !host.restartPolicy.isEmpty, host.restartPolicy != "no" else { return "no restart" }
    return host.restartLimit > 0
      ? "\(host.restartPolicy), max retries \(host.restartLimit)" : host.restartPolicy
  }

  private static func limits(_ host: HostSettings) -> String {
    var parts: [String] = []
    if let memory = host.memoryLimit, memory > 0 { parts.append("memory \(Quantity.bytes(memory))") }
    if let cpus = host.nanoCPUs, cpus > 0 {
      parts.append("\(Quantity.number(Double(cpus) / 1e9, digits: 1, limit: 1_000)) CPUs")
    }
    if let pids = host.pidsLimit, pids > 0 { parts.append("pids \(pids)") }
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
