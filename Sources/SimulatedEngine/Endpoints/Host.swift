/// The machine that the engine pretends to run on.
enum Host {
  static let kernel = "6.8.0-52-generic"
  static let root = "/var/lib/docker"
}

extension Route {
  @Sendable static func info(_ call: Call, _ state: inout SimulatedState) -> Reply {
    let phases = state.containers.values.map(\.phase)
    let running = phases.count { $0 == .running || $0 == .restarting }
    let paused = phases.count { $0 == .paused }
    let options = state.options
    return .json(
      200,
      JSON.object([
        ("ID", "7f0e2c1b-9d55-4b7e-a2c4-1d0c5a8e3f66"), ("Containers", .int(phases.count)),
        ("ContainersRunning", .int(running)), ("ContainersPaused", .int(paused)),
        ("ContainersStopped", .int(phases.count - running - paused)), ("Images", .int(state.images.count)),
        ("Driver", "overlay2"),
        ("DriverStatus", [["Backing Filesystem", "extfs"], ["Supports d_type", "true"]]),
        ("Plugins", plugins), ("MemoryLimit", true), ("SwapLimit", true), ("CpuCfsPeriod", true),
        ("CpuCfsQuota", true), ("CPUShares", true), ("CPUSet", true), ("PidsLimit", true),
        ("IPv4Forwarding", true), ("Debug", false), ("NFd", 61), ("OomKillDisable", false),
        ("NGoroutines", 97),
        ("SystemTime", .string(state.now.text)), ("LoggingDriver", "json-file"),
        ("CgroupDriver", "systemd"), ("CgroupVersion", options.cgroup == .v2 ? "2" : "1"),
        ("NEventsListener", 1), ("KernelVersion", .string(Host.kernel)),
        ("OperatingSystem", "Debian GNU/Linux 13 (trixie)"), ("OSVersion", "13"), ("OSType", "linux"),
        ("Architecture", "x86_64"), ("IndexServerAddress", "https://registry.example.com/v1/"),
      ]).adding(infoRest(options)))
  }

  private static let plugins: JSON = [
    "Volume": ["local"], "Network": ["bridge", "host", "ipvlan", "macvlan", "null", "overlay"],
    "Authorization": nil, "Log": ["awslogs", "fluentd", "gelf", "journald", "json-file", "local", "syslog"],
  ]

  private static func infoRest(_ options: SimulatedEngine.Options) -> [(String, JSON)] {
    [
      ("RegistryConfig", ["InsecureRegistryCIDRs": ["127.0.0.0/8"], "IndexConfigs": [:], "Mirrors": []]),
      ("NCPU", .int(options.cpus)), ("MemTotal", .integer(options.memory)), ("GenericResources", nil),
      ("DockerRootDir", .string(Host.root)), ("HttpProxy", ""), ("HttpsProxy", ""), ("NoProxy", ""),
      ("Name", .string(options.hostName)), ("Labels", []), ("ExperimentalBuild", false),
      ("ServerVersion", .string(options.engineVersion)), ("Runtimes", ["runc": ["path": "runc"]]),
      ("DefaultRuntime", "runc"),
      (
        "Swarm",
        [
          "NodeID": "", "NodeAddr": "", "LocalNodeState": "inactive", "ControlAvailable": false, "Error": "",
          "RemoteManagers": nil,
        ]
      ),
      ("LiveRestoreEnabled", false), ("Isolation", ""), ("InitBinary", "docker-init"),
      ("ContainerdCommit", ["ID": "05044ec0a9a7"]), ("RuncCommit", ["ID": "v1.2.5-0-g59923ef"]),
      ("InitCommit", ["ID": "de40ad0"]),
      ("SecurityOptions", ["name=seccomp,profile=builtin", "name=cgroupns"]),
      ("Warnings", nil),
    ]
  }
}
