extension Route {
  /// `/_ping`, `/version`, `/info`, `/events`, `/system/df`.
  static let system: [Route] = [
    Route(.GET, "/_ping", ping), Route(.HEAD, "/_ping", ping), Route(.GET, "/version", version),
    Route(.GET, "/info", info), Route(.GET, "/events", events), Route(.GET, "/system/df", diskUsage),
    Route(.POST, "/build/prune", pruneBuildCache),
    Route(.POST, "/auth") { (_, _) throws(Refusal) in throw Refusal(401, "unauthorized: no registry here") },
  ]

  /// What needs a swarm is refused as by an engine that is in none.
  static let swarm: [Route] =
    ["swarm", "nodes", "services", "tasks", "secrets", "configs"].flatMap { resource in
      let refusal = Refusal(
        503,
        "This node is not a swarm manager. Use \"docker swarm init\" or \"docker swarm join\" to connect this "
          + "node to swarm and try again.")
      let endpoint: Endpoint = { (_, _) throws(Refusal) in throw refusal }
      return [Route(.GET, resource, endpoint), Route(.GET, resource + "/{+}", endpoint)]
    } + [
      Route(.GET, "/plugins") { (_, _) throws(Refusal) in .json(200, []) },
      Route(.GET, "/plugins/{+}/json") { (call, _) throws(Refusal) in
        throw Refusal(404, "plugin \"\(call.subject)\" not found")
      },
    ]

  @Sendable private static func ping(_ call: Call, _ state: inout SimulatedState) -> Reply {
    .bytes(200, contentType: "text/plain; charset=utf-8", call.method == .HEAD ? [] : [UInt8]("OK".utf8))
  }

  @Sendable private static func version(_ call: Call, _ state: inout SimulatedState) -> Reply {
    let options = state.options
    let details: JSON = [
      "ApiVersion": .string(options.apiVersion), "Arch": "amd64",
      "BuildTime": "2026-01-08T14:21:03.000000000+00:00",
      "Experimental": "false", "GitCommit": "45873be", "GoVersion": "go1.24.3",
      "KernelVersion": .string(Host.kernel), "MinAPIVersion": .string(options.minimumAPIVersion),
      "Os": "linux",
    ]
    let components: JSON = [
      [
        "Name": options.isPodman ? "Podman Engine" : "Engine", "Version": .string(options.engineVersion),
        "Details": details,
      ],
      ["Name": "containerd", "Version": "1.7.27", "Details": ["GitCommit": "05044ec0a9a7"]],
      ["Name": "runc", "Version": "1.2.5", "Details": ["GitCommit": "v1.2.5-0-g59923ef"]],
      ["Name": "docker-init", "Version": "0.19.0", "Details": ["GitCommit": "de40ad0"]],
    ]
    return .json(
      200,
      [
        "Platform": ["Name": "Docker Engine - Simulated"], "Components": components,
        "Version": .string(options.engineVersion), "ApiVersion": .string(options.apiVersion),
        "MinAPIVersion": .string(options.minimumAPIVersion), "GitCommit": "45873be", "GoVersion": "go1.24.3",
        "Os": "linux", "Arch": "amd64", "KernelVersion": .string(Host.kernel),
        "BuildTime": "2026-01-08T14:21:03.000000000+00:00",
      ])
  }

  @Sendable private static func events(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let stream = ServedEvents(
      filters: try Filters(call.query["filters"]), version: call.version, since: try instant(call, "since"),
      until: try instant(call, "until"), state: state)
    return .stream(contentType: "application/json", stream)
  }

  /// A time of the query; nil where it is missing or 0.
  static func instant(_ call: Call, _ name: String) throws(Refusal) -> EngineInstant? {
    guard let text = call.query[name], !text.isEmpty, text != "0" else { return nil }
    guard let instant = EngineInstant(unixText: text) else {
      throw Refusal(400, "strconv.ParseInt: parsing \"\(text)\": invalid syntax")
    }
    return instant
  }
}
