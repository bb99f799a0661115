import EngineModel
import TerminalUI

extension DiskPane {
  /// The columns of what takes the disk; its order is its own.
  static let diskColumns: [Column] = [
    Column(
      id: "name", title: "WHAT", minimum: 16, ideal: 34, priority: 99, isFlexible: true, inSidePane: true,
      overlong: .losesPath,
      cell: { row, state in
        guard let group = row.diskGroup else { return StyledText("  " + state.title(of: row)) }
        let isFolded = state.panes[.disk].folded.contains(row)
        let sign = isFolded ? state.glyphs.closed : state.glyphs.opened
        return StyledText("\(sign) \(group.title)", Style(.title).adding(.bold))
      }, sortKey: none),
    Column(
      id: "size", title: "SIZE", minimum: 6, ideal: 6, priority: 98, alignment: .trailing, inSidePane: true,
      cell: { row, state in
        if let share = share(row, state) {
          return StyledText(Quantity.bytes(share.size), Style(.title).adding(.bold))
        }
        return item(row, state).map { StyledText(Quantity.bytes($0.size)) } ?? ""
      }, sortKey: none),
    Column(
      id: "frees", title: "FREES", minimum: 12, ideal: 12, priority: 97, alignment: .trailing,
      inSidePane: true,
      cell: { row, state in
        if let share = share(row, state) { return StyledText(reclaimable(share)) }
        guard let item = item(row, state), item.isPrunedByAll else { return "" }
        return StyledText(item.isPruned ? "prune" : "with all", Style(item.isPruned ? .warning : .muted))
      }, sortKey: none),
    Column(
      id: "shared", title: "SHARED", minimum: 6, ideal: 6, priority: 60, alignment: .trailing,
      cell: { row, state in
        guard let shared = item(row, state)?.shared, shared > 0 else { return "" }
        return StyledText(Quantity.bytes(shared), Style(.muted))
      }, sortKey: none),
    Column(
      id: "age", title: "AGE", minimum: 4, ideal: 4, priority: 70, alignment: .trailing,
      cell: { row, state in
        guard let time = item(row, state)?.time, let now = state.now else { return "" }
        return StyledText(Quantity.age(seconds: now.secondsSince(time)), Style(.muted))
      }, sortKey: none),
    Column(
      id: "used", title: "USED BY", minimum: 12, ideal: 20, priority: 80, isFlexible: true,
      cell: { row, state in
        if let share = share(row, state) {
          return StyledText("\(share.active)/\(share.count) in use", Style(.muted))
        }
        let users = users(row, state)
        return StyledText(users, Style(users == "unused" ? .muted : .text))
      }, sortKey: none),
  ]

  private static let none: @Sendable (RowID, SharedState) -> SortKey = { _, _ in .number(0) }

  private static func share(_ row: RowID, _ state: SharedState) -> DiskUsage.Share? {
    guard let group = row.diskGroup else { return nil }
    return state.engine(of: row).disk.usage.map(group.share(of:))
  }

  private static func reclaimable(_ share: DiskUsage.Share) -> String {
    guard share.reclaimable > 0, share.size > 0 else { return Quantity.bytes(share.reclaimable) }
    let percent = Int((Double(share.reclaimable) / Double(share.size) * 100).rounded())
    return "\(Quantity.bytes(share.reclaimable)) (\(percent)%)"
  }

  /// What was measured of a row that is one thing.
  private static func item(_ row: RowID, _ state: SharedState) -> DiskItem? {
    state.engine(of: row).diskItem(of: row)
  }

  /// Who uses it, or `unused`; of a container what it does.
  static func users(_ row: RowID, _ state: SharedState) -> String {
    let engine = state.engine(of: row)
    if let container = state.container(row) { return StateBadge.word(of: container, engine).plain }
    if row.isA(BuildCacheRow.self) { return engine.cacheRecord(row)?.isInUse == true ? "a build" : "unused" }
    let users = row.isA(ImageRow.self) ? ImageRow.users(row, engine) : VolumeRow.users(row, engine)
    return users.isEmpty ? "unused" : users.map(\.name).joined(separator: " ")
  }
}

extension EngineState {
  /// What was measured of one row; nil where nothing was.
  fileprivate func diskItem(of row: RowID) -> DiskItem? {
    switch row.groupOnDisk {
    case .images?: return disk.images[ImageID(row.name)].flatMap(diskItem)
    case .containers?:
      let id = ContainerID(row.name)
      return disk.usage?.containerSizes[id].flatMap { diskItem((key: id, value: $0)) }
    case .volumes?: return disk.volumes[VolumeName(row.name)].flatMap(diskItem)
    case .buildCache?: return cacheRecord(row).map(diskItem)
    case nil: return nil
    }
  }
}
