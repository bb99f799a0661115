extension SimulatedEngine {
  /// How an engine behaves.
  package struct Options: Sendable {
    /// Where the time comes from.
    package var time: EngineTime = .running()
    /// The newest version of the Engine API that it speaks.
    package var apiVersion = "1.50"
    /// The oldest version of the Engine API that it speaks.
    package var minimumAPIVersion = "1.24"
    /// The engine's own version.
    package var engineVersion = "28.2.2"
    /// The machine's name.
    package var hostName = "harbour"
    /// Cores of the machine.
    package var cpus = 8
    /// Memory of the machine in bytes.
    package var memory: Int64 = 33_501_757_440
    /// The shape of stats.
    package var cgroup: ControlGroup = .v2
    /// Whether it has Podman's ways: it kills at once on a restart without `t`, its list leaves the health out, a log
    /// ends only after the next run has begun, and its process table has one column.
    package var isPodman = false
    /// How many containers show their health checks as `exec_*` events, three a check; a real engine shows all.
    package var visibleHealthChecks = 12

    /// A control group version.
    package enum ControlGroup: Sendable, Hashable {
      /// cgroup v1: `percpu_usage`, `max_usage`, `total_inactive_file` …
      case v1
      /// cgroup v2.
      case v2
    }

    /// The computer's time, API 1.24 to 1.50, cgroup v2.
    package init() {}
  }
}
