extension Route {
  /// `GET /system/df`: the old shape until API 1.52, the new one since 1.52; 1.52 has both.
  @Sendable static func diskUsage(_ call: Call, _ state: inout SimulatedState) -> Reply {
    var members: [(String, JSON)] = []
    if call.version < ServedVersion(1, 53) { members += state.oldDiskUsage(version: call.version) }
    if call.version >= ServedVersion(1, 52) {
      members += state.newDiskUsage(version: call.version, verbose: call.flag("verbose"))
    }
    return .json(200, .object(members))
  }
}

extension Route {
  /// `POST /build/prune`: without `all` what images share stays; `until` keeps what was used since.
  @Sendable static func pruneBuildCache(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let filters = try Filters(call.query["filters"])
    let isOldOnly = !filters["until"].isEmpty
    let gone = state.cache.filter { piece in
      (call.flag("all") || !piece.isShared) && (!isOldOnly || piece.age > .seconds(86_400))
    }
    let ids = Set(gone.map(\.id))
    state.cache.removeAll { ids.contains($0.id) }
    let size = gone.reduce(0) { $0 + $1.size }
    return .json(200, ["CachesDeleted": .strings(gone.map(\.id)), "SpaceReclaimed": .integer(size)])
  }
}

extension SimulatedState {
  fileprivate mutating func oldDiskUsage(version: ServedVersion) -> [(String, JSON)] {
    [
      ("LayersSize", .integer(images.reduce(0) { $0 + $1.spec.size })),
      ("Images", .array(imageEntries(version: version))), ("Containers", .array(containerEntries(version))),
      ("Volumes", .array(volumeEntries)), ("BuildCache", .array(cacheEntries)), ("BuilderSize", 0),
    ]
  }

  fileprivate mutating func newDiskUsage(version: ServedVersion, verbose: Bool) -> [(String, JSON)] {
    let used = Set(containers.values.map(\.imageID))
    let mounted = usedVolumes
    let live = containers.values.filter(\.isLive)
    let total = { (sizes: [Int64]) in sizes.reduce(0, +) }
    let resting = containers.values.filter { !$0.isLive }.map(\.writableSize)
    let idleImages = images.filter { !used.contains($0.id) }.map(\.spec.size)
    let idleVolumes = volumes.filter { mounted[$0.name] == nil }.map(\.spec.size)
    return [
      (
        "ImageUsage",
        Self.usage(
          active: images.count - idleImages.count, total: images.count, reclaimable: total(idleImages),
          size: total(images.map(\.spec.size)), items: verbose ? imageEntries(version: version) : nil)
      ),
      (
        "ContainerUsage",
        Self.usage(
          active: live.count, total: containers.count, reclaimable: total(resting),
          size: total(containers.values.map(\.writableSize)),
          items: verbose ? containerEntries(version) : nil)
      ),
      (
        "VolumeUsage",
        Self.usage(
          active: mounted.count, total: volumes.count, reclaimable: total(idleVolumes),
          size: total(volumes.map(\.spec.size)), items: verbose ? volumeEntries : nil)
      ),
      (
        "BuildCacheUsage",
        Self.usage(
          active: 0, total: cache.count, reclaimable: total(cache.map(\.size)),
          size: total(cache.map(\.size)),
          items: verbose ? cacheEntries : nil)
      ),
    ]
  }

  private static func usage(active: Int, total: Int, reclaimable: Int64, size: Int64, items: [JSON]?) -> JSON
  {
    .object(
      [
        ("ActiveCount", .int(active)), ("TotalCount", .int(total)), ("Reclaimable", .integer(reclaimable)),
        ("TotalSize", .integer(size)),
      ] + (items.map { [("Items", JSON.array($0))] } ?? []))
  }

  private func imageEntries(version: ServedVersion) -> [JSON] {
    var users: [String: Int] = [:]
    for record in containers.values { users[record.imageID, default: 0] += 1 }
    return imageList(images, version: version).map { entry in
      guard case .object(let members) = entry,
        case .string(let id)? = members.first(where: { $0.0 == "Id" })?.1
      else { return entry }
      return entry.removing(["Containers", "SharedSize"]).adding([
        ("Containers", .int(users[id, default: 0])), ("SharedSize", 0),
      ])
    }
  }

  private mutating func containerEntries(_ version: ServedVersion) -> [JSON] {
    allContainers.map { record in
      var text: [UInt8] = []
      appendSummary(of: record, version: version, size: true, to: &text)
      return .encoded(text)
    }
  }

  private var cacheEntries: [JSON] {
    cache.map { piece in
      [
        "ID": .string(piece.id), "Type": .string(piece.kind), "Description": .string(piece.summary),
        "InUse": false, "Shared": .bool(piece.isShared), "Size": .integer(piece.size),
        "CreatedAt": .string((now - piece.age).text), "LastUsedAt": .string((now - piece.age).text),
        "UsageCount": 1,
      ]
    }
  }

  private var volumeEntries: [JSON] {
    let used = usedVolumes
    return volumes.map { volume in
      let usage: JSON = ["Size": .integer(volume.spec.size), "RefCount": .int(used[volume.name, default: 0])]
      return volume.document.adding([("UsageData", usage)])
    }
  }
}
