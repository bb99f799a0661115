import ComposeFile
import EngineModel

/// The ports that are published, and those that are only named.
extension ComparedPair {
  func ports() -> [PlanReason] {
    let wanted = (self["ports"]?.list ?? []).map(PublishedPort.init)
    let current = host["PortBindings"].members.flatMap(PublishedPort.all(of:))
    let isExact = maker != .podman
    return Differences.items(
      "ports", current.map { $0.text(exact: isExact) }, wanted.map { $0.text(exact: isExact) })
      + exposed(wanted: wanted.map(\.target))
  }

  /// The ports of the image, those of `expose`, and those that are published.
  private func exposed(wanted published: [String]) -> [PlanReason] {
    let named = image?.config["ExposedPorts"].members.map(\.key) ?? []
    let wanted = Set((named + texts("expose") + published).flatMap(Self.single))
    let current = Set(config["ExposedPorts"].members.flatMap { Self.single($0.key) })
    // Without the image nobody knows which ports are its own; published ones are told as such.
    let removed = image == nil ? [] : current.subtracting(wanted).subtracting(boundTargets)
    let added = wanted.subtracting(current).subtracting(published.flatMap(Self.single))
    return Differences.items("expose", Array(removed), Array(added))
  }

  private var boundTargets: Set<String> {
    Set(host["PortBindings"].members.flatMap { Self.single($0.key) })
  }

  /// `3000-3002/udp` as one text a port, each with its protocol.
  private static func single(_ text: String) -> [String] {
    let halves = text.split(separator: "/")
    let transport = halves.count > 1 ? String(halves[1]) : "tcp"
    let ends = (halves.first ?? "").split(separator: "-").compactMap { Int($0) }
    guard let low = ends.first, let high = ends.last, low <= high, high < 65_536 else { return [text] }
    return (low...high).map { "\($0)/\(transport)" }
  }
}

/// A port of a container with its place on the host.
struct PublishedPort {
  /// `80/tcp`.
  var target: String
  /// The address on the host; empty for all.
  var address: String
  /// The port on the host, or a range of them; empty for any that is free.
  var published: String

  /// A port of a resolved model.
  init(_ node: ComposeNode) {
    target = "\(node["target"]?.spelled ?? "")/\(node["protocol"]?.text ?? "tcp")"
    address = node["host_ip"]?.text ?? ""
    let text = node["published"]?.spelled ?? ""
    published = text == "0" ? "" : text
  }

  private init(target: String, binding: JSONValue) {
    self.target = target
    address = binding["HostIp"].string ?? ""
    let text = binding["HostPort"].string ?? ""
    published = text == "0" ? "" : text
  }

  /// The bindings of a member of `HostConfig.PortBindings`: "80/tcp": [{"HostIp": …, "HostPort": …}].
  static func all(of member: JSONValue.Member) -> [PublishedPort] {
    let target = member.key.contains("/") ? member.key : member.key + "/tcp"
    return member.value.elements.map { PublishedPort(target: target, binding: $0) }
  }

  /// As a Compose file writes it: `127.0.0.1:8080:80`. Podman puts 0.0.0.0 for all addresses, which `exact` minds.
  func text(exact: Bool) -> String {
    let inside = target.hasSuffix("/tcp") ? String(target.dropLast(4)) : target
    let address = !exact && address == "0.0.0.0" ? "" : address
    if address.isEmpty { return published.isEmpty ? inside : "\(published):\(inside)" }
    return "\(address.contains(":") ? "[\(address)]" : address):\(published):\(inside)"
  }
}
