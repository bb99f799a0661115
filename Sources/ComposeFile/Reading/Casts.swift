/// The types that texts become where variables are put in, as `replicas: ${N}` has to be a number.
indirect enum CastTree: Sendable {
  case cast(Cast)
  case keys([String: CastTree])
  /// Every key of a mapping.
  case anyKey(CastTree)
  /// What a text becomes, and what the parts of a collection in its place become.
  case either(Cast, CastTree)
  case elements(CastTree)

  /// The part of the tree below a key of a mapping.
  func child(_ key: String) -> CastTree? {
    switch self {
    case .keys(let keys): keys[key]
    case .anyKey(let tree): tree
    case .either(_, let tree): tree.child(key)
    case .cast, .elements: nil
    }
  }

  /// What a text in this place becomes; nil where it stays one.
  var cast: Cast? {
    switch self {
    case .cast(let cast), .either(let cast, _): cast
    case .keys, .anyKey, .elements: nil
    }
  }

  /// The part of the tree below the elements of a list.
  var element: CastTree? {
    if case .elements(let tree) = self { return tree }
    return nil
  }
}

/// What a text becomes.
enum Cast: Sendable {
  case integer
  case number
  case truth

  /// The value of a text; nil where it is none.
  func value(of text: String) -> ComposeNode.Content? {
    switch self {
    case .integer: Int(text).map(ComposeNode.Content.integer)
    case .number: GoNumber.float(text).map(ComposeNode.Content.number)
    case .truth: Cast.truth(text).map(ComposeNode.Content.bool)
    }
  }

  /// What was asked for, in the words of a message.
  var name: String {
    switch self {
    case .integer: "a whole number"
    case .number: "a number"
    case .truth: "true or false"
    }
  }

  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "y", "yes", "on": true
    case "false", "n", "no", "off": false
    default: nil
    }
  }
}

extension CastTree {
  /// The casts of a whole file.
  static let file: CastTree = .keys([
    "services": .anyKey(service),
    "networks": .anyKey(
      .keys(["external": .cast(.truth), "internal": .cast(.truth), "attachable": .cast(.truth)])),
    "volumes": .anyKey(.keys(["external": .cast(.truth)])),
    "secrets": .anyKey(.keys(["external": .cast(.truth)])),
    "configs": .anyKey(.keys(["external": .cast(.truth)])),
  ])

  private static let service: CastTree = .keys([
    "cpu_count": .cast(.integer), "cpu_percent": .cast(.number), "cpu_period": .cast(.integer),
    "cpu_quota": .cast(.integer), "cpu_rt_period": .cast(.integer), "cpu_rt_runtime": .cast(.integer),
    "cpus": .cast(.number), "cpu_shares": .cast(.integer), "init": .cast(.truth),
    "depends_on": .anyKey(.keys(["restart": .cast(.truth)])),
    "deploy": deploy,
    "healthcheck": .keys(["retries": .cast(.integer), "disable": .cast(.truth)]),
    "oom_kill_disable": .cast(.truth), "oom_score_adj": .cast(.integer), "pids_limit": .cast(.integer),
    "ports": .elements(.keys(["target": .cast(.integer)])),
    "privileged": .cast(.truth), "read_only": .cast(.truth), "scale": .cast(.integer),
    "stdin_open": .cast(.truth), "tty": .cast(.truth),
    "ulimits": .anyKey(.either(.integer, .keys(["hard": .cast(.integer), "soft": .cast(.integer)]))),
    "volumes": .elements(
      .keys(["read_only": .cast(.truth), "volume": .keys(["nocopy": .cast(.truth)])])),
  ])

  private static let deploy: CastTree = .keys([
    "replicas": .cast(.integer),
    "update_config": .keys(["parallelism": .cast(.integer), "max_failure_ratio": .cast(.number)]),
    "rollback_config": .keys(["parallelism": .cast(.integer), "max_failure_ratio": .cast(.number)]),
    "restart_policy": .keys(["max_attempts": .cast(.integer)]),
    "placement": .keys(["max_replicas_per_node": .cast(.integer)]),
  ])
}
