import EngineModel

/// A volume that a container of davit's own gives access to: it is never started, and removed after.
package struct CarriedVolume: Sendable, Hashable {
  package let volume: VolumeName
  /// The image that the container is made from: any will do, as nothing of it runs.
  package let image: ImageID

  /// Where such a container has the volume.
  package static let path = ContainerPath("/volume")

  /// A volume with the smallest image of an engine; nil where it has no image at all.
  init?(_ volume: VolumeName, on engine: EngineState) {
    let smallest = engine.facts.images.values.min { ($0.size, $0.id.rawValue) < ($1.size, $1.id.rawValue) }
    guard let smallest else { return nil }
    self.init(volume: volume, image: smallest.id)
  }

  /// What the image is called.
  func imageTitle(_ engine: EngineState) -> String {
    engine.facts.images[image]?.repoTags.first ?? image.short
  }

  /// The label of such containers; its value is the volume.
  package static let label = "davit.carries"

  /// A volume with an image.
  package init(volume: VolumeName, image: ImageID) {
    self.volume = volume
    self.image = image
  }
}

extension EngineState {
  /// Whether something is being copied through such a container.
  var isCopyingThroughCarrier: Bool {
    jobs.active.contains { job in
      guard case .transfer(let transfer) = job.work else { return false }
      switch transfer {
      case .copyOut(let place, _, _), .copyIn(_, let place, _):
        return facts.containers[place.container]?.labels[CarriedVolume.label] != nil
      default: return false
      }
    }
  }
}
