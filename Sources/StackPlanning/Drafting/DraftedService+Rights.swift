import ComposeFile
import EngineModel

/// What it may do, and what it shares with the host and with others.
extension DraftedService {
  mutating func writeRights() {
    set("privileged", flag: host("Privileged"))
    set("read_only", flag: host("ReadonlyRootfs"))
    set("cap_add", texts: host("CapAdd").strings)
    set("cap_drop", texts: host("CapDrop").strings)
    set("group_add", texts: host("GroupAdd").strings)
    writeSecurityOptions()
    writeNamespaces()
    writeDevices()
    set("sysctls", pairs: host("Sysctls").dictionary.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    set(
      "storage_opt",
      pairs: host("StorageOpt").dictionary.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    set(
      "annotations",
      pairs: host("Annotations").dictionary.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// A profile stands in the container as its text, and in a Compose file as the path of a file.
  private mutating func writeSecurityOptions() {
    let options = host("SecurityOpt").strings
    set("security_opt", texts: options.filter { !$0.hasPrefix("seccomp={") })
    if options.contains(where: { $0.hasPrefix("seccomp={") }) { leftOut.append("the seccomp profile") }
  }

  private mutating func writeNamespaces() {
    for (key, member, standard) in [("pid", "PidMode", [""]), ("ipc", "IpcMode", ["", "private"])] {
      let mode = host(member).string ?? ""
      guard !standard.contains(mode) else { continue }
      let isShared = mode.hasPrefix("container:")
      set(key, text: isShared ? peers.mode(String(mode.dropFirst("container:".count))) : mode)
    }
    set("uts", text: host("UTSMode").string)
    set("userns_mode", text: host("UsernsMode").string)
    set("cgroup_parent", text: host("CgroupParent").string)
    let cgroup = host("CgroupnsMode").string ?? ""
    if let standard = peers.standardCgroup, cgroup != standard { set("cgroup", text: cgroup) }
    let runtime = host("Runtime").string ?? ""
    if !["runc", "io.containerd.runc.v2"].contains(runtime) { set("runtime", text: runtime) }
    let isolation = host("Isolation").string ?? ""
    if isolation != "default" { set("isolation", text: isolation) }
  }

  private mutating func writeDevices() {
    let devices = host("Devices").elements.map { device in
      [device["PathOnHost"], device["PathInContainer"], device["CgroupPermissions"]].compactMap(\.string)
        .filter { !$0.isEmpty }.joined(separator: ":")
    }
    set("devices", texts: devices)
    set("device_cgroup_rules", texts: host("DeviceCgroupRules").strings)
    let requests = host("DeviceRequests").elements.map(Self.request)
    guard !requests.isEmpty else { return }
    let reserved = ComposeMap([("devices", ComposeNode(.list(requests)))])
    let resources = ComposeMap([("reservations", ComposeNode(.map(reserved)))])
    set("deploy", ComposeNode(.map(ComposeMap([("resources", ComposeNode(.map(resources)))]))))
  }

  /// Devices by what they can do, such as graphics cards.
  private static func request(_ request: JSONValue) -> ComposeNode {
    var map = ComposeMap()
    if let driver = request["Driver"].string, !driver.isEmpty { map["driver"] = .text(driver) }
    let ids = request["DeviceIDs"].strings
    if ids.isEmpty {
      let count = request["Count"].int ?? 0
      map["count"] = count < 0 ? .text("all") : ComposeNode(.integer(count))
    } else {
      map["device_ids"] = ComposeNode(.list(ids.map(ComposeNode.text)))
    }
    let abilities = request["Capabilities"].elements.flatMap(\.strings)
    map["capabilities"] = ComposeNode(.list(abilities.map(ComposeNode.text)))
    let options = request["Options"].dictionary.sorted { $0.key < $1.key }
    if !options.isEmpty {
      map["options"] = ComposeNode(.map(ComposeMap(options.map { ($0.key, .text($0.value)) })))
    }
    return ComposeNode(.map(map))
  }
}
