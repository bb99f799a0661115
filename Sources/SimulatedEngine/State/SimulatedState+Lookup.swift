extension SimulatedState {
  /// The container of a full id, a name, or the beginning of an id; else the engine's refusal.
  func container(_ reference: String) throws(Refusal) -> ContainerRecord {
    let name = reference.hasPrefix("/") ? String(reference.dropFirst()) : reference
    if let found = containers[reference] ?? idsByName[name].flatMap({ containers[$0] }) { return found }
    let matches = reference.isEmpty ? [] : order.filter { $0.hasPrefix(reference) }
    if matches.count > 1 { throw Refusal(400, "multiple IDs found with provided prefix: \(reference)") }
    guard let id = matches.first, let found = containers[id] else {
      throw Refusal(404, "No such container: \(reference)")
    }
    return found
  }

  /// The place of an image by tag, id or the beginning of an id.
  func imageIndex(_ reference: String) throws(Refusal) -> Int {
    let tag = Self.withTag(reference)
    let digest = reference.hasPrefix("sha256:") ? reference : "sha256:" + reference
    let isLong = digest.utf8.count > 9
    if let found = images.firstIndex(where: { $0.tags.contains(tag) || (isLong && $0.id.hasPrefix(digest)) })
    {
      return found
    }
    throw Refusal(404, "No such image: \(tag)")
  }

  /// The reference with `:latest` where it has no tag.
  static func withTag(_ reference: String) -> String {
    if reference.hasPrefix("sha256:") { return reference }
    let last = reference.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return last.contains(":") || last.contains("@") ? reference : reference + ":latest"
  }

  func volumeIndex(_ name: String) throws(Refusal) -> Int {
    guard let found = volumes.firstIndex(where: { $0.name == name }) else {
      throw Refusal(404, "get \(name): no such volume")
    }
    return found
  }

  func networkIndex(_ reference: String) throws(Refusal) -> Int {
    if let exact = networks.firstIndex(where: { $0.id == reference || $0.name == reference }) { return exact }
    guard reference.utf8.count > 2, let found = networks.firstIndex(where: { $0.id.hasPrefix(reference) })
    else {
      throw Refusal(404, "network \(reference) not found")
    }
    return found
  }

  /// The containers that mount a volume.
  func users(ofVolume name: String) -> [ContainerRecord] {
    allContainers.filter { $0.spec.mounts.contains { !$0.isBind && $0.source == name } }
  }

  /// The containers made from an image.
  func users(ofImage id: String) -> [ContainerRecord] { allContainers.filter { $0.imageID == id } }

  /// The live containers with a place in a network.
  func members(ofNetwork id: String) -> [ContainerRecord] {
    allContainers.filter { $0.isLive && $0.endpoints.contains { $0.networkID == id } }
  }
}
