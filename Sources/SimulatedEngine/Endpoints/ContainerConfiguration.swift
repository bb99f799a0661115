extension ContainerRecord {
  /// `Config` of inspect.
  var configuration: JSON {
    var members: [(String, JSON)] = [
      ("Hostname", .string(shortID)), ("Domainname", ""), ("User", ""), ("AttachStdin", false),
      ("AttachStdout", .bool(!spec.isTTY)), ("AttachStderr", .bool(!spec.isTTY)),
      ("ExposedPorts", .object(spec.ports.map { ("\($0.inside)/\($0.transport)", [:]) })),
      ("Tty", .bool(spec.isTTY)), ("OpenStdin", .bool(spec.isTTY)), ("StdinOnce", false),
      (
        "Env",
        .strings(spec.environment + ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"])
      ),
      ("Cmd", .strings(spec.command)),
    ]
    if let health = spec.health {
      let check: JSON = [
        "Test": .strings(["CMD-SHELL", health.test]), "Interval": .integer(health.interval.nanoseconds),
        "Timeout": 5_000_000_000, "Retries": 3,
      ]
      members.append(("Healthcheck", check))
    }
    if let seconds = spec.stopTimeout { members.append(("StopTimeout", .int(seconds))) }
    let volumes = spec.mounts.filter { !$0.isBind }.map { ($0.destination, JSON.object([])) }
    return .object(
      members + [
        ("Image", .string(spec.image)), ("Volumes", volumes.isEmpty ? nil : .object(volumes)),
        ("WorkingDir", "/app"), ("Entrypoint", nil), ("OnBuild", nil), ("Labels", .strings(spec.labels)),
        ("StopSignal", "SIGTERM"),
      ])
  }

  /// `HostConfig` of inspect.
  var hostConfiguration: JSON {
    let binds = spec.mounts.map { "\($0.source):\($0.destination):\($0.isReadOnly ? "ro" : "rw")" }
    let ports = spec.ports.compactMap { port -> (String, JSON)? in
      port.published.map {
        ("\(port.inside)/\(port.transport)", [["HostIp": "", "HostPort": .string(String($0))]])
      }
    }
    return JSON.object([
      ("Binds", binds.isEmpty ? nil : .strings(binds)), ("ContainerIDFile", ""),
      ("LogConfig", ["Type": "json-file", "Config": ["max-size": "10m", "max-file": "3"]]),
      ("NetworkMode", .string(spec.networks.first ?? "default")), ("PortBindings", .object(ports)),
      (
        "RestartPolicy",
        [
          "Name": .string(spec.restartPolicy),
          "MaximumRetryCount": spec.restartPolicy == "on-failure" ? 5 : 0,
        ]
      ),
      ("AutoRemove", false), ("VolumeDriver", ""), ("VolumesFrom", nil), ("ConsoleSize", [0, 0]),
      ("CapAdd", nil), ("CapDrop", nil), ("CgroupnsMode", "private"), ("Dns", []), ("DnsOptions", []),
      ("DnsSearch", []), ("ExtraHosts", nil), ("GroupAdd", nil), ("IpcMode", "private"), ("Cgroup", ""),
      ("Links", nil), ("OomScoreAdj", 0), ("PidMode", ""), ("Privileged", false), ("PublishAllPorts", false),
      ("ReadonlyRootfs", false), ("SecurityOpt", nil), ("UTSMode", ""), ("UsernsMode", ""),
    ]).adding(limits)
  }

  private var limits: [(String, JSON)] {
    [
      ("ShmSize", 67_108_864), ("Runtime", "runc"), ("Isolation", ""), ("CpuShares", 0),
      ("Memory", .integer(spec.memoryLimit)), ("NanoCpus", .integer(spec.cpuLimit)), ("CgroupParent", ""),
      ("BlkioWeight", 0), ("BlkioWeightDevice", []), ("CpuPeriod", 0), ("CpuQuota", 0), ("CpusetCpus", ""),
      ("CpusetMems", ""), ("Devices", []), ("DeviceCgroupRules", nil), ("DeviceRequests", nil),
      ("MemoryReservation", 0), ("MemorySwap", .integer(spec.memoryLimit * 2)), ("MemorySwappiness", nil),
      ("OomKillDisable", nil), ("PidsLimit", nil), ("Ulimits", []), ("CpuCount", 0), ("CpuPercent", 0),
      ("IOMaximumIOps", 0), ("IOMaximumBandwidth", 0),
      ("MaskedPaths", ["/proc/acpi", "/proc/kcore", "/proc/keys", "/proc/timer_list", "/sys/firmware"]),
      ("ReadonlyPaths", ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"]),
    ]
  }
}
