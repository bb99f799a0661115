import EngineModel
import TerminalUI
import TextPattern

/// A row of the Files tab.
struct FileRow: Sendable, Equatable {
  let path: ContainerPath
  /// What it is; nil for what is only known to have been changed.
  let entry: FileEntry?
  /// What was done to it; nil where it is as the image has it, and where that is not known.
  let change: PathChange.Kind?
}

/// What the files of a folder are ordered by; folders come first in any case.
enum FileOrder: String, Sendable, CaseIterable {
  case name, size, time

  var next: FileOrder {
    switch self {
    case .name: .size
    case .size: .time
    case .time: .name
    }
  }
}

/// What is looked at in the Files tab: a folder for each row that was looked at, and the cursor in it.
struct FilesState: Sendable, Equatable {
  /// Where one stands in the files of a row.
  struct Stand: Sendable, Equatable {
    var path: ContainerPath
    /// What the cursor is on; nil for the first.
    var cursor: ContainerPath?
    var offset = 0
    /// Whether the list of all changes is shown instead of a folder.
    var showsChanges = false
  }

  private var stands: [RowID: Stand] = [:]
  private(set) var order = FileOrder.name
  /// Grows to have the folder and the changes read again.
  var readings = 0
  private(set) var rows: [FileRow] = []
  /// The rows of the file that is looked at.
  var text = FileTextRows()
  private var source: Source?
  /// What is looked at through a container of davit's own, and the row it is of; nil for nothing.
  private(set) var carried: Carried?

  /// A volume that somebody wants to look into.
  struct Carried: Sendable, Equatable {
    let row: RowID
    let volume: CarriedVolume
    /// Grows where it is tried again.
    let number: Int
  }

  /// What rows are made of.
  private struct Source: Sendable, Equatable {
    let row: RowID
    let path: ContainerPath
    let showsChanges: Bool
    let order: FileOrder
    let filter: String
    let revision: Int
  }

  /// How many rows have their folder remembered.
  private static let mostStands = 64

  /// Where one stands in the files of a row.
  func stand(_ row: RowID, _ root: FilesRoot) -> Stand {
    guard let stand = stands[row], stand.path.isWithin(root.path) else { return Stand(path: root.path) }
    return stand
  }

  private mutating func set(_ stand: Stand, of row: RowID) {
    if stands[row] == nil, stands.count >= Self.mostStands { stands = [:] }
    stands[row] = stand
  }

  /// Brings the rows up to date with what is known.
  mutating func settle(_ state: SharedState) {
    guard let row = state.details.subject, let root = state.filesRoot else { return }
    let stand = stand(row, root)
    let search = state.details.search
    let source = Source(
      row: row, path: stand.path, showsChanges: stand.showsChanges, order: order, filter: search.text,
      revision: state.engine(of: row).files.revision)
    guard self.source != source else { return }
    self.source = source
    rows = FileRows.rows(stand, root, order, state.engine(of: row).files)
    guard let pattern = search.pattern else { return }
    let budget = MatchBudget(RowSearch.patience)
    rows = rows.filter { row in
      budget.isSpent || pattern.search(row.title(in: stand), within: budget) == .ended(.found)
    }
  }

  /// The row that the cursor is on, in the rows as they are.
  func cursor(_ row: RowID, _ root: FilesRoot) -> Int {
    let wanted = stand(row, root).cursor
    return wanted.flatMap { path in rows.firstIndex { $0.path == path } } ?? 0
  }

  /// Moves the cursor.
  mutating func move(_ step: Scroll.Step, page: Int, _ state: SharedState) {
    guard let row = state.details.subject, let root = state.filesRoot, !rows.isEmpty else { return }
    let page = max(1, page)
    let now = cursor(row, root)
    let wanted =
      switch step {
      case .line(let count): now + count
      case .halfPage(let count): now + count * max(1, page / 2)
      case .page(let count): now + count * max(1, page - 1)
      case .start: 0
      case .end: rows.count - 1
      }
    select(max(0, min(wanted, rows.count - 1)), of: row, root, page: page)
  }

  /// Puts the cursor on a row.
  mutating func select(_ index: Int, of row: RowID, _ root: FilesRoot, page: Int) {
    guard rows.indices.contains(index) else { return }
    var stand = stand(row, root)
    stand.cursor = rows[index].path
    stand.offset = ListViewport.offset(
      count: rows.count, selected: index, visible: max(1, page), previous: stand.offset)
    set(stand, of: row)
  }

  /// Goes into a folder; the cursor is put on `cursor` where that is given.
  mutating func go(to path: ContainerPath, cursor: ContainerPath? = nil, of row: RowID, _ root: FilesRoot) {
    set(Stand(path: path, cursor: cursor), of: row)
  }

  /// Shows the list of all changes, or the folder again.
  mutating func toggleChanges(of row: RowID, _ root: FilesRoot) {
    var stand = stand(row, root)
    stand.showsChanges.toggle()
    (stand.cursor, stand.offset) = (nil, 0)
    set(stand, of: row)
  }

  /// Has a container made through which a volume can be looked into; what went wrong before is tried again.
  mutating func carry(_ volume: CarriedVolume, of row: RowID) {
    carried = Carried(row: row, volume: volume, number: (carried?.number ?? 0) + 1)
  }

  /// Lets that container go, once nobody looks any more and nothing is copied through it.
  mutating func releaseCarrier(_ state: SharedState) {
    guard let carried else { return }
    let isLookedAt = state.details.tab == .files && state.details.subject == carried.row
    if !isLookedAt, !state.engine(of: carried.row).isCopyingThroughCarrier { self.carried = nil }
  }

  /// Orders by something else.
  mutating func turnOrder() { order = order.next }
}

extension FileRow {
  /// What it is called where one stands.
  func title(in stand: FilesState.Stand) -> String {
    stand.showsChanges ? path.text : String(decoding: path.name ?? [], as: UTF8.self)
  }
}

extension SharedState {
  /// Where the files of what is looked at begin; nil where it has none.
  var filesRoot: FilesRoot? {
    if case .root(let root)? = filesAccess { root } else { nil }
  }

  /// How the files of what is looked at can be reached; nil where nothing is looked at.
  var filesAccess: FilesAccess? { details.subject.map { $0.kind.files($0, engine(of: $0)) } }
}

/// What the rows of the Files tab are made of.
enum FileRows {
  static func rows(
    _ stand: FilesState.Stand, _ root: FilesRoot, _ order: FileOrder, _ facts: FilesFacts
  ) -> [FileRow] {
    let changes = facts.changes[root.container]?.content
    if stand.showsChanges {
      return (changes?.all ?? []).filter { $0.path.isWithin(root.path) }
        .map { FileRow(path: $0.path, entry: nil, change: $0.kind) }
    }
    let place = FilePlace(container: root.container, path: stand.path)
    guard let listing = facts.folders[place]?.content else { return [] }
    let there = ordered(listing.entries, by: order).map { entry in
      let path = stand.path.appending(entry.name)
      return FileRow(path: path, entry: entry, change: changes?.kinds[path])
    }
    let deleted = (changes?.deleted[stand.path] ?? []).map {
      FileRow(path: stand.path.appending($0), entry: nil, change: .deleted)
    }
    return there + deleted.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
  }

  private static func ordered(_ entries: [FileEntry], by order: FileOrder) -> [FileEntry] {
    func sorted(_ isBefore: (FileEntry, FileEntry) -> Bool) -> [FileEntry] {
      let folders = entries.prefix { $0.kind == .folder }
      return folders.sorted(by: isBefore) + entries[folders.endIndex...].sorted(by: isBefore)
    }
    switch order {
    case .name: return entries
    case .size: return sorted { $0.size > $1.size }
    case .time: return sorted { ($0.modified?.nanoseconds ?? .min) > ($1.modified?.nanoseconds ?? .min) }
    }
  }
}
