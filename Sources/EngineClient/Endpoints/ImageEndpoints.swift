import EngineModel

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

  /// How long an engine may take before it begins to answer to what takes long, in seconds: it says nothing while a
  /// registry keeps it waiting, and whoever waits can end that.
  private static let patience = 86_400.0

  /// POST /images/create: gets an image from its registry, `latest` where the reference has neither tag nor digest; its
  /// answer is a `ProgressStream`.
  public static func pullImage(
    _ reference: String, platform: String? = nil, auth: RegistryAuth? = nil
  ) -> EngineRequest {
    let isExact = reference.contains("@") || reference.split(separator: "/").last?.contains(":") == true
    var query = [Parameter("fromImage", isExact ? reference : reference + ":latest")]
    if let platform { query.append(Parameter("platform", platform, since: APIVersion(1, 32))) }
    var request = EngineRequest(.post, "images", "create", query: query, timeout: patience)
    request.registryAuth = auth
    return request
  }

  /// POST /images/{name}/push: brings an image to its registry; its answer is a `ProgressStream`. Engines want a header
  /// of credentials, even if there are none.
  public static func pushImage(_ reference: String, auth: RegistryAuth? = nil) -> EngineRequest {
    let name = ImageName(reference)
    var request = EngineRequest(
      .post, "images", name.repository, "push", query: [Parameter("tag", name.tag ?? "latest")],
      timeout: patience)
    request.registryAuth = auth ?? .nobody
    return request
  }

  /// GET /images/get: an archive of images with all that they are made of; its answer is a `ByteStream`.
  public static func saveImages(_ references: [String]) -> EngineRequest {
    EngineRequest(.get, "images", "get", query: references.map { Parameter("names", $0) }, timeout: patience)
  }

  /// POST /images/load: takes in an archive of images, which is sent with it; its answer is a `ProgressStream`.
  public static func loadImages() -> EngineRequest {
    EngineRequest(.post, "images", "load", query: [Parameter("quiet", "0")], timeout: patience)
  }

  /// POST /images/create: makes an image of an archive of files, which is sent with it; its answer is a
  /// `ProgressStream`. Without a reference the image has no name.
  public static func importImage(as reference: String) -> EngineRequest {
    let name = ImageName(reference)
    var query = [Parameter("fromSrc", "-")]
    if !reference.isEmpty {
      query += [Parameter("repo", name.repository), Parameter("tag", name.tag ?? "latest")]
    }
    return EngineRequest(.post, "images", "create", query: query, timeout: patience)
  }

  /// POST /images/{name}/tag: gives an image one more name.
  public static func tagImage(_ image: String, as reference: String) -> EngineRequest {
    let name = ImageName(reference)
    return EngineRequest(
      .post, "images", image, "tag",
      query: [Parameter("repo", name.repository), Parameter("tag", name.tag ?? "latest")])
  }
}
