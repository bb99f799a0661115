extension SimulatedState {
  /// One sample of `GET /containers/{id}/stats`; without `previous` the numbers before are zero.
  func sample(of record: ContainerRecord, at instant: EngineInstant, previous: EngineInstant?) -> JSON {
    let identity: [(String, JSON)] = [
      ("name", .string("/" + record.spec.name)), ("id", .string(record.id)),
    ]
    guard record.isLive else { return .object(Self.emptySample + identity) }
    let usage = record.usage(at: instant)
    let startedBefore = record.startedAt.map { start in previous.map { $0 >= start } ?? false } ?? false
    let before = startedBefore ? previous : nil
    var members: [(String, JSON)] = [
      ("read", .string(instant.text)), ("preread", .string(before?.text ?? EngineInstant.zeroText)),
      ("pids_stats", ["current": .int(usage.processes), "limit": .unsigned(18_446_744_073_709_551_615)]),
      ("blkio_stats", blockIO(usage)), ("num_procs", 0), ("storage_stats", [:]),
      ("cpu_stats", processor(usage, at: instant)),
      ("precpu_stats", before.map { processor(record.usage(at: $0), at: $0) } ?? Self.emptyProcessor),
      ("memory_stats", memory(usage, limit: record.spec.memoryLimit)),
    ]
    members += identity
    if !["host", "none"].contains(record.spec.networks.first ?? "none") {
      members.append(("networks", ["eth0": traffic(usage)]))
    }
    return .object(members)
  }

  private func processor(_ usage: Usage, at instant: EngineInstant) -> JSON {
    let kernel = usage.cpuNanoseconds / 4
    var counters: [(String, JSON)] = [("total_usage", .integer(usage.cpuNanoseconds))]
    if options.cgroup == .v1 {
      let share = usage.cpuNanoseconds / Int64(options.cpus)
      counters.append(("percpu_usage", .array((0..<options.cpus).map { _ in .integer(share) })))
    }
    counters += [
      ("usage_in_kernelmode", .integer(kernel)),
      ("usage_in_usermode", .integer(usage.cpuNanoseconds - kernel)),
    ]
    let booted = started - .seconds(86_400 * 41)
    return [
      "cpu_usage": .object(counters),
      "system_cpu_usage": .integer(instant.since(booted).nanoseconds * Int64(options.cpus)),
      "online_cpus": .int(options.cpus), "throttling_data": Self.noThrottling,
    ]
  }

  private func memory(_ usage: Usage, limit: Int64) -> JSON {
    let limit = limit > 0 ? limit : options.memory
    let total = min(usage.memory + usage.cache, limit)
    if options.cgroup == .v1 {
      return [
        "usage": .integer(total), "max_usage": .integer(total),
        "stats": [
          "active_file": .integer(usage.cache / 3), "cache": .integer(usage.cache),
          "inactive_file": .integer(usage.cache * 2 / 3), "rss": .integer(usage.memory),
          "total_cache": .integer(usage.cache), "total_inactive_file": .integer(usage.cache * 2 / 3),
          "total_rss": .integer(usage.memory),
        ], "failcnt": 0, "limit": .integer(limit),
      ]
    }
    return [
      "usage": .integer(total),
      "stats": [
        "active_anon": .integer(usage.memory * 3 / 4), "active_file": .integer(usage.cache / 3),
        "anon": .integer(usage.memory), "file": .integer(usage.cache),
        "inactive_anon": .integer(usage.memory / 4), "inactive_file": .integer(usage.cache * 2 / 3),
        "pgfault": .integer(usage.memory / 4096), "pgmajfault": 12, "slab": .integer(usage.memory / 50),
      ], "limit": .integer(limit),
    ]
  }

  private func traffic(_ usage: Usage) -> JSON {
    [
      "rx_bytes": .integer(usage.received), "rx_packets": .integer(usage.received / 800), "rx_errors": 0,
      "rx_dropped": 0, "tx_bytes": .integer(usage.sent), "tx_packets": .integer(usage.sent / 900),
      "tx_errors": 0, "tx_dropped": 0,
    ]
  }

  private func blockIO(_ usage: Usage) -> JSON {
    let names = options.cgroup == .v1 ? ["Read", "Write"] : ["read", "write"]
    let entries = zip(names, [usage.read, usage.written]).map { name, value -> JSON in
      ["major": 254, "minor": 0, "op": .string(name), "value": .integer(value)]
    }
    return .object([("io_service_bytes_recursive", .array(entries))] + Self.emptyBlockIO.dropFirst())
  }
}

extension SimulatedState {
  private static let noThrottling: JSON = ["periods": 0, "throttled_periods": 0, "throttled_time": 0]
  private static let emptyProcessor: JSON = [
    "cpu_usage": ["total_usage": 0, "usage_in_kernelmode": 0, "usage_in_usermode": 0],
    "throttling_data": noThrottling,
  ]
  private static let emptyBlockIO: [(String, JSON)] = [
    "io_service_bytes_recursive", "io_serviced_recursive", "io_queue_recursive", "io_service_time_recursive",
    "io_wait_time_recursive", "io_merged_recursive", "io_time_recursive", "sectors_recursive",
  ].map { ($0, nil) }

  /// What the engine tells of a container that does not run.
  private static let emptySample: [(String, JSON)] = [
    ("read", .string(EngineInstant.zeroText)), ("preread", .string(EngineInstant.zeroText)),
    ("pids_stats", [:]), ("blkio_stats", .object(emptyBlockIO)), ("num_procs", 0), ("storage_stats", [:]),
    ("cpu_stats", emptyProcessor), ("precpu_stats", emptyProcessor), ("memory_stats", [:]),
  ]
}
