import EngineModel

/// What `davit df` tells, in the form of its JSON (docs/status.md): fields are added, never renamed or removed.
struct DiskReport: Codable {
  struct Share: Codable {
    var kind: String
    var count: Int
    var active: Int
    var sizeBytes: UInt64
    var reclaimableBytes: UInt64
  }

  struct Volume: Codable {
    var name: String
    var sizeBytes: UInt64
    var isUsed: Bool
  }

  var shares: [Share]
  /// The volumes whose size is known, the largest first.
  var volumes: [Volume]

  init(_ usage: DiskUsage) {
    let kinds = [
      ("images", usage.images), ("containers", usage.containers), ("volumes", usage.volumes),
      ("build cache", usage.buildCache),
    ]
    shares = kinds.map { kind, share in
      Share(
        kind: kind, count: share.count, active: share.active, sizeBytes: share.size,
        reclaimableBytes: share.reclaimable)
    }
    volumes = usage.volumeItems.compactMap { volume in
      volume.size.map {
        Volume(name: volume.name.rawValue, sizeBytes: $0, isUsed: (volume.useCount ?? 0) > 0)
      }
    }.sorted { ($1.sizeBytes, $0.name) < ($0.sizeBytes, $1.name) }
  }
}
