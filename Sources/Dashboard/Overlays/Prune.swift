import EngineModel

extension DashboardState {
  /// Shows what a prune would take, and how much that frees, before it is done.
  mutating func confirmPrune() -> [Effect] {
    guard let question = pruneQuestion(activePane) else {
      return notify(Notice(.information, "nothing is unused here"))
    }
    overlays.append(.confirmation(question))
    return activePane == .volumes ? [.measureVolumes] : []
  }

  /// Puts the sizes of the volumes into the question that is being asked about them.
  mutating func refreshPruneQuestion() {
    guard case .confirmation(let asked)? = overlays.last, asked.deed == .prune(.volumes),
      var fresh = pruneVolumesQuestion()
    else { return }
    fresh.choices = asked.choices
    replaceTop(.confirmation(fresh))
  }

  private func pruneQuestion(_ pane: PaneKind) -> Confirmation? {
    switch pane {
    case .stacks, .containers: pruneContainersQuestion()
    case .images: pruneImagesQuestion()
    case .volumes: pruneVolumesQuestion()
    case .networks: pruneNetworksQuestion()
    }
  }

  private func pruneContainersQuestion() -> Confirmation? {
    let gone = facts.containers.values.filter { !$0.isAlive }.map(\.name).sorted()
    guard !gone.isEmpty else { return nil }
    return Confirmation(
      title: "Prune: remove \(Confirmation.counted(gone.count, "stopped container"))?", targets: gone,
      deed: .prune(.containers))
  }

  private func pruneImagesQuestion() -> Confirmation? {
    let used = facts.usedImages
    let unused = facts.images.values.filter { !used.contains($0.id) }
    guard !unused.isEmpty else { return nil }
    let dangling = unused.filter(\.isDangling)
    let sizes = (
      Quantity.bytes(dangling.map(\.size).reduce(0, +)), Quantity.bytes(unused.map(\.size).reduce(0, +))
    )
    return Confirmation(
      title: dangling.isEmpty
        ? "Prune images?" : "Prune: remove \(Confirmation.counted(dangling.count, "dangling image"))?",
      targets: dangling.map { "\($0.id.short)  \(Quantity.bytes($0.size))" }.sorted()
        + unused.filter { !$0.isDangling }.map { "with all: \($0.repoTags.joined(separator: ", "))" }.sorted(),
      warning: "frees up to \(sizes.0); with all unused images up to \(sizes.1) (shared layers count twice)",
      choices: [Confirmation.Choice(key: "a", title: "all: every image that no container uses")],
      deed: .prune(.images))
  }

  private func pruneVolumesQuestion() -> Confirmation? {
    let unused = facts.volumes.values.filter { containersUsing(volume: $0.name).isEmpty }.map(\.name).sorted()
    guard !unused.isEmpty else { return nil }
    let anonymous = unused.filter(\.isAnonymous)
    func line(_ name: VolumeName) -> String {
      name.rawValue + (facts.volumeSizes[name].map { "  \(Quantity.bytes($0))" } ?? "")
    }
    return Confirmation(
      title: anonymous.isEmpty
        ? "Prune volumes?"
        : "Prune: remove \(Confirmation.counted(anonymous.count, "unused anonymous volume"))?",
      targets: anonymous.map(line) + unused.filter { !$0.isAnonymous }.map { "with all: \(line($0))" },
      warning: "All data in them is lost.\(freed(anonymous, unused))",
      choices: [Confirmation.Choice(key: "a", title: "all: the named volumes too")],
      deed: .prune(.volumes))
  }

  /// How much a prune of volumes frees, once that is known.
  private func freed(_ anonymous: [VolumeName], _ unused: [VolumeName]) -> String {
    guard !facts.volumeSizes.isEmpty else { return " How much that frees is being measured." }
    func sum(_ names: [VolumeName]) -> String {
      Quantity.bytes(names.reduce(0) { $0 + (facts.volumeSizes[$1] ?? 0) })
    }
    return " It frees \(sum(anonymous)); with all \(sum(unused))."
  }

  private func pruneNetworksQuestion() -> Confirmation? {
    let used = Set(facts.containers.values.flatMap { $0.networks.map(\.networkID) })
    let unused = facts.networks.values.filter { !$0.isPredefined && !used.contains($0.id) }.map(\.name)
      .sorted()
    guard !unused.isEmpty else { return nil }
    return Confirmation(
      title: "Prune: remove \(Confirmation.counted(unused.count, "unused network"))?", targets: unused,
      deed: .prune(.networks))
  }
}
