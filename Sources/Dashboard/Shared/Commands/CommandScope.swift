/// Where a command works.
package enum CommandScope: Sendable, Hashable {
  case anywhere
  /// Any list pane while it has the focus.
  case lists
  /// These panes while one of them has the focus.
  case panes(Set<PaneKind>)
  /// The detail pane while it has the focus.
  case details
  /// The logs tab while the detail pane has the focus.
  case logs
  /// The files tab while the detail pane has the focus.
  case files
  /// The contents tab while the detail pane has the focus.
  case contents
  /// The tab of what a search through logs has found while the detail pane has the focus.
  case matches
  /// What takes all keys while it is there: nothing of the other scopes works in it.
  case inner(InnerScope)

  /// What the help calls it.
  package var title: String {
    switch self {
    case .anywhere: "anywhere"
    case .lists: "lists"
    case .panes(let kinds):
      kinds.sorted { $0.digit < $1.digit }.map { $0.title.lowercased() }.joined(separator: ", ")
    case .details: "details"
    case .logs: "logs"
    case .files: "files"
    case .contents: "contents"
    case .matches: "matches"
    case .inner(let scope): scope.title
    }
  }

  /// Whether the scope takes keys where the user is.
  func isActive(_ place: KeyPlace) -> Bool {
    if let inner = place.inner { return self == .inner(inner) }
    switch self {
    case .anywhere: return true
    case .lists: return place.focus == .list
    case .panes(let kinds): return place.focus == .list && kinds.contains(place.pane)
    case .details: return place.focus == .details
    case .logs: return place.focus == .details && place.tab == .logs
    case .files: return place.focus == .details && place.tab == .files
    case .contents: return place.focus == .details && place.tab == .contents
    case .matches: return place.focus == .details && place.tab == .matches
    case .inner: return false
    }
  }

  /// Which of two scopes wins a key: the narrower one.
  var rank: Int {
    switch self {
    case .inner: 0
    case .logs, .files, .contents, .matches: 1
    case .panes: 2
    case .details: 3
    case .lists: 4
    case .anywhere: 5
    }
  }

  /// Whether it is of what takes all keys.
  var isInner: Bool { if case .inner = self { true } else { false } }

  /// Whether two scopes of the same rank can be active at once.
  func overlaps(_ other: CommandScope) -> Bool {
    if case .panes(let mine) = self, case .panes(let theirs) = other { return !mine.isDisjoint(with: theirs) }
    return self == other
  }
}

/// What takes all keys while it is there.
package enum InnerScope: String, Sendable, Hashable, CaseIterable {
  case filter, editor, search, review, conflict, job, text, menu, confirmation, form, palette

  /// What the help calls it.
  package var title: String {
    switch self {
    case .filter: "the filter and search line"
    case .editor: "the editor"
    case .search: "find and replace"
    case .review: "the review"
    case .conflict: "a file changed on disk"
    case .job: "job output"
    case .text: "text boxes"
    case .menu: "menus"
    case .confirmation: "confirmations"
    case .form: "forms"
    case .palette: "the palette"
    }
  }
}

/// Where the user is, as far as keys depend on it.
struct KeyPlace: Sendable, Equatable {
  let focus: Focus
  let pane: PaneKind
  /// The tab that is looked at; nil while nothing is selected.
  let tab: Tab?
  /// What takes all keys; nil where nothing does.
  let inner: InnerScope?
}
