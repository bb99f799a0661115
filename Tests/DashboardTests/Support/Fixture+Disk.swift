import EngineModel

@testable import Dashboard

extension Fixture {
  /// What the disk of the fixture's engine holds.
  static let usage = DiskUsage(
    images: .init(count: 7, active: 5, size: 2_000_000_000, reclaimable: 1_350_000_000),
    containers: .init(count: 11, active: 8, size: 9_000_000, reclaimable: 3_000_000),
    volumes: .init(count: 4, active: 2, size: 3_000_000_000, reclaimable: 500_000_000),
    buildCache: .init(count: 3, active: 1, size: 700_000_000, reclaimable: 300_000_000),
    volumeItems: volumes.enumerated().map { index, volume in
      var volume = volume
      volume.size = UInt64(4 - index) * 300_000_000
      return volume
    },
    imageItems: images.map { image in
      var image = image
      image.sharedSize = image.size / 4
      return image
    },
    containerSizes: [
      ContainerID(hex("cache")): 6_000_000, ContainerID(hex("shop-worker-1")): 3_000_000,
      ContainerID(hex("shop-web-1")): 0,
    ], cacheItems: cache)

  static let cache = [
    BuildCacheRecord(
      id: "mount", kind: "exec.cachemount", summary: "cached mount /root/.cache", size: 200_000_000,
      lastUsed: Timestamp(seconds: now.seconds - 3_600)),
    BuildCacheRecord(
      id: "old", summary: "[1/3] RUN apt-get install", size: 100_000_000,
      lastUsed: Timestamp(seconds: now.seconds - 86_400 * 9)),
    BuildCacheRecord(
      id: "shared", summary: "COPY . .", isShared: true, size: 50_000_000,
      lastUsed: Timestamp(seconds: now.seconds - 86_400 * 3)),
    BuildCacheRecord(id: "busy", summary: "RUN make", isInUse: true, size: 400_000_000),
  ]
}

extension Stage {
  /// Goes to the disk and hears what takes it.
  mutating func lookAtDisk() {
    clock(60)
    press("7")
    hear(.disk(.measured(Fixture.usage, at: Fixture.now)))
  }
}
