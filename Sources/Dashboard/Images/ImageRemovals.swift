import EngineModel

/// What becomes of images when these rows are removed: an image goes with the last of its tags.
struct ImageRemovals {
  /// What becomes of a row.
  enum Fate: Equatable {
    /// The tag goes, and the image stays: under these names.
    case untag(stays: [String])
    /// The tag goes, and with it the image.
    case remove
  }

  private let rows: [(row: RowID, fate: Fate)]
  private let state: SharedState

  init(_ rows: [RowID], _ state: SharedState) {
    self.state = state
    // The tags of each image that go.
    var gone: [ImagePlace: Set<String>] = [:]
    for row in rows {
      if let tag = row.imageTag { gone[ImagePlace(row), default: []].insert(tag) }
    }
    self.rows = rows.map { row in
      let image = state.engine(of: row).facts.images[ImageID(row.name)]
      return (row, Self.fate(of: image, without: gone[ImagePlace(row)] ?? []))
    }
  }

  private static func fate(of image: ImageSummary?, without gone: Set<String>) -> Fate {
    guard let image, !gone.isEmpty else { return .remove }
    let tags = image.repoTags.filter { !gone.contains($0) }
    if !tags.isEmpty { return .untag(stays: tags) }
    // Names by digest go with the last tag of their repository, those of other ones keep the image.
    let repositories = Set(gone.map { ImageName($0).repository })
    let digests = image.repoDigests.filter { !repositories.contains(ImageName($0).repository) }
    return digests.isEmpty ? .remove : .untag(stays: digests)
  }

  private var isUntagging: Bool { rows.allSatisfy { $0.fate != .remove } }

  /// The word in the footer.
  var hint: String { !rows.isEmpty && isUntagging ? "untag" : "remove" }

  /// What is asked before.
  var question: Confirmation<ImageAction> {
    Confirmation(
      title: title, targets: rows.map { "\(state.title(of: $0.row))  \(text($0.fate, $0.row))" },
      warning: warning,
      choices: isUntagging ? [] : [.init(key: "f", title: "force: even if stopped containers use it")],
      about: rows.map(\.row), yes: yes)
  }

  private var title: String {
    let untags = rows.count { $0.fate != .remove }
    let images = Set(rows.filter { $0.fate == .remove }.map { ImagePlace($0.row) }).count
    if rows.count == 1, let row = rows.first?.row {
      return "\(untags == 1 ? "Untag" : "Remove") \(state.title(of: row))?"
    }
    if images == 0 { return "Untag \(Counted.text(untags, "name"))?" }
    let removal = "emove \(Counted.text(images, "image"))?"
    return untags == 0 ? "R\(removal)" : "Untag \(Counted.text(untags, "name")) and r\(removal)"
  }

  private func text(_ fate: Fate, _ row: RowID) -> String {
    switch fate {
    case .untag(let names):
      let more = names.count > 2 ? " and \(names.count - 2) more" : ""
      return "the image stays as \(names.prefix(2).joined(separator: ", "))\(more)"
    case .remove:
      let image = state.engine(of: row).facts.images[ImageID(row.name)]
      let size = image.map { ", \(Quantity.bytes($0.size))" } ?? ""
      if row.imageTag == nil { return "it has no tag: the image goes by its id\(size)" }
      let rest = (image?.repoTags.count ?? 1) > 1 ? "all its tags" : "its last tag"
      return "\(rest): the image goes\(size)"
    }
  }

  /// Who uses the images that go.
  private var warning: String? {
    var names: [String] = []
    for (row, fate) in rows where fate == .remove {
      for user in ImageRow.users(row, state.engine(of: row)) where !names.contains(user.name) {
        names.append(user.name)
      }
    }
    guard !names.isEmpty else { return nil }
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return "used by \(names.prefix(3).joined(separator: ", "))\(more): the engine may refuse"
  }

  private var yes: Outcome<ImageAction> {
    .calls(on: rows.map(\.row)) { row in
      let fate = rows.first { $0.row == row }?.fate ?? .remove
      guard let tag = row.imageTag else { return .removeImage(reference: row.name, force: false) }
      return fate == .remove ? .removeImage(reference: tag, force: false) : .untagImage(reference: tag)
    }
  }
}

extension ImagePlace {
  /// The image of a row.
  init(_ row: RowID) { self.init(engine: row.engine, image: ImageID(row.name)) }
}

/// What has become of an image, as the engine says.
enum ImageRemovalText {
  /// The removal of a job in words: what was asked for need not be what has happened, as others name images too.
  static func report(_ gone: [ImageRemoval], of job: Job) -> String {
    let layers = gone.count { if case .deleted = $0 { true } else { false } }
    let isUntagging = job.work.verb.plain == "untag"
    if layers == 0 {
      return isUntagging
        ? "untagged \(job.subject): the image stays"
        : "untagged \(job.subject): the image stays, others name it"
    }
    let pieces = layers > 1 ? ", \(Counted.text(layers, "piece"))" : ""
    return isUntagging
      ? "untagged \(job.subject), and the image went: nothing else named it"
      : "removed \(job.subject)\(pieces)"
  }
}
