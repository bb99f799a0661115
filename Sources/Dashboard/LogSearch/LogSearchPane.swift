import EngineModel
import TerminalUI

/// What a search through the logs of many containers has found, a row for each container.
enum LogSearchPane: PaneFeature {
  static let title = "Search"
  static let digit = 9
  static let columns = logSearchColumns
  /// None of a column: as they were found.
  static let defaultSort = SortOrder("order")
  static let isResident = false
  /// What was found needs more room than where.
  static let share = 38
  static let pruneRefusal: String? = "what was found cannot be pruned"

  static func revision(_ engine: EngineState) -> Int { engine.search.revision }

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in engine.search.order.map { .searched($0, on: engine.id) } }
  }

  /// Until something is found the cursor waits for it.
  static func holds(_ row: RowID, _ state: SharedState) -> Bool {
    SearchedRow.log(row, state.engine(of: row)).map { $0.matches > 0 } ?? false
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    ContainersPane.filterText(row, state)
  }

  /// Those of containers, and whether something was found.
  static let filterFields: [FilterField] =
    ContainersPane.filterFields + [
      FilterField(name: "found") { row, state in
        let log = SearchedRow.log(row, state.engine(of: row))
        if log?.trouble != nil { return ["cannot"] }
        return [log.map { $0.matches > 0 } ?? false ? "yes" : "no"]
      }
    ]

  static func emptyText(_ state: SharedState) -> String {
    "\\ searches the logs of the containers that are shown"
  }

  static func counter(_ state: SharedState) -> String {
    let searches = state.engines.all.map(\.search).filter { $0.phase != .none }
    guard let first = searches.first else { return "" }
    let found = Quantity.count(searches.reduce(0) { $0 + $1.matches }) + " found"
    let count = searches.reduce(0) { $0 + ($1.request?.containers.count ?? 0) }
    let done = searches.reduce(0) { $0 + $1.done }
    let dot = " \(state.glyphs.dot) "
    return switch first.phase {
    case .none: ""
    case .running: "\(found)\(dot)\(done) of \(count) searched …"
    case .ended: "\(found)\(dot)\(Counted.text(count, "log"))"
    case .stopped: "\(found)\(dot)stopped at \(done) of \(count)"
    case .failed: "\(found)\(dot)broken off at \(done) of \(count)"
    }
  }
}

extension PaneKind {
  /// What a search through logs has found.
  package static let logSearch = PaneKind(LogSearchPane.self)
}

/// The row of a container whose log was searched.
enum SearchedRow: RowKind {
  static let tabs: [Tab] = [.matches]

  static func title(_ row: RowID, _ engine: EngineState) -> String {
    let id = ContainerID(row.name)
    return engine.facts.containers[id]?.name ?? log(row, engine)?.name ?? id.short
  }

  static func container(_ row: RowID) -> ContainerID? { ContainerID(row.name) }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    [CopyChoice(what: "id", text: row.name)]
  }

  /// What was found in its log; nil where it is not of this search any more.
  static func log(_ row: RowID, _ engine: EngineState) -> FoundInLog? {
    engine.search.logs[ContainerID(row.name)]
  }
}

extension RowID {
  /// The row of a container whose log was searched.
  static func searched(_ id: ContainerID, on engine: EngineID) -> RowID {
    RowID(SearchedRow.self, id.rawValue, on: engine)
  }
}
