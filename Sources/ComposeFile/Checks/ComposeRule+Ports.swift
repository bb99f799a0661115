extension ComposeRule {
  static let ports: [ComposeRule] = [
    ComposeRule(
      "port-and-replicas", .error,
      reason: "Only one container can use a host port: the second replica cannot start.",
      fix: "Omit the host port, publish a range as wide as the replicas, or put a proxy in front.",
      service: replicasOnOnePort),
    ComposeRule(
      "port-twice", .error, reason: "Only one container can use a host port.",
      fix: "Publish one of them on another port or address.", check: portsTwice),
    ComposeRule(
      "port-taken", .error, reason: "Something else on the host already uses the port.",
      fix: "Publish another port, or stop what uses it.", check: portsTaken),
  ]

  @Sendable private static func replicasOnOnePort(_ service: CheckedService) -> [Finding] {
    guard service.replicas > 1 else { return [] }
    return service.publishedPorts.compactMap { port in
      guard port.range.count < service.replicas else { return nil }
      let ports =
        port.range.count == 1
        ? "the one host port \(port.range.lowerBound)" : "\(port.range.count) host ports"
      return service.finding(
        "\(service.replicas) replicas of \(service.name) cannot share \(ports)", at: "ports", port.mark)
    }
  }

  @Sendable private static func portsTwice(_ project: CheckedProject) -> [Finding] {
    var seen: [(service: String, port: HostPortRange)] = []
    var found: [Finding] = []
    for service in project.services {
      for port in service.publishedPorts where port.range.count == 1 {
        if let other = seen.first(where: { $0.port.collides(with: port) }) {
          let owner =
            other.service == service.name ? "this service already" : "the service \(other.service) too"
          found.append(
            service.finding(
              "the host port \(port.range.lowerBound) is published by \(owner)", at: "ports", port.mark))
        }
        seen.append((service.name, port))
      }
    }
    return found
  }

  @Sendable private static func portsTaken(_ project: CheckedProject) -> [Finding] {
    project.services.flatMap { service in
      service.publishedPorts.compactMap { port in
        guard port.range.count == 1, let other = project.usedPorts.first(where: port.collides(with:)) else {
          return nil
        }
        return service.finding(
          "the host port \(port.range.lowerBound) is used by \(other.owner)", at: "ports", port.mark)
      }
    }
  }
}

/// Ports of the host that a service publishes.
struct HostPortRange {
  var address: String
  var transport: String
  var range: ClosedRange<Int>
  var mark: ComposeMark?

  /// Whether both cannot be had at once; of ranges Compose takes what is free.
  func collides(with other: HostPortRange) -> Bool {
    range == other.range && transport == other.transport && overlaps(other.address)
  }

  func collides(with other: UsedHostPort) -> Bool {
    range.lowerBound == other.port && transport == other.transport && overlaps(other.address)
  }

  private func overlaps(_ other: String) -> Bool {
    let all = ["", "0.0.0.0", "::"]
    return address == other || all.contains(address) || all.contains(other)
  }
}

extension CheckedService {
  /// The published ports; none in the network of the host, where nothing is published.
  var publishedPorts: [HostPortRange] {
    guard self["network_mode"]?.text != "host" else { return [] }
    return (self["ports"]?.list ?? []).compactMap { port in
      guard let published = port["published"]?.text else { return nil }
      let ends = published.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first > 0, first <= last else { return nil }
      return HostPortRange(
        address: port["host_ip"]?.text ?? "", transport: port["protocol"]?.text ?? "tcp", range: first...last,
        mark: port.mark)
    }
  }
}
