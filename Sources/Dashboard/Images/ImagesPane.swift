import EngineModel
import TerminalUI

/// The pane of images: a row for every tag.
enum ImagesPane: PaneFeature {
  static let columns = imageColumns
  static let defaultSort = SortOrder("tag")

  static func rows(_ state: DashboardState) -> [RowID] {
    let tagged = state.facts.images.values.flatMap { image in image.repoTags.map { (image.id, $0) } }
    let untagged = state.facts.images.values.filter(\.repoTags.isEmpty).map(\.id).sorted()
    return tagged.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { .image($0.0, tag: $0.1) }
      + untagged.map { .image($0, tag: nil) }
  }

  static func filterText(_ row: RowID, _ state: DashboardState) -> String {
    guard case .image(let id, let tag) = row else { return "" }
    return "\(tag ?? "dangling") \(id.short)"
  }

  static func emptyText(_ state: DashboardState) -> String {
    state.connection == .connecting ? "connecting …" : "no images on this engine"
  }

  static func counter(_ state: DashboardState) -> String { String(state.facts.images.count) }

  private static let imageColumns: [Column] = [
    Column(
      id: "tag", title: "IMAGE", minimum: 14, ideal: 34, priority: 99, isFlexible: true, inSidePane: true,
      cell: { row, state in name(row, state) },
      sortKey: { row, _ in
        guard case .image(let id, let tag) = row else { return .text("") }
        return .text(tag ?? "~" + id.short)
      }),
    Column(
      id: "size", title: "SIZE", minimum: 5, ideal: 6, priority: 80, alignment: .trailing, inSidePane: true,
      sortsDescending: true,
      cell: { row, state in image(row, state).map { StyledText(Quantity.bytes($0.size)) } ?? "" },
      sortKey: { row, state in .number(image(row, state).map { Double($0.size) } ?? 0) }),
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
        let users = state.containersUsing(image: row)
        return users.isEmpty
          ? StyledText("-", Style(.muted)) : StyledText(users.map(\.name).joined(separator: " "))
      },
      sortKey: { row, state in .number(Double(state.containersUsing(image: row).count)) }),
  ]

  private static func image(_ row: RowID, _ state: DashboardState) -> ImageSummary? {
    guard case .image(let id, _) = row else { return nil }
    return state.facts.images[id]
  }

  private static func name(_ row: RowID, _ state: DashboardState) -> StyledText {
    guard case .image(let id, let tag) = row else { return "" }
    guard let tag else {
      let digest = state.facts.images[id]?.repoDigests.first
      return digest.map { StyledText($0) } ?? StyledText("\(id.short) (dangling)", Style(.muted))
    }
    guard let colon = tag.lastIndex(of: ":"), !tag[colon...].contains("/") else { return StyledText(tag) }
    return StyledText(String(tag[..<colon])) + StyledText(String(tag[colon...]), Style(.muted))
  }
}

extension DashboardState {
  /// The containers made from an image, by name.
  func containersUsing(image row: RowID) -> [ContainerSummary] {
    guard case .image(let id, _) = row else { return [] }
    return (facts.index.byImage[id] ?? []).compactMap { facts.containers[$0] }
  }
}
