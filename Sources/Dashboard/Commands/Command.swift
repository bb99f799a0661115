/// Something a user can ask for, by key, palette or menu. Help, footer hints, palette, read-only mode, confirmation
/// and the generated key table all derive from these values.
package struct Command: Sendable, Identifiable {
  /// What a command may do to the engine.
  package enum Danger: Sendable, Hashable {
    /// Nothing: it only changes the view.
    case none
    /// It changes something that can be changed back.
    case changes
    /// It ends or removes something; it asks first.
    case destroys
  }

  /// The stable name in settings, such as `container.stop`.
  package let id: String
  /// What the palette and the menus call it.
  package let title: String
  /// One sentence for the help.
  package let doc: String
  package let scope: CommandScope
  package var danger: Danger = .none
  /// The word in the footer; nil keeps it out of the footer.
  package var hint: String?
  /// Why it cannot be used now; nil when it can.
  let unavailable: @Sendable (DashboardState) -> String?
  let run: @Sendable (inout DashboardState) -> [Effect]

  init(
    _ id: String, _ title: String, doc: String, in scope: CommandScope, danger: Danger = .none,
    hint: String? = nil, unavailable: @escaping @Sendable (DashboardState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout DashboardState) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.doc = doc
    self.scope = scope
    self.danger = danger
    self.hint = hint
    self.unavailable = unavailable
    self.run = run
  }

  /// Why the command is refused now, read-only mode and a lost engine included; nil when it may run.
  func refusal(_ state: DashboardState) -> String? {
    if danger != .none {
      if state.isReadOnly { return "read-only mode: davit was started so that it changes nothing" }
      if !state.connection.isLive { return "the engine does not answer now" }
    }
    return unavailable(state)
  }
}

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

  /// What the help calls it.
  package var title: String {
    switch self {
    case .anywhere: "anywhere"
    case .lists: "lists"
    case .panes(let kinds):
      PaneKind.allCases.filter(kinds.contains).map { $0.title.lowercased() }.joined(separator: ", ")
    case .details: "details"
    case .logs: "logs"
    }
  }

  /// Whether the scope takes keys in the present focus.
  func isActive(_ state: DashboardState) -> Bool {
    switch self {
    case .anywhere: true
    case .lists: state.focus == .list
    case .panes(let kinds): state.focus == .list && kinds.contains(state.activePane)
    case .details: state.focus == .details
    case .logs: state.focus == .details && state.details.tab == .logs
    }
  }

  /// Which of two scopes wins a key: the narrower one.
  var rank: Int {
    switch self {
    case .logs: 0
    case .panes: 1
    case .details: 2
    case .lists: 3
    case .anywhere: 4
    }
  }
}
