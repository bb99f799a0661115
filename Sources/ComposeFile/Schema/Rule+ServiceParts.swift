extension Rule {
  static let build = Rule.either([
    .text,
    .keys([
      "context": .text, "dockerfile": .text, "dockerfile_inline": .text, "entitlements": .texts,
      "args": pairs,
      "ssh": pairs, "labels": pairs, "cache_from": .texts, "cache_to": .texts, "no_cache": .flag,
      "additional_contexts": pairs, "network": .text, "provenance": .flag, "sbom": .flag, "pull": .flag,
      "target": .text, "shm_size": .integerOrText, "extra_hosts": hosts, "isolation": .text,
      "privileged": .flag, "secrets": fileReferences, "tags": .texts, "ulimits": ulimits, "platforms": .texts,
    ]),
  ])

  static let fileReferences = Rule.list(
    .either([
      .text, .keys(["source": .text, "target": .text, "uid": .text, "gid": .text, "mode": .numberOrText]),
    ]), unique: false)

  static let networks = Rule.either([
    .uniqueTexts,
    .mapping(
      .either([
        .scalar([.null]),
        .keys([
          "aliases": .uniqueTexts, "interface_name": .text, "ipv4_address": .text, "ipv6_address": .text,
          "link_local_ips": .uniqueTexts, "mac_address": .text, "driver_opts": driverOptions,
          "priority": .scalar([.number]), "gw_priority": .scalar([.number]),
        ]),
      ]), names: .resource),
  ])

  static let ports = Rule.list(
    .either([
      .numberOrText,
      .keys([
        "name": .text, "mode": .text, "host_ip": .text, "target": .integerOrText, "published": .integerOrText,
        "protocol": .text, "app_protocol": .text,
      ]),
    ]), unique: true)

  static let mounts = Rule.list(
    .either([
      .text,
      .keys(
        [
          "type": .choice(["bind", "volume", "tmpfs", "cluster", "npipe", "image"]), "source": .text,
          "target": .text, "read_only": .flag, "consistency": .text,
          "bind": .keys([
            "propagation": .text, "create_host_path": .flag, "selinux": .choice(["z", "Z"]),
            "recursive": .choice(["enabled", "disabled", "writable", "readonly"]),
          ]),
          "volume": .keys(["nocopy": .flag, "subpath": .text, "labels": pairs]),
          "tmpfs": .keys(["size": .either([.whole(0...Int.max), .text]), "mode": .numberOrText]),
          "image": .keys(["subpath": .text]),
        ], required: ["type"]),
    ]), unique: true)

  static let develop = Rule.either([
    .scalar([.null]),
    .keys([
      "watch": .list(
        .keys(
          [
            "ignore": .textOrList, "include": .textOrList, "path": .text, "target": .text, "exec": hook,
            "action": .choice(["rebuild", "sync", "restart", "sync+restart", "sync+exec"]),
            "initial_sync": .scalar([.truth]),
          ], required: ["path", "action"]), unique: false)
    ]),
  ])

  static let deploy = Rule.either([
    .scalar([.null]),
    .keys([
      "mode": .text, "endpoint_mode": .text, "replicas": .integerOrText, "labels": pairs,
      "rollback_config": update, "update_config": update,
      "resources": .keys([
        "limits": .keys(["cpus": .numberOrText, "memory": .text, "pids": .integerOrText]),
        "reservations": .keys([
          "cpus": .numberOrText, "memory": .text, "generic_resources": genericResources,
          "devices": deviceRequests,
        ]),
      ]),
      "restart_policy": .keys([
        "condition": .text, "delay": .text, "max_attempts": .integerOrText, "window": .text,
      ]),
      "placement": .keys([
        "constraints": .texts, "preferences": .list(.keys(["spread": .text]), unique: false),
        "max_replicas_per_node": .integerOrText,
      ]),
    ]),
  ])

  private static let update = Rule.keys([
    "parallelism": .integerOrText, "delay": .text, "failure_action": .text, "monitor": .text,
    "max_failure_ratio": .numberOrText, "order": .choice(["start-first", "stop-first"]),
  ])

  private static let genericResources = Rule.list(
    .keys(["discrete_resource_spec": .keys(["kind": .text, "value": .numberOrText])]), unique: false)

  private static let deviceRequests = Rule.list(
    .keys(deviceRequest, required: ["capabilities"]), unique: false)

  /// What is asked of graphics cards and the like.
  static let deviceRequest: [String: Rule] = [
    "capabilities": .uniqueTexts, "count": .integerOrText, "device_ids": .uniqueTexts, "driver": .text,
    "options": pairs,
  ]
}
