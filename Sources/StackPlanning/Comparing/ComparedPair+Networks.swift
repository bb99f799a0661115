import ComposeFile
import EngineModel

/// The networks, and what a container is called in them.
extension ComparedPair {
  func networks() -> [PlanReason] {
    let mode = host["NetworkMode"].string ?? ""
    guard let wanted = self["network_mode"]?.text else {
      let isApart = ["host", "none"].contains(mode) || mode.hasPrefix("container:")
      return isApart
        ? Differences.value("network_mode", sharedName(mode), networkNames.joined(separator: ", "))
        : attachments()
    }
    let attached = container.document["NetworkSettings"]["Networks"].members.map(\.key)
    let isAttached = attached.contains(mode) && !["host", "none", "bridge"].contains(mode)
    return isAttached
      ? Differences.value("network_mode", attached.sorted().joined(separator: ", "), wanted)
      : sharing("network_mode", current: mode, wanted: wanted)
  }

  /// The engine's names of the networks that the service is in.
  private var networkNames: [String] { service.networks.map(frame.resources.network) }

  private func attachments() -> [PlanReason] {
    let current = container.document["NetworkSettings"]["Networks"]
    // Compose 1 connects at the start, so a container that never ran is not in all of them.
    let isUnfinished = container.run.state == .created
    let names = Set(current.members.map(\.key))
    let wanted = Set(networkNames)
    let foreign = names.subtracting(wanted).filter { !frame.projectNetworks.contains($0) }
    let removed = names.subtracting(wanted).subtracting(foreign)
    let added = isUnfinished ? [] : wanted.subtracting(names)
    return Differences.items("networks", Array(removed), Array(added))
      + Differences.items("networks", Array(foreign), [], isCertain: false)
      + service.networks.flatMap { key in
        let name = frame.resources.network(key)
        return names.contains(name)
          ? endpoint(name, current[name], self["networks"]?[key], isUnfinished: isUnfinished) : []
      }
  }

  /// The networks of the definition that the container is not in, or whose like it was in before they were made anew.
  func lostNetworks() -> [PlanReason] {
    guard self["network_mode"] == nil, container.run.state != .created else { return [] }
    let current = container.document["NetworkSettings"]["Networks"]
    let names = Set(current.members.map(\.key))
    let replaced = networkNames.filter { name in
      let (old, new) = (current[name]["NetworkID"].string ?? "", frame.networkIDs[name])
      return names.contains(name) && !old.isEmpty && new != nil && new != old
    }
    let known = networks().filter { $0.subject == "networks" && !$0.after.isEmpty }.map { reason in
      PlanReason(reason.subject, before: reason.before, after: reason.after)
    }
    return known + replaced.map { PlanReason("network \($0), which was recreated") }
  }

  private func endpoint(
    _ name: String, _ current: JSONValue, _ wanted: ComposeNode?, isUnfinished: Bool
  ) -> [PlanReason] {
    let address = current["IPAMConfig"]
    let isFirst = host["NetworkMode"].string == name
    guard !isUnfinished || isFirst else { return [] }
    return Differences.items("aliases in \(name)", aliases(current), wantedAliases(wanted))
      + Differences.value(
        "ipv4_address in \(name)", address["IPv4Address"].string ?? "", wanted?["ipv4_address"]?.text ?? "")
      + Differences.value(
        "ipv6_address in \(name)", address["IPv6Address"].string ?? "", wanted?["ipv6_address"]?.text ?? "")
      + Differences.items(
        "link_local_ips in \(name)", address["LinkLocalIPs"].strings,
        (wanted?["link_local_ips"]?.list ?? []).compactMap(\.text))
  }

  /// The aliases without those that Compose and the engine add: its id, its names and the service's.
  private func aliases(_ endpoint: JSONValue) -> [String] {
    let added = Set(
      [service.name, container.name, container.id.short, config["Hostname"].string ?? ""]
        + [service.containerName, fullHostname].compactMap { $0 })
    return endpoint["Aliases"].strings.filter { !added.contains($0) && !isName($0) }
  }

  private var fullHostname: String? {
    guard let domain = config["Domainname"].string, !domain.isEmpty else { return nil }
    return "\(config["Hostname"].string ?? "").\(domain)"
  }

  private func wantedAliases(_ attachment: ComposeNode?) -> [String] {
    let own = [service.name, container.name, config["Hostname"].string ?? ""]
    return (attachment?["aliases"]?.list ?? []).compactMap(\.text).filter { !own.contains($0) }
  }

  /// Whether it is a name that Compose gives, for now or for good.
  func isName(_ name: String) -> Bool {
    var rest = name[...]
    if let line = rest.firstIndex(of: "_"), rest[..<line].utf8.count == 12,
      rest[..<line].allSatisfy(\.isHexDigit)
    {
      rest = rest[rest.index(after: line)...]
    }
    for separator in ["-", "_"] {
      let start = "\(frame.project)\(separator)\(service.name)\(separator)"
      if rest.hasPrefix(start), Int(rest.dropFirst(start.count)) != nil { return true }
    }
    return false
  }

  /// A mode that may lead to another service: `service:db` is its container's id to the engine.
  func sharing(_ key: String, current: String, wanted: String) -> [PlanReason] {
    let before = sharedName(current)
    if wanted.hasPrefix("container:") { return sharing(key, current: current, container: wanted) }
    let isDefault = ["", "default", "bridge"].contains(current) && ["default", "bridge"].contains(wanted)
    return isDefault ? [] : Differences.value(key, before, wanted)
  }

  /// A container that the definition calls by its name, or by the start of its id. Without the engine's names nothing
  /// tells whether a name and an id are one.
  private func sharing(_ key: String, current: String, container wanted: String) -> [PlanReason] {
    let name = String(wanted.dropFirst("container:".count))
    guard current.hasPrefix("container:") else { return Differences.value(key, sharedName(current), wanted) }
    let id = String(current.dropFirst("container:".count))
    if id.hasPrefix(name) || frame.services[ContainerID(id)] == name { return [] }
    guard let names = frame.containerNames else {
      return Differences.value(key, sharedName(current), wanted, isCertain: false)
    }
    if names[ContainerID(id)] == name { return [] }
    let before = names[ContainerID(id)].map { "container:\($0)" } ?? sharedName(current) + " (gone)"
    return Differences.value(key, before, wanted, isCertain: names[ContainerID(id)] != nil)
  }

  /// The keys by which it shares a namespace of a container that is no longer there; nothing where nobody was asked.
  func lostContainers() -> [(key: String, id: ContainerID)] {
    guard let names = frame.containerNames else { return [] }
    return [("network_mode", "NetworkMode"), ("ipc", "IpcMode"), ("pid", "PidMode")].compactMap {
      key, member in
      let mode = host[member].string ?? ""
      guard mode.hasPrefix("container:") else { return nil }
      let id = ContainerID(String(mode.dropFirst("container:".count)))
      return names[id] == nil ? (key, id) : nil
    }
  }

  /// A mode as a Compose file writes it.
  func sharedName(_ mode: String) -> String {
    guard mode.hasPrefix("container:") else { return mode }
    let id = ContainerID(String(mode.dropFirst("container:".count)))
    if let service = frame.services[id] { return "service:\(service)" }
    return "container:\(id.short)"
  }

  /// How it is called and where it looks names up.
  func names() -> [PlanReason] {
    Differences.value("domainname", config["Domainname"].string ?? "", self["domainname"]?.text ?? "")
      + hostname()
      + Differences.value(
        "mac_address", (config["MacAddress"].string ?? "").lowercased(), wantedAddress.lowercased())
  }

  /// The hardware address, which newer definitions have at a network.
  private var wantedAddress: String {
    if let own = self["mac_address"]?.text { return own }
    guard !(config["MacAddress"].string ?? "").isEmpty else { return "" }
    return service.networks.lazy.compactMap { self["networks"]?[$0]?["mac_address"]?.text }.first ?? ""
  }

  /// Without a name of its own a container is called by its id, or like what it shares its network with.
  private func hostname() -> [PlanReason] {
    let current = config["Hostname"].string ?? ""
    if let wanted = self["hostname"]?.text { return Differences.value("hostname", current, wanted) }
    let mode = host["NetworkMode"].string ?? ""
    let isShared = mode == "host" || mode.hasPrefix("container:") || host["UTSMode"].string == "host"
    let isOwn = current.isEmpty || container.id.rawValue.hasPrefix(current)
    return isShared || isOwn || maker == .podman ? [] : Differences.value("hostname", current, "")
  }

  func lookups() -> [PlanReason] {
    list("dns", host["Dns"].strings) + list("dns_search", host["DnsSearch"].strings)
      + list("dns_opt", host["DnsOptions"].strings)
      + Differences.items(
        "extra_hosts", host["ExtraHosts"].strings.map(Self.hostEntry),
        texts("extra_hosts").map(Self.hostEntry))
  }

  /// A list whose order counts.
  private func list(_ key: String, _ current: [String]) -> [PlanReason] {
    let wanted = texts(key)
    guard Set(wanted) == Set(current) else { return Differences.items(key, current, wanted) }
    return Differences.value(key, current.joined(separator: ", "), wanted.joined(separator: ", "))
  }

  /// `name=address` and `name:address` are one; so are addresses with and without brackets.
  private static func hostEntry(_ text: String) -> String {
    guard let end = text.firstIndex(where: { "=:".contains($0) }) else { return text }
    let address = text[text.index(after: end)...].filter { !"[]".contains($0) }
    return "\(text[..<end]):\(address)"
  }
}
