extension Record {
  static let fileReference = Record([
    ("source", .text), ("target", .text), ("uid", .text), ("gid", .text), ("mode", .fileMode),
  ])

  static let networkAttachment = Record([
    ("priority", .integer), ("gw_priority", .integer), ("aliases", .texts), ("interface_name", .text),
    ("ipv4_address", .text), ("ipv6_address", .text), ("link_local_ips", .texts), ("mac_address", .text),
    ("driver_opts", .pairs),
  ])

  static let port = Record([
    ("name", .text), ("mode", .text), ("host_ip", .text), ("target", .word), ("published", .text),
    ("protocol", .text), ("app_protocol", .text),
  ])

  static let mount = Record([
    ("type", .text), ("source", .text), ("target", .text), ("read_only", .flag), ("consistency", .text),
    (
      "bind",
      .record(
        Record([
          ("selinux", .text), ("propagation", .text), ("create_host_path", .flag), ("recursive", .text),
        ]))
    ),
    ("volume", .record(Record([("labels", .pairs), ("nocopy", .flag), ("subpath", .text)]))),
    ("tmpfs", .record(Record([("size", .bytes), ("mode", .word)]))),
    ("image", .record(Record([("subpath", .text)]))),
  ])

  static let deviceRequest = Record([
    ("capabilities", .texts), ("driver", .text), ("count", .deviceCount), ("device_ids", .texts),
    ("options", .pairs),
  ])

  static let deploy = Record([
    ("mode", .text), ("replicas", .keptInteger), ("labels", .pairs), ("update_config", .record(update)),
    ("rollback_config", .record(update)),
    (
      "resources",
      .constant(
        Record([
          ("limits", .record(resource)), ("reservations", .record(resource)),
        ]))
    ),
    (
      "restart_policy",
      .record(
        Record([
          ("condition", .text), ("delay", .keptDuration), ("max_attempts", .count),
          ("window", .keptDuration),
        ]))
    ),
    (
      "placement",
      .constant(
        Record([
          ("constraints", .texts), ("preferences", .list(.record(Record([("spread", .text)])))),
          ("max_replicas_per_node", .countUnlessZero),
        ]))
    ),
    ("endpoint_mode", .text),
  ])

  private static let update = Record([
    ("parallelism", .count), ("delay", .duration), ("failure_action", .text), ("monitor", .duration),
    ("max_failure_ratio", .single), ("order", .text),
  ])

  private static let resource = Record([
    ("cpus", .cores), ("memory", .bytes), ("pids", .integer), ("devices", .list(.record(deviceRequest))),
    (
      "generic_resources",
      .list(
        .record(
          Record([
            (
              "discrete_resource_spec",
              .record(Record([("kind", .constantText), ("value", .constantInteger)]))
            )
          ])))
    ),
  ])
}
