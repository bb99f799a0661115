/// What of the view is kept between runs, by the words that panes and columns are named with. Nothing that an engine said
/// is in it but the names of rows that were folded.
///
/// Something more that is to be kept is a property here, its words in `ViewMemoryFile`, and a line each in
/// `DashboardState.viewMemory` and `SharedState.take`.
package struct ViewMemory: Sendable, Hashable {
  /// What is kept of a pane; nil where it is as it comes.
  package struct Pane: Sendable, Hashable {
    /// The column that sorts, and whether the other way round.
    package var sort: String?
    package var isDescending = false
    /// The columns that were chosen, by id and in order; nil for those that come by themselves.
    package var columns: [String]?
    /// The rows that were folded, or unfolded, against the default: the parts of their names.
    package var folds: [[String]] = []

    /// A pane as it comes.
    package init() {}
  }

  /// The pane that had the keys.
  package var pane: String?
  /// `side`, `half` or `full`.
  package var mode: String?
  /// The width of the side panes in thousandths of the screen; nil leaves it to the settings.
  package var sideShare: Int?
  package var panes: [String: Pane] = [:]

  /// The view as it comes.
  package init() {}

  /// The most folds that are kept of a pane.
  static let mostFolds = 200
}

extension SharedState {
  /// What is to be kept of the view.
  var viewMemory: ViewMemory {
    var memory = ViewMemory()
    memory.pane = activePane.title
    memory.mode = screenMode.word
    memory.sideShare = sideShare
    for kind in registry.panes {
      var pane = ViewMemory.Pane()
      if panes[kind].sort != kind.feature.defaultSort {
        pane.sort = panes[kind].sort.column
        pane.isDescending = panes[kind].sort.descending
      }
      pane.columns = panes[kind].columns
      let folds = panes[kind].folded.compactMap { fold(of: $0, in: kind) }
      pane.folds = Array(folds.sorted { $0.lexicographicallyPrecedes($1) }.prefix(ViewMemory.mostFolds))
      if pane != ViewMemory.Pane() { memory.panes[kind.title] = pane }
    }
    return memory
  }

  /// Looks as it was left. What there is no more is passed over.
  mutating func take(_ memory: ViewMemory, opening: Bool) {
    if opening, let pane = registry.panes.first(where: { $0.title == memory.pane }) { activePane = pane }
    screenMode = ScreenMode.allCases.first { $0.word == memory.mode } ?? .side
    sideShare = memory.sideShare.map { max(50, min($0, 950)) }
    for kind in registry.panes {
      guard let pane = memory.panes[kind.title] else { continue }
      if let sort = pane.sort, column(sort, of: kind) != nil, !kind.feature.isTree {
        panes[kind].sort = SortOrder(sort, descending: pane.isDescending)
      }
      // A column that there is no more is passed over where columns are drawn.
      panes[kind].columns = pane.columns.flatMap { $0.isEmpty ? nil : Array($0.prefix(64)) }
      panes[kind].folded = Set(pane.folds.compactMap { row(of: $0, in: kind) })
    }
  }

  /// The words of a folded row: the place of its kind among those that fold, and its name; nil for one of another engine.
  private func fold(of row: RowID, in kind: PaneKind) -> [String]? {
    guard row.engine == .first, let place = kind.feature.foldedKinds.firstIndex(where: row.isA) else {
      return nil
    }
    return [String(place), row.name, row.scope, row.part]
  }

  private func row(of fold: [String], in kind: PaneKind) -> RowID? {
    let kinds = kind.feature.foldedKinds
    guard fold.count == 4, let place = Int(fold[0]), kinds.indices.contains(place) else { return nil }
    return RowID(kinds[place], fold[1], scope: fold[2], part: fold[3], on: .first)
  }
}

extension ScreenMode {
  /// What it is called in what is kept.
  fileprivate var word: String {
    switch self {
    case .side: "side"
    case .half: "half"
    case .full: "full"
    }
  }
}
