import EngineModel

/// What an image lays under a container's definition (GET /images/{name}/json).
package struct ImageFacts: Sendable, Hashable, Identifiable {
  /// The image's id.
  package var id: ImageID
  /// Its names with tags.
  package var tags: [String]
  /// Its names with digests.
  package var digests: [String]
  /// What it sets for containers (`Config`): Env, Labels, Cmd, Entrypoint, …
  package var config: JSONValue

  /// An image from its parts.
  package init(id: ImageID, tags: [String] = [], digests: [String] = [], config: JSONValue = .object([])) {
    self.id = id
    self.tags = tags
    self.digests = digests
    self.config = config
  }

  /// Reads the answer of GET /images/{name}/json; nil where it is no object with an id.
  package init?(_ document: JSONValue) {
    guard let id = document["Id"].string, !id.isEmpty else { return nil }
    self.init(
      id: ImageID(id), tags: document["RepoTags"].strings, digests: document["RepoDigests"].strings,
      config: document["Config"])
  }

  /// Whether it is meant by a reference.
  func answers(to name: ImageReference) -> Bool {
    if name.isDigested { return digests.contains { ImageReference($0) == name } }
    return tags.contains { ImageReference($0) == name } || name.isID(id)
  }
}

/// An image's name in its full spelling, so that `nginx` and `docker.io/library/nginx:latest` are one.
struct ImageReference: Hashable {
  let full: String

  init(_ text: String) {
    var path = text
    var end = ""
    if let at = path.firstIndex(of: "@") {
      end = String(path[at...])
      path = String(path[..<at])
    }
    let lastPart = path.split(separator: "/").last ?? ""
    if let colon = lastPart.lastIndex(of: ":") {
      let tag = lastPart[colon...]
      path = String(path.dropLast(tag.count))
      // A digest says more than a tag.
      if end.isEmpty { end = String(tag) }
    }
    if end.isEmpty { end = ":latest" }
    for registry in ["docker.io/", "index.docker.io/", "localhost/"] where path.hasPrefix(registry) {
      path = String(path.dropFirst(registry.count))
    }
    if path.hasPrefix("library/") { path = String(path.dropFirst("library/".count)) }
    full = path + end
  }

  var isDigested: Bool { full.contains("@") }

  /// Whether it is an id, or the beginning of one, of that image.
  func isID(_ id: ImageID) -> Bool {
    guard full.hasSuffix(":latest") else { return full == id.rawValue }
    let digits = full.dropLast(":latest".count)
    return digits.utf8.count >= 12 && id.rawValue.split(separator: ":").last?.hasPrefix(digits) == true
  }
}
