import EngineModel
import Troubles

/// What comes of asking registries about tags.
package enum RegistryUpdate: Sendable {
  /// These are being asked about.
  case asking([String])
  /// What the registry has under a tag now: the digest of it, or why that cannot be said.
  case answered(String, Result<String, Trouble>, at: Timestamp)
  /// The time between two questions that the settings name has passed.
  case due
}

/// What registries have said of the tags of an engine's images.
struct RegistryFacts: Sendable, Equatable {
  /// An answer, and when it came.
  struct Answer: Sendable, Equatable {
    let digest: Result<String, Trouble>
    let time: Timestamp
  }

  private(set) var answers: [String: Answer] = [:]
  private(set) var asking: Set<String> = []
  /// Grows with every answer.
  private(set) var revision = 0

  /// How many answers are kept.
  private static let most = 5_000

  /// Takes in what came.
  mutating func update(_ update: RegistryUpdate) {
    switch update {
    case .asking(let tags): asking.formUnion(tags)
    case .answered(let tag, let digest, let time):
      asking.remove(tag)
      if answers[tag] == nil, answers.count >= Self.most { answers = [:] }
      answers[tag] = Answer(digest: digest, time: time)
    case .due: return
    }
    revision += 1
  }

  /// Nobody is being asked any more: the engine is gone.
  mutating func stop() {
    if !asking.isEmpty { revision += 1 }
    asking = []
  }
}

/// How a tag of an image stands to what its registry has under it.
enum RegistryStanding: Sendable, Equatable {
  /// The image has never been at a registry under this name: nobody can be asked.
  case builtHere
  case notAsked
  case asking
  /// The registry has the same.
  case same(Timestamp)
  /// The registry has another image under the tag.
  case newer(Timestamp)
  /// It cannot be said; why, and when it was asked.
  case unknown(Trouble, Timestamp)
}

extension EngineState {
  /// How a tag of an image stands to its registry, as far as that was asked. An answer is about the tag: once the image is
  /// pulled it is the same.
  func registryStanding(of image: ImageSummary, tag: String) -> RegistryStanding {
    let repository = ImageName(tag).repository
    let digests = image.repoDigests.map { ImageName($0) }.filter { $0.repository == repository }
      .compactMap(\.digest)
    guard !digests.isEmpty else { return .builtHere }
    if registries.asking.contains(tag) { return .asking }
    guard let answer = registries.answers[tag] else { return .notAsked }
    switch answer.digest {
    case .failure(let trouble): return .unknown(trouble, answer.time)
    case .success(let digest): return digests.contains(digest) ? .same(answer.time) : .newer(answer.time)
    }
  }
}
