extension DiskUsage {
  /// Reads the answer of GET /system/df: totals from API 1.52 on, lists of everything before; nil where it is no
  /// object.
  public init?(_ document: JSONValue) {
    guard case .object = document else { return nil }
    func entries(_ old: String, _ new: String) -> [JSONValue] {
      let items = document[new]["Items"].elements
      return items.isEmpty ? document[old].elements : items
    }
    let cache = entries("BuildCache", "BuildCacheUsage").map(BuildCacheRecord.init(_:))
    let sizes = entries("Containers", "ContainerUsage").compactMap { entry in
      entry["Id"].string.map { (ContainerID($0), entry["SizeRw"].uint64 ?? 0) }
    }
    self.init(
      images: Share(totals: document["ImageUsage"]) ?? Share(oldImages: document),
      containers: Share(totals: document["ContainerUsage"])
        ?? Share(items: document["Containers"], size: { $0["SizeRw"].uint64 }) {
          !ContainerState($0["State"].string ?? "").isPrunable
        },
      volumes: Share(totals: document["VolumeUsage"])
        ?? Share(items: document["Volumes"], size: { $0["UsageData"]["Size"].uint64 }) {
          ($0["UsageData"]["RefCount"].int ?? 0) > 0
        },
      buildCache: Share(totals: document["BuildCacheUsage"]) ?? Share(cache),
      volumeItems: entries("Volumes", "VolumeUsage").compactMap(VolumeSummary.init(_:)),
      imageItems: entries("Images", "ImageUsage").compactMap(ImageSummary.init(_:)),
      containerSizes: Dictionary(sizes, uniquingKeysWith: { first, _ in first }),
      cacheItems: cache.filter { !$0.id.isEmpty })
  }
}

extension DiskUsage.Share {
  /// `ImageUsage` and the like, API 1.52 and later; nil where the engine does not have them.
  fileprivate init?(totals document: JSONValue) {
    guard case .object = document else { return nil }
    self.init(
      count: document["TotalCount"].int ?? 0, active: document["ActiveCount"].int ?? 0,
      size: document["TotalSize"].uint64 ?? 0, reclaimable: document["Reclaimable"].uint64 ?? 0)
  }

  /// A list of things: what is not active could be freed.
  fileprivate init(items: JSONValue, size: (JSONValue) -> UInt64?, isActive: (JSONValue) -> Bool) {
    self.init()
    for item in items.elements {
      let bytes = size(item) ?? 0
      self.count += 1
      self.size &+= bytes
      if isActive(item) { active += 1 } else { reclaimable &+= bytes }
    }
  }

  /// Pieces of the cache: what images hold too is counted there.
  fileprivate init(_ cache: [BuildCacheRecord]) {
    self.init()
    for record in cache {
      let bytes = record.isShared ? 0 : record.size
      count += 1
      size &+= bytes
      if record.isPrunable(all: true) { reclaimable &+= bytes } else { active += 1 }
    }
  }

  /// `Images` and `LayersSize`, before API 1.53. As `docker system df` counts: what active images hold, less what
  /// they share, stays; everything else could be freed.
  fileprivate init(oldImages document: JSONValue) {
    self.init(size: document["LayersSize"].uint64 ?? 0)
    var used: UInt64 = 0
    for image in document["Images"].elements {
      count += 1
      guard (image["Containers"].int ?? 0) > 0 else { continue }
      active += 1
      let (bytes, shared) = (image["Size"].uint64 ?? 0, image["SharedSize"].uint64 ?? 0)
      used &+= bytes > shared ? bytes - shared : 0
    }
    reclaimable = size > used ? size - used : 0
  }
}
