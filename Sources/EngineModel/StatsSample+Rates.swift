/// Bytes per second between two measurements; nil where one of them has no count or the container started anew.
public struct IORates: Hashable, Sendable {
  /// Received over all networks.
  public var networkReceived: Double?
  /// Sent over all networks.
  public var networkSent: Double?
  /// Read from block devices.
  public var blockRead: Double?
  /// Written to block devices.
  public var blockWritten: Double?

  /// Rates as given.
  public init(
    networkReceived: Double? = nil, networkSent: Double? = nil, blockRead: Double? = nil,
    blockWritten: Double? = nil
  ) {
    self.networkReceived = networkReceived
    self.networkSent = networkSent
    self.blockRead = blockRead
    self.blockWritten = blockWritten
  }
}

extension StatsSample {
  /// Memory in use as `docker stats` counts it: without the inactive page cache, where that is the smaller of the two.
  /// Nil where nobody counts it.
  public var memoryUsed: UInt64? {
    memoryUsage.map { memoryInactiveFile < $0 ? $0 - memoryInactiveFile : $0 }
  }

  /// `memoryUsed` as a share of the limit, 0 to 1; nil where there is no limit to count by.
  public var memoryShare: Double? {
    memoryLimit > 0 ? memoryUsed.map { Double($0) / Double(memoryLimit) } : nil
  }

  /// CPU in percent of one core, as `docker stats` counts: 250 is two and a half cores. Counts from `previous` where
  /// it is given, else from the measurement that the engine sent along; nil where there is nothing to count from, or
  /// where the container started anew in between.
  public func cpuPercent(since previous: StatsSample? = nil) -> Double? {
    guard let previous else {
      guard let previousCPU, let previousSystemCPU else { return nil }
      return share(
        cpu: difference(cpuTotal, previousCPU), system: difference(systemCPU, previousSystemCPU), seconds: nil
      )
    }
    let seconds = read.secondsSince(previous.read)
    guard seconds > 0 else { return nil }
    return share(
      cpu: difference(cpuTotal, previous.cpuTotal), system: difference(systemCPU, previous.systemCPU),
      seconds: seconds)
  }

  /// Bytes per second since `previous`; all nil where no time has passed.
  public func rates(since previous: StatsSample) -> IORates {
    let seconds = read.secondsSince(previous.read)
    guard seconds > 0 else { return IORates() }
    func rate(_ now: UInt64?, _ before: UInt64?) -> Double? {
      guard let now, let before, let bytes = difference(now, before) else { return nil }
      return Double(bytes) / seconds
    }
    return IORates(
      networkReceived: rate(networkReceived, previous.networkReceived),
      networkSent: rate(networkSent, previous.networkSent),
      blockRead: rate(blockRead, previous.blockRead),
      blockWritten: rate(blockWritten, previous.blockWritten))
  }

  /// The share of one core in percent. Where the engine does not count the host's CPU time or its cores (Podman does
  /// not, or gives the clock instead), the time between the measurements stands for it.
  private func share(cpu: UInt64?, system: UInt64?, seconds: Double?) -> Double? {
    guard let cpu else { return nil }
    let hostSeconds = Double(system ?? 0) / 1e9
    let isClock = seconds.map { onlineCPUs > 1 && abs(hostSeconds - $0) < $0 * 0.05 } ?? false
    if onlineCPUs > 0, hostSeconds > 0, !isClock {
      return Double(cpu) / 1e9 / hostSeconds * Double(onlineCPUs) * 100
    }
    return seconds.map { Double(cpu) / 1e9 / $0 * 100 }
  }

  private func difference(_ now: UInt64, _ before: UInt64) -> UInt64? {
    now >= before ? now - before : nil
  }
}
