extension Route {
  /// What the registries of a simulated engine have under a name: mostly what the engine has, of some names something
  /// newer; some let nobody in, and one has had enough.
  @Sendable static func askRegistry(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let tag = SimulatedState.withTag(call.subject)
    if letsNobodyIn(call.subject) {
      throw Refusal(401, "unauthorized: authentication required")
    }
    if call.subject.hasPrefix("restic/") {
      throw Refusal(
        500,
        "toomanyrequests: You have reached your unauthenticated pull rate limit. "
          + "https://www.docker.com/increase-rate-limit")
    }
    guard let image = state.images.first(where: { $0.tags.contains(tag) }) else {
      throw Refusal(404, "manifest unknown: manifest unknown")
    }
    let repository = ImageRecord.repository(of: tag)
    let digest = hexadecimal("digest \(ImageRecord.remoteID(of: tag, own: image)) \(repository)")
    return .json(
      200,
      [
        "Descriptor": [
          "mediaType": "application/vnd.oci.image.index.v1+json", "digest": .string("sha256:" + digest),
          "size": 1_609,
        ], "Platforms": [["architecture": "amd64", "os": "linux"]],
      ])
  }
}
