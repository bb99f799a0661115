extension SimulatedState {
  /// The document of `GET /containers/{id}/json`.
  func inspection(of record: ContainerRecord, version: ServedVersion) -> JSON {
    let spec = record.spec
    let folder = "\(Host.root)/containers/\(record.id)"
    return .object([
      ("Id", .string(record.id)), ("Created", .string(record.created.text)),
      ("Path", .string(spec.command.first ?? "")), ("Args", .strings(Array(spec.command.dropFirst()))),
      ("State", record.stateDocument(at: now)), ("Image", .string(record.imageID)),
      ("ResolvConfPath", .string(folder + "/resolv.conf")), ("HostnamePath", .string(folder + "/hostname")),
      ("HostsPath", .string(folder + "/hosts")),
      ("LogPath", .string(folder + "/\(record.id)-json.log")), ("Name", .string("/" + spec.name)),
      ("RestartCount", .int(record.restartCount)), ("Driver", "overlay2"), ("Platform", "linux"),
      ("MountLabel", ""), ("ProcessLabel", ""), ("AppArmorProfile", "docker-default"), ("ExecIDs", nil),
      ("HostConfig", record.hostConfiguration), ("GraphDriver", record.graphDriver),
      ("Mounts", record.mountList), ("Config", record.configuration),
      ("NetworkSettings", record.networkSettings(version: version)),
    ])
  }
}

extension ContainerRecord {
  func stateDocument(at now: EngineInstant) -> JSON {
    var members: [(String, JSON)] = [
      ("Status", .string(phase.rawValue)), ("Running", .bool(isLive || phase == .restarting)),
      ("Paused", .bool(phase == .paused)), ("Restarting", .bool(phase == .restarting)),
      ("OOMKilled", .bool(isOutOfMemory)), ("Dead", .bool(phase == .dead)), ("Pid", .int(pid)),
      ("ExitCode", .int(exitCode)), ("Error", ""),
      ("StartedAt", .string(startedAt?.text ?? EngineInstant.zeroText)),
      ("FinishedAt", .string(finishedAt?.text ?? EngineInstant.zeroText)),
    ]
    if let health, let check = spec.health {
      members.append(("Health", healthDocument(health, check, at: now)))
    }
    return .object(members)
  }

  private func healthDocument(
    _ health: SimulatedContainer.HealthStatus, _ check: SimulatedContainer.HealthCheck, at now: EngineInstant
  ) -> JSON {
    let interval = max(check.interval.nanoseconds, 1)
    let start = startedAt ?? now
    let rounds = isLive ? now.since(start).nanoseconds / interval : 0
    let log = (max(0, rounds - 4)..<max(0, rounds + 1)).map { round -> JSON in
      let begin = EngineInstant(nanoseconds: start.nanoseconds + round * interval)
      let failed = health == .unhealthy && rounds - round < 3
      return [
        "Start": .string(begin.text), "End": .string((begin + .milliseconds(47)).text),
        "ExitCode": failed ? 1 : 0,
        "Output": failed ? "curl: (7) Failed to connect to localhost port 80: Connection refused\n" : "ok\n",
      ]
    }
    return [
      "Status": .string(health.rawValue), "FailingStreak": .int(failingStreak), "Log": .array(log),
    ]
  }

  var graphDriver: JSON {
    let layer = "\(Host.root)/overlay2/\(hexadecimal("layer " + id))"
    return [
      "Data": [
        "LowerDir": .string(layer + "-init/diff"), "MergedDir": .string(layer + "/merged"),
        "UpperDir": .string(layer + "/diff"), "WorkDir": .string(layer + "/work"),
      ], "Name": "overlay2",
    ]
  }

  func networkSettings(version: ServedVersion) -> JSON {
    let sandbox = hexadecimal("sandbox " + id)
    var members: [(String, JSON)] = [
      ("SandboxID", .string(isLive ? sandbox : "")),
      ("SandboxKey", .string(isLive ? "/var/run/docker/netns/" + sandbox.prefix(12) : "")),
      ("Ports", portMap),
    ]
    if version < ServedVersion(1, 52) {
      let bridge = endpoints.first { $0.network == "bridge" && isLive }
      members.insert(("Bridge", ""), at: 0)
      members += [
        ("HairpinMode", false), ("LinkLocalIPv6Address", ""), ("LinkLocalIPv6PrefixLen", 0),
        ("SecondaryIPAddresses", nil), ("SecondaryIPv6Addresses", nil),
        ("EndpointID", .string(bridge?.endpointID ?? "")), ("Gateway", .string(bridge?.gateway ?? "")),
        ("GlobalIPv6Address", ""), ("GlobalIPv6PrefixLen", 0), ("IPAddress", .string(bridge?.address ?? "")),
        ("IPPrefixLen", .int(bridge?.prefixLength ?? 0)), ("IPv6Gateway", ""),
        ("MacAddress", .string(bridge?.mac ?? "")),
      ]
    }
    return .object(members + [("Networks", networkMap)])
  }
}
