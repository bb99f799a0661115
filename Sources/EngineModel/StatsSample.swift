/// One measurement of what a container uses (GET /containers/{id}/stats).
public struct StatsSample: Hashable, Sendable {
  /// When the engine measured. Rates count by this, not by when the answer came.
  public var read: Timestamp
  /// CPU time that the container has used since its start, in nanoseconds.
  public var cpuTotal: UInt64
  /// CPU time that all of the host has used, in nanoseconds over all cores; 0 where the engine does not say.
  public var systemCPU: UInt64
  /// The number of cores of the host; 0 where the engine does not say.
  public var onlineCPUs: Int
  /// `cpuTotal` of the measurement before, one second earlier; nil in one-shot answers and at a stream's start.
  public var previousCPU: UInt64?
  /// `systemCPU` of the measurement before; nil as above.
  public var previousSystemCPU: UInt64?
  /// Memory in use in bytes, page cache included; nil where nobody counts it (the memory controller is off).
  public var memoryUsage: UInt64?
  /// The part of it that is inactive page cache and would be given back at once.
  public var memoryInactiveFile: UInt64
  /// The memory limit in bytes, the host's memory where none is set; 0 when the container does not run.
  public var memoryLimit: UInt64
  /// Bytes received over all networks since the start; nil where the container has no network of its own.
  public var networkReceived: UInt64?
  /// Bytes sent over all networks since the start; nil as above.
  public var networkSent: UInt64?
  /// Bytes read from block devices since the start; nil where the engine cannot count them.
  public var blockRead: UInt64?
  /// Bytes written to block devices since the start; nil as above.
  public var blockWritten: UInt64?
  /// The number of processes and threads; nil where nobody counts them.
  public var pids: Int?

  /// A measurement as given; what is left out is nothing.
  public init(
    read: Timestamp, cpuTotal: UInt64 = 0, systemCPU: UInt64 = 0, onlineCPUs: Int = 0,
    previousCPU: UInt64? = nil, previousSystemCPU: UInt64? = nil, memoryUsage: UInt64? = nil,
    memoryInactiveFile: UInt64 = 0, memoryLimit: UInt64 = 0, networkReceived: UInt64? = nil,
    networkSent: UInt64? = nil, blockRead: UInt64? = nil, blockWritten: UInt64? = nil, pids: Int? = nil
  ) {
    self.read = read
    self.cpuTotal = cpuTotal
    self.systemCPU = systemCPU
    self.onlineCPUs = onlineCPUs
    self.previousCPU = previousCPU
    self.previousSystemCPU = previousSystemCPU
    self.memoryUsage = memoryUsage
    self.memoryInactiveFile = memoryInactiveFile
    self.memoryLimit = memoryLimit
    self.networkReceived = networkReceived
    self.networkSent = networkSent
    self.blockRead = blockRead
    self.blockWritten = blockWritten
    self.pids = pids
  }
}
