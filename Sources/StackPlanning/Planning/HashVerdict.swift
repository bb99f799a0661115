import ComposeFile
import EngineModel

/// What Compose's own hash says of a container.
enum HashVerdict: Equatable {
  /// The definition is the one that the container was made from.
  case same
  /// It is another, and `up` makes the container anew.
  case different
  /// The hashes differ, but not surely the definitions; the note says why.
  case unclear(String)
  /// Nothing can be said; the note says why, where there is something to say.
  case unknown(String?)

  /// The verdict on a container. A service that reads environment files has one hash where Compose 2 makes containers
  /// and another where it prints hashes (seen with 2.26): there only equal ones say something.
  init(
    _ service: ComposeService, _ container: ContainerDetails, _ running: RunningStack, readsFiles: Bool
  ) {
    guard let hashes = running.composeHashes, let hash = hashes[service.name] else {
      self = .unknown(nil)
      return
    }
    let labels = container.compose
    guard let kept = labels.configHash else {
      self = .unknown("\(container.name) has no hash of Compose: its definition is compared instead")
      return
    }
    if kept == hash {
      self = .same
      return
    }
    let (made, runs) = (labels.version ?? "", running.composeVersion ?? "")
    if !made.isEmpty, !runs.isEmpty, ComposeMaker.family(made) != ComposeMaker.family(runs) {
      self = .unknown(
        "\(service.name) was made by Compose \(made), whose hashes those of \(runs) cannot be compared with: only the "
          + "definitions are compared, and `up` makes it anew in any case")
      return
    }
    if readsFiles, ComposeMaker.family(made) != 1 {
      self = .unknown(nil)
      return
    }
    self =
      service.sharesContainers && ComposeMaker.family(made) != 1
      ? .unclear(
        "\(service.name) shares namespaces or volumes of another container, so Compose's hash of it cannot be "
          + "compared: only the definition is")
      : .different
  }
}
