public import EngineModel

extension EngineRequest {
  /// GET /containers/json: the running containers, or all; of `ids` only where given.
  public static func containers(all: Bool = true, ids: [ContainerID]? = nil) -> EngineRequest {
    var query = [Parameter("all", all ? "1" : "0")]
    if let ids, let filters = filters([("id", ids.map(\.rawValue))]) { query.append(filters) }
    return EngineRequest(.get, "containers", "json", query: query)
  }

  /// GET /containers/{id}/json: everything about one container.
  public static func container(_ id: ContainerID) -> EngineRequest {
    EngineRequest(.get, "containers", id.rawValue, "json")
  }

  /// GET /containers/{id}/top: its processes; 409 where it does not run.
  public static func processes(of id: ContainerID) -> EngineRequest {
    EngineRequest(.get, "containers", id.rawValue, "top")
  }

  /// GET /containers/{id}/logs: what it printed.
  public static func logs(_ id: ContainerID, _ query: LogQuery) -> EngineRequest {
    EngineRequest(.get, "containers", id.rawValue, "logs", query: query.parameters)
  }

  /// GET /containers/{id}/stats: one measurement a second, until it is removed.
  public static func stats(_ id: ContainerID) -> EngineRequest {
    EngineRequest(.get, "containers", id.rawValue, "stats", query: [Parameter("stream", "1")])
  }

  /// GET /containers/{id}/stats: one measurement, without the one before it from API 1.41 on.
  public static func statsOnce(_ id: ContainerID) -> EngineRequest {
    let query = [Parameter("stream", "0"), Parameter("one-shot", "1", since: APIVersion(1, 41))]
    return EngineRequest(.get, "containers", id.rawValue, "stats", query: query)
  }

  /// POST /containers/create: makes a container of that name, which does not run yet; the body is its definition. 404
  /// where the image is missing, 409 where the name is taken.
  public static func createContainer(_ definition: JSONValue, name: String) -> EngineRequest {
    EngineRequest(
      .post, "containers", "create", query: [Parameter("name", name)],
      body: Array(definition.prettyText.utf8), timeout: 120)
  }

  /// POST /containers/{id}/start; 304 where it runs already.
  public static func start(_ id: ContainerID) -> EngineRequest {
    EngineRequest(.post, "containers", id.rawValue, "start", timeout: 120)
  }

  /// POST /containers/{id}/stop: asks it to end, kills it after `seconds` (its own setting where nil); 304 where it
  /// does not run.
  public static func stop(_ id: ContainerID, seconds: Int? = nil) -> EngineRequest {
    let query = seconds.map { [Parameter("t", String($0))] } ?? []
    return EngineRequest(
      .post, "containers", id.rawValue, "stop", query: query, timeout: timeout(stoppingWithin: seconds))
  }

  /// POST /containers/{id}/restart: stop and start; `seconds` as for `stop`. Podman without `seconds` kills at once.
  public static func restart(_ id: ContainerID, seconds: Int? = nil) -> EngineRequest {
    let query = seconds.map { [Parameter("t", String($0))] } ?? []
    return EngineRequest(
      .post, "containers", id.rawValue, "restart", query: query, timeout: timeout(stoppingWithin: seconds))
  }

  /// How long an answer may take that comes when a container has ended; below 0 it has all the time in the world.
  private static func timeout(stoppingWithin seconds: Int?) -> Double {
    guard let seconds else { return 600 }
    return seconds < 0 ? 1e8 : max(600, min(Double(seconds), 1e8) + 60)
  }

  /// POST /containers/{id}/kill: sends a signal, by name ("SIGHUP") or number; 409 where it does not run.
  public static func kill(_ id: ContainerID, signal: String) -> EngineRequest {
    EngineRequest(
      .post, "containers", id.rawValue, "kill", query: [Parameter("signal", signal)], timeout: 60)
  }

  /// POST /containers/{id}/pause: freezes its processes.
  public static func pause(_ id: ContainerID) -> EngineRequest {
    EngineRequest(.post, "containers", id.rawValue, "pause", timeout: 60)
  }

  /// POST /containers/{id}/unpause: lets its processes go on.
  public static func unpause(_ id: ContainerID) -> EngineRequest {
    EngineRequest(.post, "containers", id.rawValue, "unpause", timeout: 60)
  }

  /// POST /containers/{id}/rename; 409 where the name is taken.
  public static func rename(_ id: ContainerID, to name: String) -> EngineRequest {
    EngineRequest(.post, "containers", id.rawValue, "rename", query: [Parameter("name", name)])
  }

  /// POST /containers/{id}/update: changes limits and the restart policy; the body is a part of HostConfig. API 1.22 and
  /// later.
  public static func update(_ id: ContainerID, _ limits: JSONValue) -> EngineRequest {
    EngineRequest(
      .post, "containers", id.rawValue, "update", body: Array(limits.prettyText.utf8), timeout: 60)
  }

  /// DELETE /containers/{id}: `force` kills it first, `volumes` takes its anonymous volumes along.
  public static func remove(_ id: ContainerID, force: Bool = false, volumes: Bool = false) -> EngineRequest {
    let query = [Parameter("force", force ? "1" : "0"), Parameter("v", volumes ? "1" : "0")]
    return EngineRequest(.delete, "containers", id.rawValue, query: query, timeout: 300)
  }

  /// POST /containers/prune: removes all that do not run.
  public static let pruneContainers = EngineRequest(.post, "containers", "prune", timeout: 600)
}
