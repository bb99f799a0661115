import EngineModel
import TerminalUI

extension ImagesPane {
  /// The columns of images; the first ones stand in the side pane too.
  static let imageColumns: [Column] = [
    Column(
      id: "tag", title: "IMAGE", minimum: 14, ideal: 34, priority: 99, isFlexible: true, inSidePane: true,
      overlong: .losesPath,
      cell: { row, state in name(row, state) + newerSign(row, state) },
      sortKey: { row, _ in .text(row.imageTag ?? "~" + ImageID(row.name).short) }),
    Column(
      id: "size", title: "SIZE", minimum: 5, ideal: 6, priority: 80, alignment: .trailing, inSidePane: true,
      sortsDescending: true,
      cell: { row, state in image(row, state).map { StyledText(Quantity.bytes($0.size)) } ?? "" },
      sortKey: { row, state in .number(image(row, state).map { Double($0.size) } ?? 0) }),
    Column(
      id: "newer", title: "NEW", minimum: 3, ideal: 3, priority: 75, sortsDescending: true,
      cell: { row, state in ImageFreshness.sign(ImageFreshness.standing(row, state), state.glyphs) },
      sortKey: { row, state in .number(ImageFreshness.rank(ImageFreshness.standing(row, state))) }),
    Column(
      id: "id", title: "ID", minimum: 12, ideal: 12, priority: 60,
      cell: { row, state in image(row, state).map { StyledText($0.id.short, Style(.muted)) } ?? "" },
      sortKey: { row, state in .text(image(row, state)?.id.rawValue ?? "") }),
    Column(
      id: "created", title: "CREATED", minimum: 10, ideal: 10, priority: 50, sortsDescending: true,
      cell: { row, state in
        image(row, state).map { StyledText($0.created.dateText(zoneSeconds: state.setup.utcOffset)) } ?? ""
      },
      sortKey: { row, state in .number(image(row, state).map { Double($0.created.seconds) } ?? 0) }),
    Column(
      id: "used", title: "USED BY", minimum: 8, ideal: 20, priority: 70, isFlexible: true,
      cell: { row, state in
        let users = ImageRow.users(row, state.engine(of: row))
        return users.isEmpty
          ? StyledText("-", Style(.muted)) : StyledText(users.map(\.name).joined(separator: " "))
      },
      sortKey: { row, state in .number(Double(ImageRow.users(row, state.engine(of: row)).count)) }),
  ]

  /// What wants to be seen in the narrow list too, which has no column for it.
  private static func newerSign(_ row: RowID, _ state: SharedState) -> StyledText {
    guard !state.engine(of: row).registries.answers.isEmpty,
      case .newer? = ImageFreshness.standing(row, state)
    else { return "" }
    return StyledText(" \(state.glyphs.up)", Style(.warning))
  }

  private static func image(_ row: RowID, _ state: SharedState) -> ImageSummary? {
    state.engine(of: row).facts.images[ImageID(row.name)]
  }

  private static func name(_ row: RowID, _ state: SharedState) -> StyledText {
    let id = ImageID(row.name)
    guard let tag = row.imageTag else {
      let digest = image(row, state)?.repoDigests.first
      return digest.map { StyledText($0) } ?? StyledText("\(id.short) (dangling)", Style(.muted))
    }
    guard let colon = tag.lastIndex(of: ":"), !tag[colon...].contains("/") else { return StyledText(tag) }
    return StyledText(String(tag[..<colon])) + StyledText(String(tag[colon...]), Style(.muted))
  }
}
