import ComposeFile
import EngineModel

/// How much it may use.
extension DraftedService {
  mutating func writeLimits() {
    writeMemory()
    let cores = (host("NanoCpus").double ?? 0) / 1e9
    if cores > 0 { set("cpus", ComposeNode(.number(cores))) }
    for (key, member) in [
      ("cpu_shares", "CpuShares"), ("cpu_quota", "CpuQuota"), ("cpu_period", "CpuPeriod"),
      ("cpu_rt_period", "CpuRealtimePeriod"), ("cpu_rt_runtime", "CpuRealtimeRuntime"),
      ("oom_score_adj", "OomScoreAdj"), ("cpu_count", "CpuCount"), ("cpu_percent", "CpuPercent"),
    ] { set(key, number: host(member).int) }
    set("cpuset", text: host("CpusetCpus").string)
    set("oom_kill_disable", flag: host("OomKillDisable"))
    if let limit = host("PidsLimit").int, limit > 0 { set("pids_limit", number: limit) }
    set("ulimits", ulimits)
    set("blkio_config", blockWeights)
  }

  /// Where nothing is said, an engine gives twice the memory, and 64 MiB that processes share.
  private mutating func writeMemory() {
    let memory = host("Memory").int ?? 0
    set("mem_limit", text: Differences.bytes(memory))
    set("mem_reservation", text: Differences.bytes(host("MemoryReservation").int ?? 0))
    let swap = host("MemorySwap").int ?? 0
    if swap == -1 { set("memswap_limit", number: -1) }
    if swap > 0, swap != 2 * memory { set("memswap_limit", text: Differences.bytes(swap)) }
    if let value = host("MemorySwappiness").int, value >= 0 {
      set("mem_swappiness", ComposeNode(.integer(value)))
    }
    let shared = host("ShmSize").int ?? 0
    if shared != 64 << 20 { set("shm_size", text: Differences.bytes(shared)) }
  }

  private var ulimits: ComposeNode? {
    mutating get {
      let limits = host("Ulimits").elements.compactMap { limit -> (String, ComposeNode)? in
        guard let name = limit["Name"].string, let soft = limit["Soft"].int, let hard = limit["Hard"].int
        else {
          return nil
        }
        let pair = ComposeMap([("soft", ComposeNode(.integer(soft))), ("hard", ComposeNode(.integer(hard)))])
        return (name, soft == hard ? ComposeNode(.integer(soft)) : ComposeNode(.map(pair)))
      }
      return limits.isEmpty ? nil : ComposeNode(.map(ComposeMap(limits)))
    }
  }

  private var blockWeights: ComposeNode? {
    mutating get {
      var map = ComposeMap()
      if let weight = host("BlkioWeight").int, weight > 0 { map["weight"] = ComposeNode(.integer(weight)) }
      for (key, member, field) in [
        ("weight_device", "BlkioWeightDevice", "weight"), ("device_read_bps", "BlkioDeviceReadBps", "rate"),
        ("device_write_bps", "BlkioDeviceWriteBps", "rate"),
        ("device_read_iops", "BlkioDeviceReadIOps", "rate"),
        ("device_write_iops", "BlkioDeviceWriteIOps", "rate"),
      ] {
        let devices = host(member).elements.map { device in
          let amount = device["Weight"].int ?? device["Rate"].int ?? 0
          let pair = [
            ("path", ComposeNode.text(device["Path"].string ?? "")), (field, ComposeNode(.integer(amount))),
          ]
          return ComposeNode(.map(ComposeMap(pair)))
        }
        if !devices.isEmpty { map[key] = ComposeNode(.list(devices)) }
      }
      return map.isEmpty ? nil : ComposeNode(.map(map))
    }
  }
}
