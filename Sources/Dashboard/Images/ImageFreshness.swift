import EngineModel
import TerminalUI

/// Whether registries have newer images under the tags: asked on a key, and by itself only where the settings say so.
enum ImageFreshness {
  /// How the tag of a row stands; nil for an image without one.
  static func standing(_ row: RowID, _ state: SharedState) -> RegistryStanding? {
    let engine = state.engine(of: row)
    guard let tag = row.imageTag, let image = engine.facts.images[ImageID(row.name)] else { return nil }
    return engine.registryStanding(of: image, tag: tag)
  }

  /// A sign for the list.
  static func sign(_ standing: RegistryStanding?, _ glyphs: GlyphSet) -> StyledText {
    switch standing {
    case nil, .notAsked?: ""
    case .builtHere?: StyledText("-", Style(.muted))
    case .asking?: StyledText(String(glyphs.ellipsis), Style(.muted))
    case .same?: StyledText(String(glyphs.check), Style(.success))
    case .newer?: StyledText(String(glyphs.up), Style(.warning))
    case .unknown?: StyledText("?", Style(.error))
    }
  }

  /// What the filter field is called by.
  static func word(_ standing: RegistryStanding?) -> String {
    switch standing {
    case nil, .notAsked?, .asking?: "unasked"
    case .builtHere?: "built"
    case .same?: "no"
    case .newer?: "yes"
    case .unknown?: "unknown"
    }
  }

  /// What orders the list: what wants to be seen comes first.
  static func rank(_ standing: RegistryStanding?) -> Double {
    switch standing {
    case .newer?: 5
    case .unknown?: 4
    case .asking?: 3
    case .same?: 2
    case .builtHere?: 1
    case nil, .notAsked?: 0
    }
  }

  /// The sentence in the details; nil where there is nothing to say.
  static func sentence(_ row: RowID, _ state: SharedState) -> StyledText? {
    guard let tag = row.imageTag, let standing = standing(row, state) else { return nil }
    let host = ImageName(tag).registry
    func asked(_ time: Timestamp) -> String {
      "asked at \(time.dateTimeText(zoneSeconds: state.setup.utcOffset))"
    }
    switch standing {
    case .builtHere: return StyledText("built here: no registry to ask", Style(.muted))
    case .notAsked: return StyledText("\(host) was not asked whether it has a newer one", Style(.muted))
    case .asking: return StyledText("asking \(host) …", Style(.muted))
    case .same(let time):
      return StyledText("\(host) has the same under this tag", Style(.success))
        + StyledText(", \(asked(time))", Style(.muted))
    case .newer(let time):
      return StyledText("\(host) has a newer image under this tag", Style(.warning))
        + StyledText(", \(asked(time)): pull it", Style(.muted))
    case .unknown(let trouble, let time):
      return StyledText(trouble.description, Style(.error)) + StyledText(", \(asked(time))", Style(.muted))
    }
  }

  /// Has the registries of rows asked, and says of how many that makes no sense.
  static func ask(_ rows: [RowID], _ state: SharedState) -> [Outcome<ImageAction>] {
    var tags: [EngineID: [String]] = [:]
    var left = 0
    for row in rows {
      switch standing(row, state) {
      case nil, .builtHere?: left += 1
      case .asking?: continue
      case .notAsked?, .same?, .newer?, .unknown?:
        if let tag = row.imageTag { tags[row.engine, default: []].append(tag) }
      }
    }
    var outcomes: [Outcome<ImageAction>] = tags.map { .effect(.engine($0.key, .askRegistries($0.value))) }
    if tags.isEmpty {
      if left > 0 { outcomes.append(.notice(Notice(.information, "built here: no registry to ask"))) }
    } else {
      let count = tags.values.reduce(0) { $0 + $1.count }
      let others = left > 0 ? "; \(Counted.text(left, "image")) without a registry" : ""
      outcomes.append(
        .notice(Notice(.information, "asking registries about \(Counted.text(count, "tag"))\(others)")))
    }
    return outcomes
  }

  /// All tags of an engine whose registries can be asked.
  static func allTags(of engine: EngineState) -> [String] {
    let tags = engine.facts.images.values.flatMap { image in
      image.repoTags.filter { tag in
        let standing = engine.registryStanding(of: image, tag: tag)
        return standing != .builtHere && standing != .asking
      }
    }
    return Set(tags).sorted()
  }
}

extension Tab {
  /// What the engine says of an image, below what its registry was found to have.
  static let imageConfig = Tab.config { row, state in
    ImageFreshness.sentence(row, state).map { [$0, StyledText("")] } ?? []
  }
}
