import EngineModel
import ImageLayers
import Troubles

/// What an image was found to be made of.
package struct ReadImage: Sendable {
  package let contents: ImageContents
  /// Why that is not all; nil where it is.
  package let shortfall: String?

  /// Contents as they were read.
  package init(_ contents: ImageContents, shortfall: String? = nil) {
    self.contents = contents
    self.shortfall = shortfall
  }
}

/// What reading an image brings.
package enum ContentsUpdate: Sendable {
  /// How far it is: bytes of the archive, and files in it.
  case progress(bytes: UInt64, files: Int)
  /// It has ended.
  case ended(Result<ReadImage, Trouble>)
}

/// The images of an engine whose files were read: an image never changes.
struct ContentsFacts: Sendable, Equatable {
  /// How far a reading is.
  struct Progress: Sendable, Equatable {
    let image: ImageID
    let bytes: UInt64
    let files: Int
  }

  /// The newest first; each with the number of its reading.
  private var read: [(id: ImageID, image: ReadImage, number: Int)] = []
  private(set) var troubles: [ImageID: Trouble] = [:]
  /// How far the reading is that is under way; nil for none.
  private(set) var progress: Progress?
  /// Grows with every reading that ends.
  private(set) var revision = 0

  /// How many images are kept: each may take tens of megabytes.
  private static let most = 3
  private static let mostTroubles = 32

  /// What was read of an image; nil for nothing.
  func image(_ id: ImageID) -> ReadImage? { read.first { $0.id == id }?.image }

  /// The number of the reading that an image is of: another one where it was read again; 0 for none.
  func number(of id: ImageID) -> Int { read.first { $0.id == id }?.number ?? 0 }

  /// Takes in what a reading brings.
  mutating func update(_ update: ContentsUpdate, of id: ImageID) {
    switch update {
    case .progress(let bytes, let files): progress = Progress(image: id, bytes: bytes, files: files)
    case .ended(let result):
      if progress?.image == id { progress = nil }
      revision += 1
      troubles[id] = nil
      switch result {
      case .success(let image):
        read.removeAll { $0.id == id }
        read = [(id, image, revision)] + read.prefix(Self.most - 1)
      case .failure(let trouble):
        if troubles.count >= Self.mostTroubles { troubles = [:] }
        troubles[id] = trouble
      }
    }
  }

  /// The reading under way was ended, by the user or with the engine.
  mutating func stop(_ trouble: Trouble?) {
    guard let id = progress?.image else { return }
    progress = nil
    if let trouble { update(.ended(.failure(trouble)), of: id) }
  }

  /// What failed is tried again: nothing is said of it any more.
  mutating func forgetTrouble(of id: ImageID) { troubles[id] = nil }

  static func == (left: ContentsFacts, right: ContentsFacts) -> Bool {
    left.revision == right.revision && left.progress == right.progress && left.troubles == right.troubles
  }
}
