import EngineModel
import TerminalUI

/// The row of a kind of what takes the disk.
enum DiskGroupRow: RowKind {
  static let tabs: [Tab] = [.diskPrune]

  static func title(_ row: RowID, _ engine: EngineState) -> String { row.diskGroup?.title ?? row.name }
}

/// The row of a piece of the builder's cache.
enum BuildCacheRow: RowKind {
  static let tabs: [Tab] = [.buildCache]

  static func title(_ row: RowID, _ engine: EngineState) -> String {
    engine.cacheRecord(row).map { $0.summary.isEmpty ? $0.id : $0.summary } ?? row.name
  }

  static func exists(_ row: RowID, _ engine: EngineState) -> Bool { engine.cacheRecord(row) != nil }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    [CopyChoice(what: "id", text: row.name)]
  }
}

extension RowID {
  /// The row of a kind of what takes the disk.
  static func diskGroup(_ group: DiskGroup, on engine: EngineID) -> RowID {
    RowID(DiskGroupRow.self, group.rawValue, on: engine)
  }

  /// The row of a piece of the builder's cache.
  static func buildCache(_ id: String, on engine: EngineID) -> RowID {
    RowID(BuildCacheRow.self, id, on: engine)
  }

  /// The kind that it is the row of; nil for other rows.
  var diskGroup: DiskGroup? { isA(DiskGroupRow.self) ? DiskGroup(rawValue: name) : nil }

  /// The kind that it is of, itself or as one of its things.
  var groupOnDisk: DiskGroup? {
    if let group = diskGroup { return group }
    if isA(ImageRow.self) { return .images }
    if isA(VolumeRow.self) { return .volumes }
    return isA(BuildCacheRow.self) ? .buildCache : containerID == nil ? nil : .containers
  }
}

extension Tab {
  /// What a kind takes, and what a prune of it would take away.
  static let diskPrune = Tab.rows("diskPrune", "Prune", wraps: true) { row, _, state in
    guard let group = row.diskGroup else { return [] }
    return DiskTabText.rows(group, state.engine(of: row))
  }

  /// What is known of a piece of the builder's cache.
  static let buildCache = Tab.rows("buildCache", "Cache", wraps: true) { row, _, state in
    state.engine(of: row).cacheRecord(row).map { DiskTabText.rows($0, zone: state.setup.utcOffset) } ?? []
  }
}

/// The tabs of the Disk pane.
enum DiskTabText {
  private static func line(_ label: String, _ text: String, _ role: Role = .text) -> StyledText {
    StyledText(Pad.end(label, 10), Style(.muted)) + StyledText(text, Style(role))
  }

  static func rows(_ group: DiskGroup, _ engine: EngineState) -> [StyledText] {
    guard let usage = engine.disk.usage else { return [] }
    let share = group.share(of: usage)
    var rows = [
      line("count", "\(Quantity.count(share.count)), \(Quantity.count(share.active)) in use"),
      line("size", Quantity.bytes(share.size)),
      line("to free", "\(Quantity.bytes(share.reclaimable)), all that is unused"),
    ]
    if group == .images {
      let shared = usage.imageItems.compactMap(\.sharedSize).reduce(0, &+)
      if shared > 0 { rows.append(line("shared", "layers that several images have count once here")) }
    }
    let items = engine.diskItems(of: group)
    rows += list("A prune takes", items.filter(\.isPruned), engine)
    rows += list("With all it also takes", items.filter { $0.isPrunedByAll && !$0.isPruned }, engine)
    let kept = items.filter { !$0.isPrunedByAll }
    if !kept.isEmpty {
      rows += ["", StyledText("\(Counted.text(kept.count, "thing")) in use stay", Style(.muted))]
    }
    return rows
  }

  /// The most things that are named.
  private static let limit = 200

  private static func list(_ title: String, _ items: [DiskItem], _ engine: EngineState) -> [StyledText] {
    guard !items.isEmpty else { return [] }
    let bytes = items.reduce(0) { $0 &+ $1.size }
    var rows: [StyledText] = [
      "", StyledText("\(title) \(items.count), up to \(Quantity.bytes(bytes))", Style(.title).adding(.bold)),
    ]
    rows += items.prefix(limit).map { item in
      StyledText(Pad.start(Quantity.bytes(item.size), 6) + "  ", Style(.muted))
        + StyledText(item.row.kind.title(item.row, engine))
    }
    let more = items.count - limit
    return more > 0 ? rows + [StyledText("and \(more) more", Style(.muted))] : rows
  }

  static func rows(_ record: BuildCacheRecord, zone: Int) -> [StyledText] {
    var rows = [
      line("id", record.id), line("kind", record.kind), line("size", Quantity.bytes(record.size)),
      line("in use", record.isInUse ? "yes, by a build: no prune takes it" : "no"),
      line("shared", record.isShared ? "yes: images hold the same bytes" : "no"),
      line(
        "last used", record.lastUsed?.dateTimeText(zoneSeconds: zone) ?? "never, or the engine does not say"),
    ]
    let verdict =
      record.isPrunable(all: false)
      ? "takes it" : record.isPrunable(all: true) ? "takes it with all only" : "leaves it"
    rows.append(line("a prune", verdict))
    return record.summary.isEmpty ? rows : rows + ["", StyledText(record.summary)]
  }
}
