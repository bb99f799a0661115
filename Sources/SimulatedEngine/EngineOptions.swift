extension SimulatedEngine {
  /// How an engine behaves.
  public struct Options: Sendable {
    /// Where the time comes from.
    public var time: EngineTime = .running()
    /// The newest version of the Engine API that it speaks.
    public var apiVersion = "1.50"
    /// The oldest version of the Engine API that it speaks.
    public var minimumAPIVersion = "1.24"
    /// The engine's own version.
    public var engineVersion = "28.2.2"
    /// The machine's name.
    public var hostName = "harbour"
    /// Cores of the machine.
    public var cpus = 8
    /// Memory of the machine in bytes.
    public var memory: Int64 = 33_501_757_440
    /// The shape of stats.
    public var cgroup: ControlGroup = .v2
    /// How many containers show their health checks as `exec_*` events, three a check; a real engine shows all.
    public var visibleHealthChecks = 12

    /// A control group version.
    public enum ControlGroup: Sendable, Hashable {
      /// cgroup v1: `percpu_usage`, `max_usage`, `total_inactive_file` …
      case v1
      /// cgroup v2.
      case v2
    }

    /// The computer's time, API 1.24 to 1.50, cgroup v2.
    public init() {}
  }
}
