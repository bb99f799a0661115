extension EngineRequest {
  /// GET /images/json: the images that are named or untagged, without what lies between.
  public static let images = EngineRequest(.get, "images", "json", timeout: 30)

  /// GET /images/{name}/json: everything about one image.
  public static func image(_ name: String) -> EngineRequest {
    EngineRequest(.get, "images", name, "json")
  }

  /// GET /images/{name}/history: the steps of its making, newest first.
  public static func imageHistory(_ name: String) -> EngineRequest {
    EngineRequest(.get, "images", name, "history")
  }

  /// DELETE /images/{name}: takes a name away, and the image with its last one; 409 where a container uses it. By id,
  /// `force` takes all of its names.
  public static func removeImage(_ name: String, force: Bool = false) -> EngineRequest {
    EngineRequest(.delete, "images", name, query: [Parameter("force", force ? "1" : "0")], timeout: 300)
  }

  /// POST /images/prune: removes the untagged images that no container uses; with `all`, the named ones too.
  public static func pruneImages(all: Bool = false) -> EngineRequest {
    let filters = filters([("dangling", [all ? "false" : "true"])])
    return EngineRequest(.post, "images", "prune", query: filters.map { [$0] } ?? [], timeout: 600)
  }
}
