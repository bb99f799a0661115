import EngineModel

/// One kind of what takes the disk.
enum DiskGroup: String, CaseIterable, Sendable {
  case images, containers, volumes
  case buildCache = "build cache"

  /// `Images`, `Build cache`.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// What all of it takes, as the engine counts.
  func share(of usage: DiskUsage) -> DiskUsage.Share {
    switch self {
    case .images: usage.images
    case .containers: usage.containers
    case .volumes: usage.volumes
    case .buildCache: usage.buildCache
    }
  }

  /// The pane whose prune takes it.
  var pane: PaneKind {
    switch self {
    case .images: .images
    case .containers: .containers
    case .volumes: .volumes
    case .buildCache: .disk
    }
  }
}

/// One thing that takes the disk.
struct DiskItem: Sendable, Equatable {
  let row: RowID
  let group: DiskGroup
  let size: UInt64
  /// The bytes of it that others have too; nil where the engine does not say.
  var shared: UInt64?
  /// Whether the narrowest prune of its kind takes it, and the widest.
  let isPruned: Bool
  let isPrunedByAll: Bool
  /// When it was made, or used last; nil where nobody knows.
  var time: Timestamp?
}

extension EngineState {
  /// What takes the disk, the largest first; only what is still there.
  func diskItems(of group: DiskGroup) -> [DiskItem] {
    guard let usage = disk.usage else { return [] }
    let items: [DiskItem] =
      switch group {
      case .images: usage.imageItems.compactMap(diskItem)
      case .containers: usage.containerSizes.compactMap(diskItem)
      case .volumes: usage.volumeItems.compactMap(diskItem)
      case .buildCache: usage.cacheItems.map(diskItem)
      }
    return items.sorted { ($1.size, $0.row.name) < ($0.size, $1.row.name) }
  }

  func diskItem(_ measured: ImageSummary) -> DiskItem? {
    guard let image = facts.images[measured.id] else { return nil }
    let isUsed = facts.usedImages.contains(image.id)
    return DiskItem(
      row: .image(image.id, tag: image.repoTags.first, on: id), group: .images, size: measured.size,
      shared: measured.sharedSize, isPruned: image.isPrunable(isUsed: isUsed, all: false),
      isPrunedByAll: image.isPrunable(isUsed: isUsed, all: true), time: image.created)
  }

  /// A container that has written nothing takes nothing: it is only listed where a prune takes it.
  func diskItem(_ measured: (key: ContainerID, value: UInt64)) -> DiskItem? {
    guard let container = facts.containers[measured.key] else { return nil }
    let isPruned = container.state.isPrunable
    guard measured.value > 0 || isPruned else { return nil }
    return DiskItem(
      row: .container(container.id, on: id), group: .containers, size: measured.value, isPruned: isPruned,
      isPrunedByAll: isPruned, time: container.created)
  }

  func diskItem(_ measured: VolumeSummary) -> DiskItem? {
    guard let volume = facts.volumes[measured.name] else { return nil }
    let isUsed = !VolumeRow.users(of: volume.name, self).isEmpty
    return DiskItem(
      row: .volume(volume.name, on: id), group: .volumes, size: measured.size ?? 0,
      isPruned: volume.name.isPrunable(isUsed: isUsed, all: false),
      isPrunedByAll: volume.name.isPrunable(isUsed: isUsed, all: true), time: volume.createdAt)
  }

  func diskItem(_ record: BuildCacheRecord) -> DiskItem {
    DiskItem(
      row: .buildCache(record.id, on: id), group: .buildCache, size: record.size,
      shared: record.isShared ? record.size : 0, isPruned: record.isPrunable(all: false),
      isPrunedByAll: record.isPrunable(all: true), time: record.lastUsed)
  }

  /// A piece of the builder's cache; nil where it is gone.
  func cacheRecord(_ row: RowID) -> BuildCacheRecord? {
    disk.cache[row.name]
  }
}
