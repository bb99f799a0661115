import ComposeFile
import EngineModel

/// How it is reached, and what it is called.
extension DraftedService {
  mutating func writeNetworks() {
    let mode = host("NetworkMode").string ?? ""
    let attached = container.document["NetworkSettings"]["Networks"].members
    if mode.hasPrefix("container:") {
      set("network_mode", text: peers.mode(String(mode.dropFirst("container:".count))))
    } else if ["host", "none"].contains(mode) {
      set("network_mode", text: mode)
    } else if ["default", "bridge", ""].contains(mode) {
      // The engine's own network: a service in it is in no other.
      set("network_mode", text: "bridge")
      for other in attached where other.key != "bridge" { leftOut.append("the network \(other.key)") }
    } else {
      writeAttachments(attached, first: mode)
    }
    writePorts()
    writeLinks()
  }

  private mutating func writeAttachments(_ attached: [JSONValue.Member], first: String) {
    var map = ComposeMap()
    for member in attached.sorted(by: { $0.key < $1.key }) {
      let isFirst = member.key == first || member.value["NetworkID"].string == first
      var end = endpoint(member.value)
      if isFirst, attached.count > 1 { end["priority"] = ComposeNode(.integer(1000)) }
      map[member.key] = end.isEmpty ? ComposeNode(.null) : ComposeNode(.map(end))
      networks.append(member.key)
    }
    guard !map.isEmpty else { return }
    let isPlain = map.entries.allSatisfy { $0.value.content == .null }
    set("networks", isPlain ? ComposeNode(.list(map.keys.map(ComposeNode.text))) : ComposeNode(.map(map)))
  }

  private func endpoint(_ end: JSONValue) -> ComposeMap {
    var map = ComposeMap()
    let own = [container.id.short, name, container.name]
    let aliases =
      end["Aliases"].strings.filter { !own.contains($0) }
      + (container.name == name ? [] : [container.name])
    if !aliases.isEmpty { map["aliases"] = ComposeNode(.list(aliases.map(ComposeNode.text))) }
    let address = end["IPAMConfig"]
    for (key, member) in [("ipv4_address", "IPv4Address"), ("ipv6_address", "IPv6Address")] {
      if let text = address[member].string, !text.isEmpty { map[key] = .text(text) }
    }
    let local = address["LinkLocalIPs"].strings
    if !local.isEmpty { map["link_local_ips"] = ComposeNode(.list(local.map(ComposeNode.text))) }
    let options = end["DriverOpts"].dictionary.sorted { $0.key < $1.key }
    if !options.isEmpty {
      map["driver_opts"] = ComposeNode(.map(ComposeMap(options.map { ($0.key, .text($0.value)) })))
    }
    return map
  }

  private mutating func writePorts() {
    let published = host("PortBindings").members.flatMap(PublishedPort.all(of:))
    var ports = published.map { $0.text(exact: true) }
    let exposed = config("ExposedPorts").members.map(\.key)
    let bound = Set(published.map(\.target))
    if host("PublishAllPorts").bool == true {
      ports += exposed.filter { !bound.contains($0) }.map(Self.plain)
    } else {
      let known = Set(image["ExposedPorts"].members.map(\.key)).union(bound)
      set("expose", texts: exposed.filter { !known.contains($0) }.sorted())
    }
    set("ports", texts: ports)
  }

  private static func plain(_ port: String) -> String {
    port.hasSuffix("/tcp") ? String(port.dropLast(4)) : port
  }

  /// The engine writes links as `/db:/web/alias`.
  private mutating func writeLinks() {
    var (own, foreign): ([String], [String]) = ([], [])
    for link in host("Links").strings {
      let parts = link.split(separator: ":").map { String($0.split(separator: "/").last ?? "") }
      guard let first = parts.first, let alias = parts.last else { continue }
      if let service = peers.service(first) {
        own.append("\(service):\(alias)")
      } else {
        foreign.append("\(first):\(alias)")
      }
    }
    set("links", texts: own)
    set("external_links", texts: foreign)
  }

  mutating func writeNames() {
    let hostname = config("Hostname").string ?? ""
    let mode = host("NetworkMode").string ?? ""
    // A namespace that is shared brings its own name.
    let isShared = mode == "host" || mode.hasPrefix("container:") || host("UTSMode").string == "host"
    if !isShared, !hostname.isEmpty, !container.id.rawValue.hasPrefix(hostname) {
      set("hostname", text: hostname)
    }
    if !isShared { set("domainname", text: config("Domainname").string) }
    set("mac_address", text: config("MacAddress").string)
    set("dns", texts: host("Dns").strings)
    set("dns_search", texts: host("DnsSearch").strings)
    set("dns_opt", texts: host("DnsOptions").strings)
    set("extra_hosts", texts: host("ExtraHosts").strings)
  }
}
