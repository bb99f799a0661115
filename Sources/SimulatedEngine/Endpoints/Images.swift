extension Route {
  /// `/images`.
  static let images: [Route] = [
    Route(.GET, "/images/json", listImages), Route(.GET, "/images/{+}/json", inspectImage),
    Route(.GET, "/images/{+}/history", history), Route(.DELETE, "/images/{+}", removeImage),
    Route(.POST, "/images/prune", pruneImages), Route(.GET, "/distribution/{+}/json", askRegistry),
    Route(.GET, "/images/get", saveImages),
    Route(.POST, "/images/create", pullImage), Route(.POST, "/images/{+}/push", pushImage),
    Route(.GET, "/images/{+}/get", saveImages),
  ]

  @Sendable private static func listImages(_ call: Call, _ state: inout SimulatedState) throws(Refusal)
    -> Reply
  {
    let filters = try Filters(call.query["filters"])
    try filters.check(known: ["before", "dangling", "label", "reference", "since", "until"])
    let chosen = state.images.filter { image in
      filters.allows("dangling") { ["true", "1"].contains($0) == image.tags.isEmpty }
        && filters.allows(labels: image.spec.labels)
        && filters.allows("reference") { wanted in
          image.tags.contains { $0 == wanted || $0.hasPrefix(wanted + ":") }
        }
    }
    return .json(200, .array(state.imageList(chosen, version: call.version)))
  }

  @Sendable private static func inspectImage(_ call: Call, _ state: inout SimulatedState) throws(Refusal)
    -> Reply
  {
    .json(200, state.images[try state.imageIndex(call.subject)].inspection(version: call.version))
  }

  @Sendable private static func history(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply
  {
    let image = state.images[try state.imageIndex(call.subject)]
    let layers = image.layers.enumerated().map { index, layer -> JSON in
      [
        "Id": .string(index == 0 ? image.id : "<missing>"),
        "Created": .integer((image.created - .seconds(index * 60)).seconds),
        "CreatedBy": .string(layer.createdBy), "Tags": index == 0 ? .strings(image.tags) : nil,
        "Size": .integer(layer.size), "Comment": "buildkit.dockerfile.v0",
      ]
    }
    return .json(200, .array(layers))
  }

  @Sendable private static func removeImage(_ call: Call, _ state: inout SimulatedState) throws(Refusal)
    -> Reply
  {
    let index = try state.imageIndex(call.subject)
    let image = state.images[index]
    let force = call.flag("force")
    let isByTag = image.tags.contains(SimulatedState.withTag(call.subject))
    let users = state.users(ofImage: image.id)
    if isByTag {
      let tag = SimulatedState.withTag(call.subject)
      if !force, image.tags.count == 1, let user = users.first {
        throw Refusal(
          409,
          "conflict: unable to remove repository reference \"\(call.subject)\" (must force) - container "
            + "\(user.shortID) is using its referenced image \(image.shortID)")
      }
      if image.tags.count > 1 || !users.isEmpty { return .json(200, .array([state.untag(tag, at: index)])) }
    } else {
      try refuseRemoval(of: image, users, force: force)
    }
    return .json(200, .array(state.deleteImage(at: index)))
  }

  private static func refuseRemoval(
    of image: ImageRecord, _ users: [ContainerRecord], force: Bool
  ) throws(Refusal) {
    let subject = "conflict: unable to delete \(image.shortID)"
    if let user = users.first(where: \.isLive) {
      throw Refusal(
        409, "\(subject) (cannot be forced) - image is being used by running container \(user.shortID)")
    }
    if !force, image.tags.count > 1 {
      throw Refusal(409, "\(subject) (must be forced) - image is referenced in multiple repositories")
    }
    if !force, let user = users.first {
      throw Refusal(
        409, "\(subject) (must be forced) - image is being used by stopped container \(user.shortID)")
    }
  }

  @Sendable private static func pruneImages(_ call: Call, _ state: inout SimulatedState) throws(Refusal)
    -> Reply
  {
    let filters = try Filters(call.query["filters"])
    let all = filters["dangling"].contains { ["false", "0"].contains($0) }
    var deleted: [JSON] = []
    var size: Int64 = 0
    for image in state.images where (all || image.tags.isEmpty) && filters.allows(labels: image.spec.labels) {
      guard state.users(ofImage: image.id).isEmpty,
        let index = state.images.firstIndex(where: { $0.id == image.id })
      else { continue }
      deleted += state.deleteImage(at: index)
      size += image.spec.size
    }
    state.emit("image", "prune", "", ["reclaimed": String(size)])
    return .json(
      200, ["ImagesDeleted": deleted.isEmpty ? nil : .array(deleted), "SpaceReclaimed": .integer(size)])
  }
}
