extension StatsSample: JSONReadable {
  /// Reads one answer of GET /containers/{id}/stats.
  public init(from scanner: inout JSONScanner) throws(JSONError) {
    guard scanner.nextKind() == .object else { throw scanner.mismatch() }
    self.init(read: Timestamp(nanoseconds: 0))
    var previous = CPUCount()
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      case "read": read = try scanner.string().flatMap { Timestamp($0) } ?? read
      case "cpu_stats":
        let cpu = try CPUCount(from: &scanner)
        (cpuTotal, systemCPU, onlineCPUs) = (cpu.total, cpu.system, cpu.cores)
      case "precpu_stats": previous = try CPUCount(from: &scanner)
      case "memory_stats": try readMemory(&scanner)
      case "networks": try readNetworks(&scanner)
      case "blkio_stats": try readBlockIO(&scanner)
      case "pids_stats":
        try scanner.members { key, scanner throws(JSONError) in
          if key == "current" { pids = try scanner.integer().map { Int($0) } } else { try scanner.skip() }
        }
      default: try scanner.skip()
      }
    }
    if previous.total > 0, previous.system > 0 {
      (previousCPU, previousSystemCPU) = (previous.total, previous.system)
    }
  }

  private mutating func readMemory(_ scanner: inout JSONScanner) throws(JSONError) {
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      case "usage": memoryUsage = try scanner.unsigned()
      case "limit": memoryLimit = try scanner.unsigned() ?? 0
      case "stats": memoryInactiveFile = try scanner.inactiveFile()
      default: try scanner.skip()
      }
    }
  }

  private mutating func readNetworks(_ scanner: inout JSONScanner) throws(JSONError) {
    var (received, sent): (UInt64, UInt64) = (0, 0)
    var any = false
    try scanner.members { _, scanner throws(JSONError) in
      any = true
      try scanner.members { key, scanner throws(JSONError) in
        switch key {
        case "rx_bytes": received &+= try scanner.unsigned() ?? 0
        case "tx_bytes": sent &+= try scanner.unsigned() ?? 0
        default: try scanner.skip()
        }
      }
    }
    if any { (networkReceived, networkSent) = (received, sent) }
  }

  /// Counts by the operation's first letter: cgroup v1 writes "Read", v2 "read".
  private mutating func readBlockIO(_ scanner: inout JSONScanner) throws(JSONError) {
    try scanner.members { key, scanner throws(JSONError) in
      guard key == "io_service_bytes_recursive" else { return try scanner.skip() }
      var (readBytes, writtenBytes): (UInt64, UInt64) = (0, 0)
      let isList = try scanner.elements { scanner throws(JSONError) in
        let (operation, bytes) = try scanner.blockOperation()
        if operation == "r" { readBytes &+= bytes }
        if operation == "w" { writtenBytes &+= bytes }
      }
      if isList { (blockRead, blockWritten) = (readBytes, writtenBytes) }
    }
  }
}

/// `cpu_stats` or `precpu_stats`.
private struct CPUCount {
  var total: UInt64 = 0
  var system: UInt64 = 0
  var cores = 0

  init() {}

  init(from scanner: inout JSONScanner) throws(JSONError) {
    var perCore = 0
    try scanner.members { key, scanner throws(JSONError) in
      switch key {
      case "cpu_usage":
        try scanner.members { key, scanner throws(JSONError) in
          switch key {
          case "total_usage": total = try scanner.unsigned() ?? 0
          case "percpu_usage":
            try scanner.elements { scanner throws(JSONError) in
              perCore += 1
              try scanner.skip()
            }
          default: try scanner.skip()
          }
        }
      case "system_cpu_usage": system = try scanner.unsigned() ?? 0
      case "online_cpus": cores = Int(clamping: try scanner.unsigned() ?? 0)
      default: try scanner.skip()
      }
    }
    if cores == 0 { cores = perCore }
  }
}

extension JSONScanner {
  /// `total_inactive_file` of cgroup v1 where it is there, else `inactive_file` of v2.
  fileprivate mutating func inactiveFile() throws(JSONError) -> UInt64 {
    var (first, second): (UInt64?, UInt64?) = (nil, nil)
    try members { key, scanner throws(JSONError) in
      switch key {
      case "total_inactive_file": first = try scanner.unsigned()
      case "inactive_file": second = try scanner.unsigned()
      default: try scanner.skip()
      }
    }
    return first ?? second ?? 0
  }

  /// One entry of `io_service_bytes_recursive`: the operation's first letter in lower case, and the bytes.
  fileprivate mutating func blockOperation() throws(JSONError) -> (Character?, UInt64) {
    var operation: Character?
    var bytes: UInt64 = 0
    try members { key, scanner throws(JSONError) in
      switch key {
      case "op": operation = try scanner.string()?.lowercased().first
      case "value": bytes = try scanner.unsigned() ?? 0
      default: try scanner.skip()
      }
    }
    return (operation, bytes)
  }
}
