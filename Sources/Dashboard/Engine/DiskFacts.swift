import EngineModel
import Troubles

/// What comes of measuring the disk.
package enum DiskUpdate: Sendable {
  /// The engine has been asked.
  case measuring
  case measured(DiskUsage, at: Timestamp)
  case failed(Trouble)
}

/// What takes the disk of an engine, as it was measured last.
package struct DiskFacts: Sendable, Equatable {
  /// What the engine said; nil before it was asked.
  private(set) var usage: DiskUsage?
  /// The same by what it is about: rows are looked up for every frame.
  private(set) var images: [ImageID: ImageSummary] = [:]
  private(set) var volumes: [VolumeName: VolumeSummary] = [:]
  private(set) var cache: [String: BuildCacheRecord] = [:]
  /// When it said so.
  private(set) var time: Timestamp?
  /// Whether it is being asked now.
  private(set) var isMeasuring = false
  /// Why it did not say it when it was asked last; nil where it did.
  private(set) var trouble: Trouble?
  /// Grows with each change.
  private(set) var revision = 0

  mutating func update(_ update: DiskUpdate) {
    revision += 1
    switch update {
    case .measuring: isMeasuring = true
    case .measured(let usage, let time):
      (self.usage, self.time, isMeasuring, trouble) = (usage, time, false, nil)
      images = Dictionary(usage.imageItems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      volumes = Dictionary(usage.volumeItems.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      cache = Dictionary(usage.cacheItems.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    case .failed(let trouble): (isMeasuring, self.trouble) = (false, trouble)
    }
  }
}
