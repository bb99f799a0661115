extension Rule {
  /// One service.
  static let service = Rule.keys(
    plainKeys.merging(nestedKeys) { first, _ in first })

  /// The keys with plain values.
  private static let plainKeys: [String: Rule] = [
    "attach": .flag, "cap_add": .uniqueTexts, "cap_drop": .uniqueTexts,
    "cgroup": .choice(["host", "private"]),
    "cgroup_parent": .text, "command": command, "container_name": containerName,
    "cpu_count": .either([.text, .whole(0...Int.max)]), "cpu_percent": .either([.text, .whole(0...100)]),
    "cpu_shares": .numberOrText, "cpu_quota": .numberOrText, "cpu_period": .numberOrText,
    "cpu_rt_period": .numberOrText, "cpu_rt_runtime": .numberOrText, "cpus": .numberOrText, "cpuset": .text,
    "device_cgroup_rules": .uniqueTexts, "dns": .textOrList, "dns_opt": .uniqueTexts,
    "dns_search": .textOrList,
    "domainname": .text, "entrypoint": command, "expose": .list(.numberOrText, unique: true),
    "external_links": .uniqueTexts, "group_add": .list(.numberOrText, unique: true), "hostname": .text,
    "image": .text, "init": .flag, "ipc": .text, "isolation": .text, "label_file": .either([.text, .texts]),
    "links": .uniqueTexts, "mac_address": .text, "mem_limit": .numberOrText,
    "mem_reservation": .integerOrText, "mem_swappiness": .integerOrText, "memswap_limit": .numberOrText,
    "network_mode": .text, "oom_kill_disable": .flag,
    "oom_score_adj": .either([.text, .whole(-1000...1000)]),
    "pid": .scalar([.text, .null]), "pids_limit": .numberOrText, "platform": .text, "privileged": .flag,
    "profiles": .uniqueTexts, "pull_policy": pullPolicy, "pull_refresh_after": .text, "read_only": .flag,
    "restart": .text, "runtime": .text, "scale": .integerOrText, "security_opt": .uniqueTexts,
    "shm_size": .numberOrText, "stdin_open": .flag, "stop_grace_period": .text, "stop_signal": .text,
    "storage_opt": .mapping(.anything), "tmpfs": .textOrList, "tty": .flag,
    "use_api_socket": .scalar([.truth]),
    "user": .text, "userns_mode": .text, "uts": .text, "volumes_from": .uniqueTexts, "working_dir": .text,
    "annotations": pairs, "environment": pairs, "labels": pairs, "sysctls": pairs,
  ]

  /// The keys with a structure of their own.
  private static let nestedKeys: [String: Rule] = [
    "blkio_config": blockIO, "build": build, "configs": fileReferences, "secrets": fileReferences,
    "credential_spec": .keys(["config": .text, "file": .text, "registry": .text]),
    "depends_on": dependencies, "deploy": deploy, "develop": develop,
    "devices": .list(
      .either([
        .text, .keys(["source": .text, "target": .text, "permissions": .text], required: ["source"]),
      ]), unique: false),
    "env_file": environmentFiles,
    "extends": .either([
      .text, .keys(["service": .text, "file": .text], required: ["service"], extensible: false),
    ]),
    "extra_hosts": hosts,
    "gpus": .either([.choice(["all"]), .list(gpu, unique: false)]),
    "healthcheck": healthCheck,
    "logging": .keys(["driver": .text, "options": .mapping(.scalar([.text, .number, .null]))]),
    "models": .either([
      .uniqueTexts,
      .mapping(
        .either([.scalar([.null]), .keys(["endpoint_var": .text, "model_var": .text])]), names: .resource),
    ]),
    "networks": networks, "ports": ports,
    "post_start": .list(hook, unique: false), "pre_stop": .list(hook, unique: false),
    "provider": .keys(
      ["type": .text, "options": .mapping(.either([plainValue, .list(plainValue, unique: false)]))],
      required: ["type"]),
    "ulimits": ulimits, "volumes": mounts,
  ]

  /// Unlike the devices of `deploy`, these may have any other keys too.
  private static let gpu = Rule.object(ObjectRule(keys: deviceRequest, others: .anything))

  private static let plainValue = Rule.scalar([.text, .number, .truth])

  /// The specification's pattern need not fit the whole of a text, here and in the next one.
  private static let containerName = Rule.form("a name of letters, digits, '_', '.' and '-'") { name in
    name.unicodeScalars.indices.contains { at in
      let rest = name.unicodeScalars[at...].prefix(2)
      return rest.count == 2 && rest.first.map(isLetterOrDigit) == true
        && rest.last.map { isLetterOrDigit($0) || ["_", ".", "-"].contains($0) } == true
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private static let pullPolicy = Rule.form(
    "always, never, missing, if_not_present, build, refresh, daily, weekly or every_ and a time"
  ) { policy in
    ["always", "never", "missing", "if_not_present", "build", "refresh", "daily", "weekly"].contains {
      PathResolution.contains(policy, $0)
    } || hasTime(policy)
  }

  /// Whether digits and a unit stand behind `every_` somewhere in a text.
  private static func hasTime(_ policy: String) -> Bool {
    let bytes = Array(policy.utf8)
    let mark = Array("every_".utf8)
    return bytes.indices.contains { at in
      guard bytes[at...].starts(with: mark) else { return false }
      let digits = bytes[(at + mark.count)...].prefix { (0x30...0x39).contains($0) }
      return !digits.isEmpty && digits.endIndex < bytes.count && "wdhms".utf8.contains(bytes[digits.endIndex])
    }
  }

  private static let blockLimits = Rule.list(
    .keys(["path": .text, "rate": .integerOrText], extensible: false), unique: false)

  private static let blockIO = Rule.keys(
    [
      "device_read_bps": blockLimits, "device_read_iops": blockLimits, "device_write_bps": blockLimits,
      "device_write_iops": blockLimits, "weight": .integerOrText,
      "weight_device": .list(
        .keys(["path": .text, "weight": .integerOrText], extensible: false), unique: false),
    ], extensible: false)

  private static let dependencies = Rule.either([
    .uniqueTexts,
    .mapping(
      .keys(
        [
          "restart": .flag, "required": .scalar([.truth]),
          "condition": .choice(["service_started", "service_healthy", "service_completed_successfully"]),
        ], required: ["condition"]), names: .resource),
  ])

  private static let environmentFiles = Rule.either([
    .text,
    .list(
      .either([
        .text,
        .keys(["path": .text, "format": .text, "required": .flag], required: ["path"], extensible: false),
      ]), unique: false),
  ])

  static let hosts = Rule.either([.mapping(.either([.text, .texts]), names: .filled), .uniqueTexts])

  private static let healthCheck = Rule.keys([
    "disable": .flag, "interval": .text, "retries": .numberOrText, "test": .either([.text, .texts]),
    "timeout": .text, "start_period": .text, "start_interval": .text,
  ])

  static let hook = Rule.keys(
    ["command": command, "user": .text, "privileged": .flag, "working_dir": .text, "environment": pairs],
    required: ["command"])

  static let ulimits = Rule.mapping(
    .either([
      .integerOrText, .keys(["hard": .integerOrText, "soft": .integerOrText], required: ["soft", "hard"]),
    ]))
}
