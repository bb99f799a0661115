import EngineModel
import TerminalUI

/// What takes the disk, kind by kind, the largest first. It is measured when somebody goes there, and when asked.
enum DiskPane: PaneFeature {
  static let title = "Disk"
  static let digit = 7
  static let columns = diskColumns
  static let defaultSort = SortOrder("size", descending: true)
  static let isTree = true
  static let isResident = false
  static let sortRefusal: String? = "the largest come first in each kind"

  static func revision(_ engine: EngineState) -> Int { engine.revision &+ engine.disk.revision }

  static func opening(_ engine: EngineState) -> EngineEffect? {
    engine.disk.usage == nil && engine.connection.isLive ? .measureDisk : nil
  }

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.filter { $0.disk.usage != nil }.flatMap { engine in
      DiskGroup.allCases.flatMap { group -> [RowID] in
        let heading = RowID.diskGroup(group, on: engine.id)
        return pane.folded.contains(heading) ? [heading] : [heading] + engine.diskItems(of: group).map(\.row)
      }
    }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    let group = row.groupOnDisk?.rawValue ?? ""
    return "\(group) \(state.title(of: row)) \(row.diskGroup == nil ? users(row, state) : "")"
  }

  static let filterFields: [FilterField] = [
    FilterField(name: "type", agreement: .beginning) { row, _ in row.groupOnDisk.map { [$0.rawValue] } ?? []
    },
    FilterField(name: "used") { row, state in
      if row.diskGroup != nil { return [] }
      let users = users(row, state)
      return users == "unused" ? ["no"] : [users]
    },
  ]

  static func emptyText(_ state: SharedState) -> String {
    let disk = state.currentEngine.disk
    if disk.isMeasuring { return "measuring … this can take an engine with many images a while" }
    if let trouble = disk.trouble { return trouble.description }
    return state.currentEngine.connection.isLive
      ? "R measures what takes the disk" : "the engine is not answering"
  }

  static func counter(_ state: SharedState) -> String {
    let disk = state.currentEngine.disk
    if disk.isMeasuring { return "measuring …" }
    if disk.trouble != nil, disk.usage != nil { return "could not be measured again" }
    guard let time = disk.time, let now = state.now else { return "" }
    return "measured \(Quantity.age(seconds: now.secondsSince(time))) ago"
  }

  /// What prunes the builder's cache.
  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? {
    let records = (engine.disk.usage?.cacheItems ?? []).sorted { ($1.size, $0.id) < ($0.size, $1.id) }
    let all = records.filter { $0.isPrunable(all: true) }
    guard !all.isEmpty else { return nil }
    let narrow = all.filter { $0.isPrunable(all: false) }
    let now = engine.disk.time
    func isOld(_ record: BuildCacheRecord) -> Bool {
      guard let now, let used = record.lastUsed else { return true }
      return now.secondsSince(used) > 86_400
    }
    func names(_ records: [BuildCacheRecord]) -> [String] {
      records.map { "\($0.summary.isEmpty ? $0.id : $0.summary)  \(Quantity.bytes($0.size))" }
    }
    func freed(_ records: [BuildCacheRecord]) -> String {
      let bytes = records.filter { !$0.isShared }.reduce(0) { $0 &+ $1.size }
      return "frees up to \(Quantity.bytes(bytes)); the next builds take longer"
    }
    var question = PruneQuestion(
      title: title(narrow.count), targets: names(narrow), warning: freed(narrow),
      allChoice: "all: what images share, and the builder's own, too", allTitle: title(all.count),
      allTargets: names(all), allWarning: freed(all), call: .pruneBuildCache(all: false, old: false))
    question.oldChoice = "old: only what was not used for a day"
    (question.oldTargets, question.oldAllTargets) = (names(narrow.filter(isOld)), names(all.filter(isOld)))
    return question
  }

  private static func title(_ count: Int) -> String {
    "Prune: remove \(Counted.text(count, "piece")) of the build cache?"
  }
}

extension PaneKind {
  /// What takes the disk.
  package static let disk = PaneKind(DiskPane.self)
}
