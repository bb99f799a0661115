public import EngineModel

extension EngineRequest {
  /// GET /volumes: all volumes, or (`dangling`) those that no container uses.
  public static func volumes(dangling: Bool = false) -> EngineRequest {
    let filters = filters(dangling ? [("dangling", ["true"])] : [])
    return EngineRequest(.get, "volumes", query: filters.map { [$0] } ?? [])
  }

  /// GET /volumes/{name}: everything about one volume.
  public static func volume(_ name: VolumeName) -> EngineRequest {
    EngineRequest(.get, "volumes", name.rawValue)
  }

  /// POST /volumes/create: makes a volume; the body is its definition. One of that name and driver that is there already
  /// stays as it is, and the engine says that it was made.
  public static func createVolume(_ definition: JSONValue) -> EngineRequest {
    EngineRequest(.post, "volumes", "create", body: Array(definition.prettyText.utf8), timeout: 120)
  }

  /// DELETE /volumes/{name}; 409 where a container uses it.
  public static func removeVolume(_ name: VolumeName, force: Bool = false) -> EngineRequest {
    EngineRequest(
      .delete, "volumes", name.rawValue, query: [Parameter("force", force ? "1" : "0")], timeout: 120)
  }

  /// POST /volumes/prune: removes every volume that no container uses, the named ones too. (From API 1.42 on that
  /// needs the filter `all`; before, engines know no such filter and always do it.)
  public static let pruneAllVolumes: EngineRequest = {
    let all = Parameter("filters", #"{"all":["true"]}"#, since: APIVersion(1, 42))
    return EngineRequest(.post, "volumes", "prune", query: [all], timeout: 600)
  }()

  /// POST /volumes/prune: removes the anonymous volumes that no container uses. Only where API 1.42 or later is
  /// spoken: older engines would take the named ones as well.
  static let pruneAnonymousVolumes = EngineRequest(.post, "volumes", "prune", timeout: 600)
}
