import ComposeFile
import EngineModel

/// What Compose's own hash says of a container.
enum HashVerdict: Equatable {
  /// The definition is the one that the container was made from.
  case same
  /// It is another, and `up` makes the container anew.
  case different
  /// `up` makes the container anew whatever its definition says; why.
  case foreign(String)
  /// The hashes differ, but not surely the definitions; the note says why.
  case unclear(String)
  /// Nothing can be said.
  case unknown

  /// The verdict on a container. A service that reads environment files, or shares namespaces or volumes of another one,
  /// has one hash where Compose 2 makes containers and another where it prints hashes (seen with 2.26 and 2.40): unless
  /// that was asked for with the first one's definition, only equal ones say something.
  init(
    _ service: ComposeService, _ container: ContainerDetails, _ running: RunningStack, readsFiles: Bool
  ) {
    let labels = container.compose
    let (made, runs) = (labels.version ?? "", running.composeVersion ?? "")
    let hash = running.composeHashes?[service.name]
    if let hash, hash == labels.configHash {
      self = .same
    } else if !made.isEmpty, !runs.isEmpty, ComposeMaker.family(made) != ComposeMaker.family(runs) {
      self = .foreign(Self.foreign(made: made, runs: runs))
    } else if hash == nil {
      self = .unknown
    } else if labels.configHash == nil {
      self = .foreign("created without a config hash: Compose recreates it")
    } else if ComposeMaker.family(runs) == 1 || running.exactHashes.contains(service.name) {
      self = .different
    } else if service.sharesContainers {
      self = Self.sharing(service, made: made, runs: runs)
    } else {
      self = readsFiles ? .unknown : .different
    }
  }

  /// The verdict where the hash that counts has a container's id in it. It changed between 2.26 and 2.40, so that the
  /// versions tell.
  private static func sharing(_ service: ComposeService, made: String, runs: String) -> HashVerdict {
    let takesOfServices = service.sharedServices.contains { $0.key == "volumes_from" }
    if takesOfServices, !made.isEmpty, !runs.isEmpty, ComposeMaker.release(made) != ComposeMaker.release(runs)
    {
      return .foreign(foreign(made: made, runs: runs))
    }
    return .unclear(
      "\(service.name) shares namespaces or volumes of another container, so Compose's hash of it cannot be compared: "
        + "only the definition is")
  }

  private static func foreign(made: String, runs: String) -> String {
    "created by Compose \(made): Compose \(runs) recreates it"
  }
}
