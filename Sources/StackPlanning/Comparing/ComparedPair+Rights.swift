import ComposeFile
import EngineModel

/// What it may do, and what it shares with the host and with others.
extension ComparedPair {
  func rights() -> [PlanReason] {
    Differences.flag("privileged", host["Privileged"].bool ?? false, self["privileged"]?.bool ?? false)
      + Differences.flag("read_only", host["ReadonlyRootfs"].bool ?? false, self["read_only"]?.bool ?? false)
      + capabilities("cap_add", "CapAdd") + capabilities("cap_drop", "CapDrop") + securityOptions()
      + Differences.items("group_add", host["GroupAdd"].strings, texts("group_add"))
  }

  private func capabilities(_ key: String, _ member: String) -> [PlanReason] {
    let plain = { (name: String) in
      let upper = name.uppercased()
      return upper.hasPrefix("CAP_") ? String(upper.dropFirst(4)) : upper
    }
    return Differences.items(key, host[member].strings.map(plain), texts(key).map(plain))
  }

  /// The engine adds `label=disable` where namespaces are shared; Compose puts the text of a profile in its place.
  private func securityOptions() -> [PlanReason] {
    let current = host["SecurityOpt"].strings.map(Self.securityOption).filter { option in
      option != "label=disable" && !(self["credential_spec"] != nil && option.hasPrefix("credentialspec="))
    }
    var wanted = texts("security_opt").map(Self.securityOption).filter { $0 != "label=disable" }
    if let inline = current.first(where: { $0.hasPrefix("seccomp={") }),
      let file = wanted.firstIndex(where: { $0.hasPrefix("seccomp=") && $0 != "seccomp=unconfined" })
    {
      wanted[file] = inline
    }
    return Differences.items("security_opt", current.map(Self.shortened), wanted.map(Self.shortened))
  }

  private static func securityOption(_ text: String) -> String {
    guard let end = text.firstIndex(where: { ":=".contains($0) }) else {
      return text == "no-new-privileges" ? text + "=true" : text
    }
    return "\(text[..<end])=\(text[text.index(after: end)...])"
  }

  private static func shortened(_ text: String) -> String {
    text.hasPrefix("seccomp={") ? "seccomp=(profile)" : text
  }

  /// The namespaces beside the network's.
  func namespaces() -> [PlanReason] {
    // Compose 1 does not act on a change of it.
    namespace("pid", "PidMode", defaults: [""]).map { reason in
      var reason = reason
      if maker == .first { reason.isCertain = false }
      return reason
    }
      + namespace("ipc", "IpcMode", defaults: ["", "private", "shareable"])
      + namespace("uts", "UTSMode", defaults: [""])
      + namespace("userns_mode", "UsernsMode", defaults: [""])
      + (self["cgroup"] == nil ? [] : namespace("cgroup", "CgroupnsMode", defaults: [""]))
      + (maker == .podman
        ? []
        : Differences.value(
          "cgroup_parent", host["CgroupParent"].string ?? "", self["cgroup_parent"]?.text ?? ""))
      + optional("runtime", "Runtime") + optional("isolation", "Isolation")
  }

  private func namespace(_ key: String, _ member: String, defaults: [String]) -> [PlanReason] {
    let current = host[member].string ?? ""
    guard let wanted = self[key]?.text else {
      return defaults.contains(current) ? [] : Differences.value(key, sharedName(current), "")
    }
    return sharing(key, current: current, wanted: wanted)
  }

  /// What the engine fills in where nothing is said, so that only a definition of one's own can be compared.
  private func optional(_ key: String, _ member: String) -> [PlanReason] {
    guard let wanted = self[key]?.text, wanted != "default" else { return [] }
    return Differences.value(key, host[member].string ?? "", wanted)
  }

  func devices() -> [PlanReason] {
    let current = host["Devices"].elements.map { device in
      Self.device(
        device["PathOnHost"].string ?? "", device["PathInContainer"].string,
        device["CgroupPermissions"].string)
    }
    let wanted = (self["devices"]?.list ?? []).map { node in
      Self.device(node["source"]?.text ?? "", node["target"]?.text, node["permissions"]?.text)
    }
    return
      (self["privileged"]?.bool == true && maker == .podman
      ? [] : Differences.items("devices", current, wanted))
      + Differences.items(
        "device_cgroup_rules", host["DeviceCgroupRules"].strings, texts("device_cgroup_rules"))
      + Differences.items("gpus", currentRequests, wantedRequests)
  }

  private static func device(_ source: String, _ target: String?, _ permissions: String?) -> String {
    let inside = target.flatMap { $0.isEmpty ? nil : $0 } ?? source
    let rights = permissions.flatMap { $0.isEmpty ? nil : $0 } ?? "rwm"
    return source + (inside == source ? "" : ":" + inside) + (rights == "rwm" ? "" : ":" + rights)
  }

  private var currentRequests: [String] {
    host["DeviceRequests"].elements.map { request in
      Self.request(
        driver: request["Driver"].string ?? "", count: request["Count"].int ?? 0,
        ids: request["DeviceIDs"].strings, capabilities: request["Capabilities"].elements.flatMap(\.strings))
    }
  }

  private var wantedRequests: [String] {
    let listed = self["gpus"]?.list ?? []
    let reserved = self["deploy"]?["resources"]?["reservations"]?["devices"]?.list ?? []
    return listed.map { Self.request($0, added: ["gpu"]) } + reserved.map { Self.request($0, added: []) }
  }

  private static func request(_ node: ComposeNode, added: [String]) -> String {
    let capabilities = (node["capabilities"]?.list ?? []).compactMap(\.text)
    return request(
      driver: node["driver"]?.text ?? "", count: node["count"]?.wholeNumber ?? 0,
      ids: (node["device_ids"]?.list ?? []).compactMap(\.text),
      capabilities: Array(Set(capabilities).union(added)))
  }

  private static func request(
    driver: String, count: Int, ids: [String], capabilities: [String]
  ) -> String {
    let amount = ids.isEmpty ? (count < 0 ? "all" : String(count)) : ids.joined(separator: ",")
    let start = driver.isEmpty ? "" : driver + ":"
    return start + amount + "(" + capabilities.sorted().joined(separator: ",") + ")"
  }

  /// Settings of the kernel.
  func kernel() -> [PlanReason] {
    Differences.pairs("sysctl", host["Sysctls"].dictionary, self["sysctls"]?.pairs ?? [:]) { _ in
      maker == .podman
    }
      + Differences.pairs("ulimit", currentLimits, wantedLimits) { _ in maker == .podman }
      + Differences.pairs("storage_opt", host["StorageOpt"].dictionary, self["storage_opt"]?.pairs ?? [:])
  }

  private var currentLimits: [String: String] {
    Dictionary(
      host["Ulimits"].elements.compactMap { limit in
        limit["Name"].string.map { ($0, Self.limit(limit["Soft"].int, limit["Hard"].int)) }
      }
    ) { $1 }
  }

  private var wantedLimits: [String: String] {
    Dictionary(
      (self["ulimits"]?.map?.entries ?? []).map { entry in
        let single = entry.value.wholeNumber
        return (
          entry.key,
          Self.limit(
            single ?? entry.value["soft"]?.wholeNumber, single ?? entry.value["hard"]?.wholeNumber)
        )
      }
    ) { $1 }
  }

  private static func limit(_ soft: Int?, _ hard: Int?) -> String {
    let (low, high) = (soft ?? 0, hard ?? 0)
    return low == high ? String(low) : "\(low):\(high)"
  }

  /// A name of one's own. A container without one may have been renamed by hand, which is no change of its definition.
  func containerName() -> [PlanReason] {
    if let wanted = service.containerName {
      return Differences.value("container_name", container.name, wanted)
    }
    return isName(container.name)
      ? [] : Differences.value("container_name", container.name, "", isCertain: false)
  }
}
