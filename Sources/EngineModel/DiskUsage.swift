/// The disk space that an engine uses (GET /system/df). The engine walks its files for it: seconds on a busy host.
public struct DiskUsage: Hashable, Sendable {
  /// One kind of resource.
  public struct Share: Hashable, Sendable {
    /// How many there are.
    public var count: Int
    /// How many of them are in use.
    public var active: Int
    /// Their bytes.
    public var size: UInt64
    /// The bytes that a prune would free.
    public var reclaimable: UInt64

    /// A share as given.
    public init(count: Int = 0, active: Int = 0, size: UInt64 = 0, reclaimable: UInt64 = 0) {
      self.count = count
      self.active = active
      self.size = size
      self.reclaimable = reclaimable
    }
  }

  /// Images.
  public var images: Share
  /// Containers' writable layers.
  public var containers: Share
  /// Volumes.
  public var volumes: Share
  /// The builder's cache.
  public var buildCache: Share
  /// Each volume's size and use, where the engine lists them (API 1.52 and later does so only with `verbose`).
  public var volumeItems: [VolumeSummary]
  /// Each image's size and what it shares with others, where the engine lists them.
  public var imageItems: [ImageSummary]
  /// The bytes in each container's writable layer, where the engine lists them.
  public var containerSizes: [ContainerID: UInt64]
  /// Each piece of the builder's cache, where the engine lists them.
  public var cacheItems: [BuildCacheRecord]

  /// A usage as given.
  public init(
    images: Share = Share(), containers: Share = Share(), volumes: Share = Share(),
    buildCache: Share = Share(), volumeItems: [VolumeSummary] = [], imageItems: [ImageSummary] = [],
    containerSizes: [ContainerID: UInt64] = [:], cacheItems: [BuildCacheRecord] = []
  ) {
    self.images = images
    self.containers = containers
    self.volumes = volumes
    self.buildCache = buildCache
    self.volumeItems = volumeItems
    self.imageItems = imageItems
    self.containerSizes = containerSizes
    self.cacheItems = cacheItems
  }
}
