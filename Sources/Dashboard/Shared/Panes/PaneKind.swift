import EngineModel
import Preferences

/// One of the list panes.
package struct PaneKind: Hashable, Sendable {
  /// What knows all about it.
  let feature: any PaneFeature.Type

  init(_ feature: any PaneFeature.Type) { self.feature = feature }

  /// The title in the pane's border.
  package var title: String { feature.title }

  /// The key that goes to it, which also orders the panes.
  package var digit: Int { feature.digit }

  /// Whether both are the same pane.
  package static func == (left: PaneKind, right: PaneKind) -> Bool { left.feature == right.feature }

  /// The digit is its own.
  package func hash(into hasher: inout Hasher) { hasher.combine(digit) }
}

/// All that a feature tells of its pane. Registered once, in `App/Features.swift`. All pure functions of the state.
protocol PaneFeature: SendableMetatype {
  static var title: String { get }
  /// From 1; no two panes have the same.
  static var digit: Int { get }
  /// The columns of the wide table, the first ones also in the side pane.
  static var columns: [Column] { get }
  /// Further columns that the settings name.
  static func columns(named settings: Settings) -> [Column]
  /// The column that sorts when nothing else is chosen.
  static var defaultSort: SortOrder { get }
  /// The rows before the filter and the sort, in the default order.
  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID]
  /// What a filter looks at.
  static func filterText(_ row: RowID, _ state: SharedState) -> String
  /// What rows can be filtered by beside that: `state:exited`.
  static var filterFields: [FilterField] { get }
  /// What the pane says when it has no rows at all.
  static func emptyText(_ state: SharedState) -> String
  /// The counter in the pane's border.
  static func counter(_ state: SharedState) -> String
  /// Whether the rows are a tree in its own order, which a sort must not tear apart.
  static var isTree: Bool { get }
  /// The kinds of rows that can be folded; a kind's place is kept between runs.
  static var foldedKinds: [any RowKind.Type] { get }
  /// Whether it takes what the other panes leave of the screen.
  static var takesSpareRows: Bool { get }
  /// Whether its rows show figures of use, so that the containers behind them are sampled.
  static var showsStats: Bool { get }
  /// Whether its rows, or their order, can change when a container only changes its state.
  static var followsStates: Bool { get }

  /// The lists that a refresh reads.
  static var lists: Set<RefreshTarget> { get }
  /// The kind of events that are about its resources; nil for none.
  static var events: EngineEvent.Kind? { get }
  /// What such an event means: the facts it carries are taken as they are, and only what it leaves open is asked for.
  static func react(to event: EngineEvent, _ engine: inout EngineState) -> [EngineOutcome]

  /// Whether it always has a place beside the other panes; else it is there while it has the keys, and takes theirs.
  static var isResident: Bool { get }
  /// How much of the screen's width it takes where it stands alone beside the details, in hundredths.
  static var share: Int { get }
  /// Whether a cursor on its last row stays on the last row when more come.
  static var followsEnd: Bool { get }
  /// Whether a cursor on this first row stays on it when others come before it.
  static func holds(_ row: RowID, _ state: SharedState) -> Bool
  /// Grows with all that its rows are made of, figures of use aside.
  static func revision(_ engine: EngineState) -> Int
  /// What is asked of an engine when somebody goes to the pane; nil for nothing.
  static func opening(_ engine: EngineState) -> EngineEffect?
  /// Why its rows cannot be sorted; nil where they can.
  static var sortRefusal: String? { get }
  /// What a prune would take; nil where nothing is unused.
  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion?
  /// Why nothing of it can be pruned, ever; nil where it can.
  static var pruneRefusal: String? { get }
}

/// The question before a prune: what would go, and how much that frees.
struct PruneQuestion: Sendable, Equatable {
  var title: String
  var targets: [String]
  var warning: String?
  /// What widens the prune to all that is unused; nil where there is no such thing.
  var allChoice: String?
  /// The question while it is widened.
  var allTitle = ""
  var allTargets: [String] = []
  var allWarning: String?
  /// What narrows it to what was not used for a while; nil where there is no such thing.
  var oldChoice: String?
  /// The question while it is narrowed: without what widens it, and with it.
  var oldTargets: [String] = []
  var oldAllTargets: [String] = []
  var call: EngineCall
  /// Whether it tells more once the volumes are measured.
  var needsSizes = false

  /// Whether nothing would go, whatever is switched on.
  var isEmpty: Bool { targets.isEmpty && allTargets.isEmpty }
}

extension PaneFeature {
  static func columns(named settings: Settings) -> [Column] { [] }
  static var isTree: Bool { false }
  static var isResident: Bool { true }
  /// What takes the place of all the others needs a little more.
  static var share: Int { isResident ? 50 : 58 }
  static var followsEnd: Bool { false }
  static func holds(_ row: RowID, _ state: SharedState) -> Bool { true }
  static var sortRefusal: String? { isTree ? "stacks are a tree with a fixed order" : nil }
  static func revision(_ engine: EngineState) -> Int {
    followsStates ? engine.revision : engine.facts.listRevision
  }
  static func opening(_ engine: EngineState) -> EngineEffect? { nil }
  static var foldedKinds: [any RowKind.Type] { [] }
  static var filterFields: [FilterField] { [] }
  static var takesSpareRows: Bool { false }
  static var showsStats: Bool { false }
  static var followsStates: Bool { true }
  static var lists: Set<RefreshTarget> { [] }
  static var events: EngineEvent.Kind? { nil }
  static func react(to event: EngineEvent, _ engine: inout EngineState) -> [EngineOutcome] { [] }
  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? { nil }
  static var pruneRefusal: String? { nil }
}

/// The panes of a dashboard, in the order of their digits.
struct PaneRegistry: Sendable, Equatable {
  let panes: [PaneKind]

  init(_ features: [any PaneFeature.Type]) {
    panes = features.map(PaneKind.init).sorted { $0.digit < $1.digit }
  }

  /// The pane below, the first after the last.
  func next(after pane: PaneKind) -> PaneKind { neighbour(of: pane, 1) }

  /// The pane above, the last before the first.
  func previous(before pane: PaneKind) -> PaneKind { neighbour(of: pane, -1) }

  /// The place of a pane among all.
  func index(of pane: PaneKind) -> Int { panes.firstIndex(of: pane) ?? 0 }

  private func neighbour(of pane: PaneKind, _ step: Int) -> PaneKind {
    let near = panes.filter { $0.feature.isResident || $0 == pane }
    let index = near.firstIndex(of: pane) ?? 0
    return near[(index + step + near.count) % near.count]
  }

  /// Those that are on a screen where this one has the keys.
  func residents(with active: PaneKind) -> [PaneKind] {
    panes.filter { $0.feature.isResident || $0 == active }
  }
}

/// The view state of each pane.
package struct PaneStates: Sendable, Equatable {
  private var states: [PaneState]
  private let places: [PaneKind: Int]

  init(_ registry: PaneRegistry) {
    states = registry.panes.map { PaneState(sort: $0.feature.defaultSort) }
    places = Dictionary(uniqueKeysWithValues: registry.panes.enumerated().map { ($0.element, $0.offset) })
  }

  /// The view state of one pane.
  package subscript(kind: PaneKind) -> PaneState {
    get { states[places[kind] ?? 0] }
    _modify { yield &states[places[kind] ?? 0] }
  }
}
