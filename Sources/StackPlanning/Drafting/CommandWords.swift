import ComposeFile
import EngineModel

/// The options of `docker create` that say what a drafted service says: each key of its definition has its row here, or is
/// named as left out.
struct CommandWords {
  let service: DraftedService
  /// The options, each with its value, in an order for reading.
  private(set) var options: [[String]] = []
  /// The image and what follows it.
  private(set) var ending: [String] = []
  /// The options and the name of each network that the container is put into after it was made.
  private(set) var laterNetworks: [[String]] = []
  /// What no option says.
  private(set) var leftOut: [String]

  init(_ service: DraftedService) {
    self.service = service
    leftOut = service.leftOut
  }

  /// How a key is said.
  private enum Way {
    /// With its value, or once with each of a list.
    case value(String)
    /// Once with `NAME=value` for each entry.
    case pairs(String)
    /// By being there.
    case flag(String)
    /// In a way of its own.
    case own((inout CommandWords, ComposeNode) -> Void)
  }

  mutating func write() {
    writeForeign()
    let definition = service.definition
    for (key, way) in Self.ways {
      if let value = definition[key] { write(value, way) }
    }
    let known = Set(Self.ways.map(\.key))
    for key in definition.keys where !known.contains(key) { leftOut.append(key) }
  }

  private mutating func write(_ value: ComposeNode, _ way: Way) {
    switch way {
    case .value(let option):
      for text in value.list?.compactMap(\.spelled) ?? [value.spelled].compactMap(\.self) {
        options.append([option, text])
      }
    case .pairs(let option):
      for entry in value.map?.entries ?? [] {
        options.append([option, "\(entry.key)=\(entry.value.spelled ?? "")"])
      }
    case .flag(let option): options.append([option])
    case .own(let write): write(&self, value)
    }
  }

  /// What `docker run` can say and a Compose file cannot.
  private mutating func writeForeign() {
    let host = service.container.document["HostConfig"]
    for (member, option) in [("CpusetMems", "--cpuset-mems"), ("VolumeDriver", "--volume-driver")] {
      if let text = host[member].string, !text.isEmpty {
        options.append([option, text])
        leftOut.removeAll { $0 == "HostConfig.\(member)" }
      }
    }
    if host["AutoRemove"].bool == true {
      options.append(["--rm"])
      leftOut.removeAll { $0 == "HostConfig.AutoRemove" }
    }
    let labels = service.container.document["Config"]["Labels"].members
    if labels.contains(where: { $0.key.hasPrefix("com.docker.compose.") }) {
      leftOut.append("the labels of Compose: a container made by hand is none of its stack")
    }
  }

  /// The keys that a drafted service can have, in the order in which their options are read best.
  private static var ways: [(key: String, way: Way)] {
    reaching + keeping + process + limits + rights + [
      ("logging", .own { $0.writeLogging($1) }), ("annotations", .pairs("--annotation")),
      ("labels", .pairs("--label")), ("image", .own { $0.writeEnding($1) }),
      // The ending says both.
      ("entrypoint", .own { _, _ in }), ("command", .own { _, _ in }),
    ]
  }

  private static var reaching: [(key: String, way: Way)] {
    [
      ("network_mode", .own { $0.writeNetworkMode($1) }), ("networks", .own { $0.writeNetworks($1) }),
      ("mac_address", .value("--mac-address")), ("ports", .value("-p")), ("expose", .value("--expose")),
      ("links", .value("--link")), ("external_links", .value("--link")), ("hostname", .value("--hostname")),
      ("domainname", .value("--domainname")), ("dns", .value("--dns")),
      ("dns_search", .value("--dns-search")),
      ("dns_opt", .value("--dns-option")), ("extra_hosts", .value("--add-host")),
    ]
  }

  private static var keeping: [(key: String, way: Way)] {
    [
      ("volumes", .own { $0.writeVolumes($1) }), ("tmpfs", .value("--tmpfs")),
      ("volumes_from", .own { $0.writeSources($1) }), ("storage_opt", .pairs("--storage-opt")),
    ]
  }

  private static var process: [(key: String, way: Way)] {
    [
      ("environment", .pairs("-e")), ("user", .value("--user")), ("working_dir", .value("--workdir")),
      ("tty", .flag("-t")), ("stdin_open", .flag("-i")), ("init", .flag("--init")),
      ("restart", .value("--restart")), ("stop_signal", .value("--stop-signal")),
      ("stop_grace_period", .own { $0.writeGrace($1) }), ("healthcheck", .own { $0.writeHealth($1) }),
    ]
  }

  private static var limits: [(key: String, way: Way)] {
    [
      ("mem_limit", .value("--memory")), ("mem_reservation", .value("--memory-reservation")),
      ("memswap_limit", .value("--memory-swap")), ("mem_swappiness", .value("--memory-swappiness")),
      ("shm_size", .value("--shm-size")), ("cpus", .value("--cpus")), ("cpu_shares", .value("--cpu-shares")),
      ("cpu_quota", .value("--cpu-quota")), ("cpu_period", .value("--cpu-period")),
      ("cpu_rt_period", .value("--cpu-rt-period")), ("cpu_rt_runtime", .value("--cpu-rt-runtime")),
      ("cpu_count", .value("--cpu-count")), ("cpu_percent", .value("--cpu-percent")),
      ("cpuset", .value("--cpuset-cpus")), ("oom_score_adj", .value("--oom-score-adj")),
      ("oom_kill_disable", .flag("--oom-kill-disable")), ("pids_limit", .value("--pids-limit")),
      ("ulimits", .own { $0.writeUlimits($1) }), ("blkio_config", .own { $0.writeBlockWeights($1) }),
    ]
  }

  private static var rights: [(key: String, way: Way)] {
    [
      ("privileged", .flag("--privileged")), ("read_only", .flag("--read-only")),
      ("cap_add", .value("--cap-add")), ("cap_drop", .value("--cap-drop")),
      ("group_add", .value("--group-add")), ("security_opt", .value("--security-opt")),
      ("pid", .value("--pid")), ("ipc", .value("--ipc")), ("uts", .value("--uts")),
      ("userns_mode", .value("--userns")), ("cgroup", .value("--cgroupns")),
      ("cgroup_parent", .value("--cgroup-parent")), ("runtime", .value("--runtime")),
      ("isolation", .value("--isolation")), ("sysctls", .pairs("--sysctl")), ("devices", .value("--device")),
      ("device_cgroup_rules", .value("--device-cgroup-rule")), ("deploy", .own { $0.writeDevices($1) }),
    ]
  }
}

/// The keys with a way of their own.
extension CommandWords {
  /// Of an entry point of several words only the first is an option, the others go before the command.
  fileprivate mutating func writeEnding(_ image: ComposeNode) {
    var entrypoint = service.definition["entrypoint"]?.list?.compactMap(\.text) ?? []
    if !entrypoint.isEmpty { options.append(["--entrypoint", entrypoint.removeFirst()]) }
    let command = service.definition["command"]?.list?.compactMap(\.text) ?? []
    ending = [image.spelled ?? ""] + entrypoint + command
  }

  /// The engine's own network goes without saying; others beside it are joined later.
  fileprivate mutating func writeNetworkMode(_ mode: ComposeNode) {
    guard mode.text == "bridge" else { return write(mode, .value("--network")) }
    let attached = service.container.document["NetworkSettings"]["Networks"].members
    for other in attached where other.key != "bridge" {
      laterNetworks.append([other.key])
      leftOut.removeAll { $0 == "the network \(other.key)" }
    }
  }

  fileprivate mutating func writeNetworks(_ networks: ComposeNode) {
    let all: [(name: String, end: ComposeNode?)] =
      networks.map?.entries.map { ($0.key, $0.value) } ?? networks.list?.map { ($0.text ?? "", nil) } ?? []
    let first = all.firstIndex { $0.end?["priority"] != nil } ?? 0
    for (index, network) in all.enumerated() {
      let name = network.name
      let drivers =
        network.end?["driver_opts"]?.map?.entries.map { "\($0.key)=\($0.value.spelled ?? "")" } ?? []
      if index == first {
        let fields = ["name=\(name)"] + drivers.map { "driver-opt=\($0)" }
        options.append(["--network", drivers.isEmpty ? name : Self.commaSeparated(fields)])
        options += ends(network.end, alias: "--network-alias")
      } else {
        let own = drivers.flatMap { ["--driver-opt", $0] }
        laterNetworks.append(ends(network.end, alias: "--alias").flatMap(\.self) + own + [name])
      }
    }
  }

  private func ends(_ end: ComposeNode?, alias: String) -> [[String]] {
    [
      ("aliases", alias), ("ipv4_address", "--ip"), ("ipv6_address", "--ip6"),
      ("link_local_ips", "--link-local-ip"),
    ].flatMap { key, option in
      (end?[key]?.list?.compactMap(\.text) ?? [end?[key]?.text].compactMap(\.self)).map { [option, $0] }
    }
  }

  fileprivate mutating func writeVolumes(_ volumes: ComposeNode) {
    for volume in volumes.list ?? [] {
      if let text = volume.text {
        let key = text.prefix { $0 != ":" }
        options.append(["-v", (name(ofKey: String(key)) ?? String(key)) + text.dropFirst(key.count)])
      } else {
        options.append(["--mount", mount(volume)])
      }
    }
  }

  /// The engine's name of a volume that the definition calls by a key of its own.
  private func name(ofKey key: String) -> String? { service.volumes.first { $0.key == key }?.name }

  /// The long form of a mount as the comma-separated fields of `--mount`.
  private func mount(_ volume: ComposeNode) -> String {
    let kind = volume["type"]?.text ?? ""
    var fields = ["type=\(kind)"]
    if let source = volume["source"]?.text { fields.append("source=\(name(ofKey: source) ?? source)") }
    fields.append("target=\(volume["target"]?.text ?? "")")
    if volume["read_only"]?.bool == true { fields.append("readonly") }
    let own = volume[kind]
    if let text = own?["propagation"]?.text { fields.append("bind-propagation=\(text)") }
    if own?["nocopy"]?.bool == true { fields.append("volume-nocopy") }
    if let text = own?["subpath"]?.text { fields.append("volume-subpath=\(text)") }
    if let size = own?["size"]?.integer { fields.append("tmpfs-size=\(size)") }
    if let mode = own?["mode"]?.integer { fields.append("tmpfs-mode=0\(String(mode, radix: 8))") }
    return Self.commaSeparated(fields)
  }

  /// Fields as RFC 4180 has them, which is how the docker CLI reads `--mount` and `--gpus`.
  private static func commaSeparated(_ fields: [String]) -> String {
    fields.map { field in
      guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
      return "\"\(field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }.joined(separator: ",")
  }

  fileprivate mutating func writeSources(_ sources: ComposeNode) {
    for text in sources.list?.compactMap(\.text) ?? [] {
      let isContainer = text.hasPrefix("container:")
      options.append(["--volumes-from", isContainer ? String(text.dropFirst("container:".count)) : text])
    }
  }

  fileprivate mutating func writeGrace(_ period: ComposeNode) {
    guard let text = period.text else { return }
    options.append(["--stop-timeout", text.hasSuffix("s") ? String(text.dropLast()) : text])
  }

  /// On a command line a probe is always a line for a shell.
  fileprivate mutating func writeHealth(_ check: ComposeNode) {
    // The client takes no other option of the probe beside this one, and the engine needs none.
    if check["disable"]?.bool == true { return options.append(["--no-healthcheck"]) }
    let test = check["test"]?.list?.compactMap(\.text) ?? []
    if test.first == "CMD-SHELL" {
      options.append(["--health-cmd", test.dropFirst().joined(separator: " ")])
    } else if test.count > 1 {
      options.append(["--health-cmd", CommandText.quoted(Array(test.dropFirst()))])
      leftOut.append("that the probe runs without a shell")
    }
    for (key, option) in [
      ("interval", "--health-interval"), ("timeout", "--health-timeout"),
      ("start_period", "--health-start-period"), ("start_interval", "--health-start-interval"),
      ("retries", "--health-retries"),
    ] {
      if let value = check[key] { write(value, .value(option)) }
    }
  }

  fileprivate mutating func writeLogging(_ logging: ComposeNode) {
    if let driver = logging["driver"] { write(driver, .value("--log-driver")) }
    if let own = logging["options"] { write(own, .pairs("--log-opt")) }
  }

  fileprivate mutating func writeUlimits(_ limits: ComposeNode) {
    for limit in limits.map?.entries ?? [] {
      let both = ["soft", "hard"].compactMap { limit.value[$0]?.spelled }
      let text = both.isEmpty ? limit.value.spelled ?? "" : both.joined(separator: ":")
      options.append(["--ulimit", "\(limit.key)=\(text)"])
    }
  }

  fileprivate mutating func writeBlockWeights(_ config: ComposeNode) {
    if let weight = config["weight"] { write(weight, .value("--blkio-weight")) }
    for (key, option, field) in [
      ("weight_device", "--blkio-weight-device", "weight"), ("device_read_bps", "--device-read-bps", "rate"),
      ("device_write_bps", "--device-write-bps", "rate"), ("device_read_iops", "--device-read-iops", "rate"),
      ("device_write_iops", "--device-write-iops", "rate"),
    ] {
      for device in config[key]?.list ?? [] {
        options.append([option, "\(device["path"]?.text ?? ""):\(device[field]?.integer ?? 0)"])
      }
    }
  }

  /// Graphics cards, and devices by the names of the Container Device Interface; other abilities have no option.
  fileprivate mutating func writeDevices(_ deploy: ComposeNode) {
    for request in deploy["resources"]?["reservations"]?["devices"]?.list ?? [] {
      let ids = request["device_ids"]?.list?.compactMap(\.text) ?? []
      let abilities = request["capabilities"]?.list?.compactMap(\.text) ?? []
      let driver = request["driver"]?.text ?? ""
      if driver == "cdi" {
        options += ids.map { ["--device", $0] }
        continue
      }
      guard abilities.contains("gpu") else {
        leftOut.append("devices that can \(abilities.joined(separator: ", "))")
        continue
      }
      var fields = driver.isEmpty ? [] : ["driver=\(driver)"]
      if let count = request["count"]?.spelled { fields.append("count=\(count)") }
      if !ids.isEmpty { fields.append("device=\(ids.joined(separator: ","))") }
      let others = abilities.filter { $0 != "gpu" }
      if !others.isEmpty { fields.append("capabilities=\(others.joined(separator: ","))") }
      if request["options"] != nil { leftOut.append("the options of the graphics cards") }
      options.append(["--gpus", Self.commaSeparated(fields)])
    }
  }
}
