import EngineModel

/// Turns what an engine tells of a container into what it takes to make another one like it (API 1.41: the body of
/// POST /containers/create is the members of `Config` with `HostConfig` and `NetworkingConfig`).
struct ContainerCopy {
  let container: ContainerDetails
  let name: String
  let number: Int
  let image: String

  private var config: JSONValue { container.document["Config"] }
  private var host: JSONValue { container.document["HostConfig"] }
  private var mode: String { host["NetworkMode"].string ?? "" }
  private var sharesNetwork: Bool { mode.hasPrefix("container:") }

  var body: JSONValue {
    var members = config.members.filter { !["Hostname", "Domainname", "MacAddress"].contains($0.key) }
    members.append(contentsOf: names)
    members.set("Image", .string(image))
    members.set("Labels", labels)
    members.set("Volumes", anonymousVolumes)
    // The engine refuses ports where the network is another container's.
    if sharesNetwork { members.removeAll { $0.key == "ExposedPorts" } }
    members.set("HostConfig", hostConfig)
    if let first { members.set("NetworkingConfig", networking(first)) }
    return .object(members)
  }

  /// The host name, unless it is the old container's id or that of whom it shares its network with.
  private var names: [JSONValue.Member] {
    guard !sharesNetwork, mode != "host" else { return [] }
    return config.members.filter { member in
      switch member.key {
      case "Hostname": !container.id.rawValue.hasPrefix(member.value.string ?? "")
      case "Domainname": true
      default: false
      }
    }
  }

  private var labels: JSONValue {
    var members = config["Labels"].members.filter { $0.key != "com.docker.compose.replace" }
    members.set("com.docker.compose.container-number", .string(String(number)))
    return .object(members)
  }

  /// Volumes without a name of their own are not shared: the new container gets new ones.
  private var anonymousVolumes: JSONValue {
    var members = config["Volumes"].members
    for bind in host["Binds"].strings where isAnonymous(bind) {
      let parts = bind.split(separator: ":")
      if parts.count > 1 { members.set(String(parts[1]), .object([])) }
    }
    return members.isEmpty ? .null : .object(members)
  }

  private func isAnonymous(_ bind: String) -> Bool {
    VolumeName(String(bind.prefix { $0 != ":" })).isAnonymous
  }

  private var hostConfig: JSONValue {
    var members = host.members.filter { !["ContainerIDFile", "ConsoleSize"].contains($0.key) }
    members.set("Binds", .array(host["Binds"].elements.filter { !isAnonymous($0.string ?? "") }))
    members.set("Mounts", .array(host["Mounts"].elements.map(Self.mount)))
    members.set("Links", .array(host["Links"].strings.map { .string(Self.link($0)) }))
    return .object(members)
  }

  private static func mount(_ mount: JSONValue) -> JSONValue {
    guard VolumeName(mount["Source"].string ?? "").isAnonymous else { return mount }
    return .object(mount.members.filter { $0.key != "Source" })
  }

  /// Engines write links as `/shop_db_1:/shop_web_1/db` and take them as `shop_db_1:db`.
  private static func link(_ text: String) -> String {
    text.split(separator: ":").map { part in
      String(part.split(separator: "/").last ?? part)
    }.joined(separator: ":")
  }
}

/// The networks of the copy.
extension ContainerCopy {
  private var attachments: [JSONValue.Member] {
    guard !sharesNetwork, !["host", "none"].contains(mode) else { return [] }
    return container.document["NetworkSettings"]["Networks"].members.sorted { $0.key < $1.key }
  }

  /// The network that the engine puts the container into while it makes it.
  private var first: JSONValue.Member? {
    attachments.first { $0.key == mode || $0.value["NetworkID"].string == mode } ?? attachments.first
  }

  private func networking(_ member: JSONValue.Member) -> JSONValue {
    .object([
      .init(
        key: "EndpointsConfig",
        value: .object([.init(key: member.key, value: endpoint(member.value, member.key))]))
    ])
  }

  var connections: [ReplicaDefinition.Connection] {
    attachments.filter { $0.key != first?.key }.map { member in
      ReplicaDefinition.Connection(
        network: NetworkID(member.value["NetworkID"].string ?? member.key), name: member.key,
        endpoint: endpoint(member.value, member.key))
    }
  }

  /// The container's end of a network, without the addresses that it had.
  private func endpoint(_ current: JSONValue, _ network: String) -> JSONValue {
    var members: [JSONValue.Member] = []
    // The engine's own network knows no aliases.
    if network != "bridge" { members.set("Aliases", .array(aliases(current).map { .string($0) })) }
    for key in ["Links", "DriverOpts"] where !current[key].isNull { members.set(key, current[key]) }
    return .object(members)
  }

  private func aliases(_ endpoint: JSONValue) -> [String] {
    let old = [container.id.short, container.name, config["Hostname"].string ?? ""]
    let kept = endpoint["Aliases"].strings.filter { !old.contains($0) }
    return endpoint["Aliases"].strings.contains(container.name) ? [name] + kept : kept
  }
}

extension [JSONValue.Member] {
  /// Sets a member where it stands, or at the end.
  mutating func set(_ key: String, _ value: JSONValue) {
    if let at = firstIndex(where: { $0.key == key }) {
      self[at].value = value
    } else {
      append(JSONValue.Member(key: key, value: value))
    }
  }
}
