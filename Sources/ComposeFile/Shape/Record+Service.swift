extension Record {
  /// One service, in the order of the reference.
  static let service = Record(firstHalf + secondHalf)

  private static let firstHalf: [(String, Shape)] = [
    ("profiles", .texts), ("annotations", .pairs), ("attach", .keptFlag), ("build", .record(build)),
    ("develop", .record(develop)), ("blkio_config", .record(blockIO)), ("cap_add", .texts),
    ("cap_drop", .texts), ("cgroup_parent", .text), ("cgroup", .text), ("cpu_count", .integer),
    ("cpu_percent", .single), ("cpu_period", .integer), ("cpu_quota", .integer), ("cpu_rt_period", .integer),
    ("cpu_rt_runtime", .integer), ("cpus", .single), ("cpuset", .text), ("cpu_shares", .integer),
    ("command", .command), ("configs", .list(.record(fileReference))), ("container_name", .text),
    ("credential_spec", .record(Record([("config", .text), ("file", .text), ("registry", .text)]))),
    ("depends_on", .map(.record(dependency))), ("deploy", .record(deploy)), ("device_cgroup_rules", .texts),
    ("devices", .list(.record(Record([("source", .text), ("target", .text), ("permissions", .text)])))),
    ("dns", .texts), ("dns_opt", .texts), ("dns_search", .texts), ("domainname", .text),
    ("entrypoint", .command), ("provider", .record(provider)), ("environment", .openPairs),
    ("expose", .texts),
    ("extends", .record(Record([("file", .text), ("service", .text)]))),
    ("external_links", .texts), ("extra_hosts", .hosts), ("group_add", .texts),
    ("gpus", .list(.record(deviceRequest))), ("hostname", .text), ("healthcheck", .record(healthCheck)),
    ("image", .text), ("init", .keptFlag), ("ipc", .text), ("isolation", .text), ("labels", .pairs),
    ("links", .texts),
    ("logging", .record(Record([("driver", .text), ("options", .pairs)]))),
  ]

  private static let secondHalf: [(String, Shape)] = [
    ("mem_limit", .bytes), ("mem_reservation", .bytes), ("memswap_limit", .bytes), ("mem_swappiness", .bytes),
    ("mac_address", .text),
    ("models", .map(.nullable(.record(Record([("endpoint_var", .text), ("model_var", .text)]))))),
    ("network_mode", .text), ("networks", .map(.nullable(.record(networkAttachment)))),
    ("oom_kill_disable", .flag), ("oom_score_adj", .integer), ("pid", .text), ("pids_limit", .integer),
    ("platform", .text), ("ports", .list(.record(port))), ("privileged", .flag), ("pull_policy", .text),
    ("read_only", .flag), ("restart", .text), ("runtime", .text), ("scale", .keptInteger),
    ("secrets", .list(.record(fileReference))), ("security_opt", .texts), ("shm_size", .bytes),
    ("stdin_open", .flag), ("stop_grace_period", .keptDuration), ("stop_signal", .text),
    ("storage_opt", .map(.constantText)), ("sysctls", .pairs), ("tmpfs", .texts), ("tty", .flag),
    ("ulimits", .map(.ulimit)), ("use_api_socket", .flag), ("user", .text), ("userns_mode", .text),
    ("uts", .text), ("volumes", .list(.record(mount))), ("volumes_from", .texts), ("working_dir", .text),
    ("post_start", .list(.record(hook))), ("pre_stop", .list(.record(hook))),
  ]

  private static let build = Record([
    ("context", .text), ("dockerfile", .text), ("dockerfile_inline", .text), ("entitlements", .texts),
    ("args", .openPairs), ("provenance", .spelled), ("sbom", .spelled), ("ssh", .sshKeys), ("labels", .pairs),
    ("cache_from", .texts), ("cache_to", .texts), ("no_cache", .flag), ("additional_contexts", .pairs),
    ("pull", .flag), ("extra_hosts", .hosts), ("isolation", .text), ("network", .text), ("target", .text),
    ("secrets", .list(.record(fileReference))), ("shm_size", .bytes), ("tags", .texts),
    ("ulimits", .map(.ulimit)), ("platforms", .texts), ("privileged", .flag),
  ])

  private static let develop = Record([
    (
      "watch",
      .list(
        .record(
          Record([
            ("path", .text), ("action", .text), ("target", .text), ("exec", .constant(hook)),
            ("include", .texts), ("ignore", .texts), ("initial_sync", .flag),
          ])))
    )
  ])

  private static let blockIO = Record([
    ("weight", .weight), ("weight_device", .list(.record(blockWeight))),
    ("device_read_bps", .list(.record(blockLimit))), ("device_read_iops", .list(.record(blockLimit))),
    ("device_write_bps", .list(.record(blockLimit))), ("device_write_iops", .list(.record(blockLimit))),
  ])

  private static let blockWeight = Record(
    [("path", .constantText), ("weight", .constantWeight)], printed: ["path": "Path", "weight": "Weight"])
  private static let blockLimit = Record(
    [("path", .constantText), ("rate", .constantBytes)], printed: ["path": "Path", "rate": "Rate"])

  private static let dependency = Record([
    ("condition", .text), ("restart", .flag), ("required", .keptFlag),
  ])

  private static let provider = Record([("type", .text), ("options", .map(.oneOrMoreTexts))])

  private static let healthCheck = Record([
    ("test", .healthTest), ("timeout", .keptDuration), ("interval", .keptDuration), ("retries", .count),
    ("start_period", .keptDuration), ("start_interval", .keptDuration), ("disable", .flag),
  ])

  static let hook = Record([
    ("command", .command), ("user", .text), ("privileged", .flag), ("working_dir", .text),
    ("environment", .openPairs),
  ])
}
