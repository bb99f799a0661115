import ComposeFile
import EngineModel

/// Writes a Compose file of containers as they run, without what their images say already.
package enum ContainerDraft {
  /// The file: a service for each container; `GET /images/{id}/json` of its image says what needs no repeating.
  package static func text(of containers: [(ContainerDetails, JSONValue?)], name: String) -> String {
    var taken: Set<String> = []
    let services = containers.map { details, image in
      service(of: details, image: image, name: free(details.name, &taken))
    }
    return ComposeDraft(name: name, services: services).yaml
  }

  /// A service's name: the container's, in the letters that Compose takes.
  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    let plain = String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
    let first = plain.first { $0 != "-" } == nil ? "service" : plain
    var candidate = first
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(first)-\(number)"
      number += 1
    }
    return candidate
  }

  private static func service(of details: ContainerDetails, image: JSONValue?, name: String) -> ServiceDraft {
    let config = image?["Config"] ?? .null
    let known = Set(config["Env"].strings)
    return ServiceDraft(name, image: details.image) { service in
      if details.process.cmd != config["Cmd"].strings { service.command = details.process.cmd.map(doubled) }
      let user = details.process.user
      if !user.isEmpty, user != config["User"].string { service.user = user }
      for variable in details.process.env where !known.contains(variable) {
        guard let equals = variable.firstIndex(of: "=") else { continue }
        service.environment[String(variable[..<equals])] = doubled(
          String(variable[variable.index(after: equals)...]))
      }
      service.ports = ports(of: details)
      service.mounts = details.mounts.compactMap(mount)
      service.restart = restart(of: details.host)
      service.hasReadOnlyRoot = details.host.readOnlyRoot
      service.droppedCapabilities = details.host.capDrop
      service.addedCapabilities = details.host.capAdd
      service.hasNoNewPrivileges = details.host.securityOpt.contains { $0.hasPrefix("no-new-privileges") }
      service.limits = limits(of: details.host)
    }
  }

  /// A dollar sign is one again once Compose has read it.
  private static func doubled(_ text: String) -> String {
    text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
  }

  private static func ports(of details: ContainerDetails) -> [String] {
    var seen: Set<String> = []
    return details.ports.compactMap { port -> String? in
      guard let published = port.publicPort else { return nil }
      let address = port.address ?? ""
      let isAny = ["", "0.0.0.0", "::"].contains(address)
      let lead = isAny ? "" : address.contains(":") ? "[\(address)]:" : "\(address):"
      return "\(lead)\(published):\(port.privatePort)" + (port.proto == "tcp" ? "" : "/\(port.proto)")
    }.filter { seen.insert($0).inserted }
  }

  private static func mount(_ mount: MountPoint) -> MountDraft? {
    switch mount.kind {
    case "bind": return .path(mount.source, at: mount.destination, readOnly: !mount.readWrite)
    case "volume":
      // A volume without a name of its own is made anew for each container.
      guard let name = mount.name?.rawValue, name.count != 64 else { return nil }
      return .volume(name, at: mount.destination, readOnly: !mount.readWrite)
    default: return nil
    }
  }

  private static func restart(of host: HostSettings) -> String? {
    guard !host.restartPolicy.isEmpty, host.restartPolicy != "no" else { return nil }
    return host.restartLimit > 0 ? "\(host.restartPolicy):\(host.restartLimit)" : host.restartPolicy
  }

  private static func limits(of host: HostSettings) -> ResourcesDraft? {
    let memory = host.memoryLimit.map { $0 % (1 << 20) == 0 ? "\($0 >> 20)M" : "\($0)B" }
    let cpus = host.nanoCPUs.map { Double($0) / 1e9 }
    return memory == nil && cpus == nil ? nil : ResourcesDraft(cpus: cpus, memory: memory)
  }
}
