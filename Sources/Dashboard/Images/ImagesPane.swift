import EngineModel
import TerminalUI

/// The pane of images: a row for every tag.
enum ImagesPane: PaneFeature {
  static let title = "Images"
  static let digit = 3
  static let columns = imageColumns
  static let defaultSort = SortOrder("tag")
  static let followsStates = false
  static let lists: Set<RefreshTarget> = [.images]
  static let events: EngineEvent.Kind? = .image

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      let images = engine.facts.images.values
      let tagged = images.flatMap { image in image.repoTags.map { (image.id, $0) } }
      let untagged = images.filter(\.repoTags.isEmpty).map(\.id).sorted()
      let named = tagged.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        .map { RowID.image($0.0, tag: $0.1, on: engine.id) }
      return named + untagged.map { RowID.image($0, tag: nil, on: engine.id) }
    }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    let engine = state.engine(of: row)
    let users = ImageRow.users(row, engine).map(\.name).joined(separator: " ")
    let digests = engine.facts.images[ImageID(row.name)]?.repoDigests.joined(separator: " ") ?? ""
    return
      "\(row.imageTag ?? "dangling") \(ImageID(row.name).short) \(users.isEmpty ? "unused" : users) \(digests)"
  }

  static let filterFields: [FilterField] = [
    FilterField(name: "tag") { row, _ in row.imageTag.map { [$0] } ?? ["dangling"] },
    FilterField(name: "newer") { row, state in [ImageFreshness.word(ImageFreshness.standing(row, state))] },
    FilterField(name: "used") { row, state in
      let users = ImageRow.users(row, state.engine(of: row)).map(\.name)
      return users.isEmpty ? ["no"] : users
    },
    FilterField(name: "label") { row, state in
      let labels = state.engine(of: row).facts.images[ImageID(row.name)]?.labels ?? [:]
      return labels.map { "\($0.key)=\($0.value)" }
    },
  ]

  static func emptyText(_ state: SharedState) -> String {
    state.currentEngine.connection == .connecting ? "connecting …" : "no images on this engine"
  }

  static func counter(_ state: SharedState) -> String {
    // A row is a tag: that is what the number of the cursor counts.
    let images = state.engines.all.flatMap(\.facts.images.values)
    let rows = images.reduce(0) { $0 + max(1, $1.repoTags.count) }
    return rows == images.count ? String(rows) : "\(rows) tags of \(Counted.text(images.count, "image"))"
  }

  static func react(to event: EngineEvent, _ engine: inout EngineState) -> [EngineOutcome] {
    [.refresh([.images])]
  }

  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? {
    let used = engine.facts.usedImages
    let unused = engine.facts.images.values.filter { $0.isPrunable(isUsed: used.contains($0.id), all: true) }
    guard !unused.isEmpty else { return nil }
    let dangling = unused.filter { $0.isPrunable(isUsed: false, all: false) }
    func names(_ images: [ImageSummary]) -> [String] {
      images.map { image in
        let name = image.repoTags.isEmpty ? image.id.short : image.repoTags.joined(separator: ", ")
        return "\(name)  \(Quantity.bytes(image.size))"
      }.sorted()
    }
    func freed(_ images: [ImageSummary]) -> String {
      "frees up to \(Quantity.bytes(images.map(\.size).reduce(0, +))) (shared layers count twice)"
    }
    let more = unused.count - dangling.count
    let others = more == 0 ? "" : "; \(Counted.text(more, "more unused image")) with a"
    return PruneQuestion(
      title: "Prune: remove \(Counted.text(dangling.count, "dangling image"))?", targets: names(dangling),
      warning: freed(dangling) + others,
      allChoice: "all: all unused images, not just dangling ones",
      allTitle: "Prune: remove \(Counted.text(unused.count, "unused image"))?",
      allTargets: names(Array(unused)),
      allWarning: freed(Array(unused)), call: .pruneImages(all: false))
  }
}

extension PaneKind {
  /// All images.
  package static let images = PaneKind(ImagesPane.self)
}

/// One tag of an image, or an image without any.
enum ImageRow: RowKind {
  static let tabs: [Tab] = [
    .imageConfig, .layers, .contents,
    .usedBy { row, engine in users(row, engine).map { ResourceUser(container: $0) } },
  ]

  static func exists(_ row: RowID, _ engine: EngineState) -> Bool {
    engine.facts.images[ImageID(row.name)] != nil
  }

  static func title(_ row: RowID, _ engine: EngineState) -> String {
    row.imageTag ?? ImageID(row.name).short
  }

  static func document(_ row: RowID, _ engine: EngineState) -> DocumentSubject? {
    let id = ImageID(row.name)
    return engine.facts.images[id] == nil ? nil : .image(id)
  }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    [CopyChoice(what: "id", text: row.name)]
  }

  /// The containers made from it, by name.
  static func users(_ row: RowID, _ engine: EngineState) -> [ContainerSummary] {
    (engine.facts.index.byImage[ImageID(row.name)] ?? []).compactMap { engine.facts.containers[$0] }
  }
}

extension RowID {
  /// The row of one tag of an image; nil where the image has no tag.
  static func image(_ id: ImageID, tag: String?, on engine: EngineID) -> RowID {
    RowID(ImageRow.self, id.rawValue, part: tag ?? "", on: engine)
  }

  /// The tag; nil where the image has none.
  var imageTag: String? { part.isEmpty ? nil : part }
}
