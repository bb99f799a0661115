import ComposeFile
import EngineModel

/// How often it is started again, and how much it may use.
extension ComparedPair {
  func restart() -> [PlanReason] {
    Differences.value("restart", currentRestart, wantedRestart)
  }

  private var currentRestart: String {
    let name = host["RestartPolicy"]["Name"].string ?? ""
    let limit = host["RestartPolicy"]["MaximumRetryCount"].int ?? 0
    return Self.policy(name, limit)
  }

  private var wantedRestart: String {
    if let policy = self["deploy"]?["restart_policy"] {
      let standard = maker == .first ? "always" : "no"
      let words = ["none": "no", "any": "always"]
      let condition = policy["condition"]?.text ?? ""
      let name = condition.isEmpty ? standard : words[condition] ?? condition
      return Self.policy(name, policy["max_attempts"]?.integer ?? 0)
    }
    let parts = (self["restart"]?.text ?? "").split(separator: ":")
    return Self.policy(String(parts.first ?? ""), parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
  }

  private static func policy(_ name: String, _ limit: Int) -> String {
    if name.isEmpty { return "no" }
    return name == "on-failure" && limit > 0 ? "\(name):\(limit)" : name
  }

  /// What `deploy.resources` says goes over the older keys.
  private func resource(_ kind: String, _ key: String) -> ComposeNode? {
    self["deploy"]?["resources"]?[kind]?[key]
  }

  /// Memory and processes.
  func limits() -> [PlanReason] {
    let memory = resource("limits", "memory")?.wholeNumber ?? number("mem_limit") ?? 0
    let reserved = resource("reservations", "memory")?.wholeNumber ?? number("mem_reservation") ?? 0
    let pids = resource("limits", "pids")?.wholeNumber ?? number("pids_limit") ?? 0
    let currentPids = host["PidsLimit"].int ?? 0
    return bytes("memory limit", "Memory", memory)
      + bytes("memory reservation", "MemoryReservation", reserved) + swap(memory: memory)
      // None at all is null, 0 or -1; podman has a limit of its own.
      + (max(currentPids, 0) == max(pids, 0) || (maker == .podman && pids == 0)
        ? [] : Differences.value("pids limit", Self.count(currentPids), Self.count(pids)))
      + sharedMemory() + swappiness()
  }

  private func bytes(_ subject: String, _ member: String, _ wanted: Int) -> [PlanReason] {
    Differences.value(subject, Differences.bytes(host[member].int ?? 0), Differences.bytes(wanted))
  }

  private static func count(_ value: Int) -> String { value > 0 ? String(value) : "" }

  /// Where nothing is said, an engine gives twice the memory; where it cannot limit swap, it writes -1 or 0.
  private func swap(memory: Int) -> [PlanReason] {
    let current = host["MemorySwap"].int ?? 0
    let wanted = number("memswap_limit") ?? 0
    if wanted == 0, [0, -1, 2 * (host["Memory"].int ?? 0)].contains(current) { return [] }
    return Differences.value("swap limit", Differences.bytes(current), Differences.bytes(wanted))
  }

  private func sharedMemory() -> [PlanReason] {
    let current = host["ShmSize"].int ?? 0
    let standard = 64 << 20
    guard let wanted = number("shm_size"), wanted > 0 else {
      // The engine's own default can be set to anything.
      return current == standard || current == 0
        ? [] : Differences.value("shm_size", Differences.bytes(current), "", isCertain: false)
    }
    return Differences.value("shm_size", Differences.bytes(current), Differences.bytes(wanted))
  }

  private func swappiness() -> [PlanReason] {
    let current = host["MemorySwappiness"].int
    guard let wanted = number("mem_swappiness") else {
      return Differences.value(
        "mem_swappiness", [nil, -1, 0].contains(current) ? "" : current.map(String.init) ?? "", "")
    }
    return Differences.value("mem_swappiness", current.map(String.init) ?? "", String(wanted))
  }

  /// Cores and time on them.
  func processorLimits() -> [PlanReason] {
    let cores = resource("limits", "cpus")?.decimal ?? self["cpus"]?.decimal ?? 0
    let current = (host["NanoCpus"].double ?? 0) / 1e9
    // Compose computes with half the digits.
    let isSame = abs(cores - current) <= max(cores, current) * 1e-5
    return
      (isSame
      ? []
      : Differences.value(
        "cpus", current == 0 ? "" : Self.decimal(current), cores == 0 ? "" : Self.decimal(cores)))
      + amount("cpu_shares", "CpuShares") + amount("cpu_quota", "CpuQuota")
      + amount("cpu_period", "CpuPeriod")
      + amount("cpu_rt_period", "CpuRealtimePeriod") + amount("cpu_rt_runtime", "CpuRealtimeRuntime")
      + Differences.value("cpuset", host["CpusetCpus"].string ?? "", self["cpuset"]?.text ?? "")
      + amount("oom_score_adj", "OomScoreAdj")
      + Differences.flag(
        "oom_kill_disable", host["OomKillDisable"].bool ?? false, self["oom_kill_disable"]?.bool ?? false)
      + Differences.value(
        "blkio weight", Self.number(host["BlkioWeight"].int ?? 0),
        Self.number(self["blkio_config"]?["weight"]?.wholeNumber ?? 0))
  }

  private func amount(_ key: String, _ member: String) -> [PlanReason] {
    Differences.value(key, Self.number(host[member].int ?? 0), Self.number(number(key) ?? 0))
  }

  private static func number(_ value: Int) -> String { value == 0 ? "" : String(value) }

  /// A number of cores as one writes it: at most three digits behind the point.
  private static func decimal(_ value: Double) -> String {
    guard let thousandths = Int(exactly: (value * 1000).rounded()) else { return String(value) }
    return thousandths % 1000 == 0 ? String(thousandths / 1000) : String(Double(thousandths) / 1000)
  }
}

extension ComposeNode {
  /// The scalar as a number.
  fileprivate var decimal: Double? {
    switch content {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: text.flatMap(Double.init)
    }
  }
}
