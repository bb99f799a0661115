/// Something a user can ask for, by key, palette or menu. Help, footer hints, palette, read-only mode, confirmation
/// and the generated key table all derive from these values.
///
/// `Own` is the state of the feature that it belongs to; it reads that and what all features look at, and says what is
/// to happen.
package struct Command<Own, Action: Sendable & Equatable>: Sendable, Identifiable {
  /// The stable name in settings, such as `container.stop`.
  package let id: String
  /// What the palette and the menus call it.
  package let title: String
  /// One sentence for the help.
  package let doc: String
  package let scope: CommandScope
  package let danger: Danger
  /// The word in the footer; nil keeps it out of the footer.
  let hint: @Sendable (Own, SharedState) -> String?
  /// Why it cannot be used now; nil when it can.
  let unavailable: @Sendable (Own, SharedState) -> String?
  let run: @Sendable (Own, SharedState) -> [Outcome<Action>]

  init(
    _ id: String, _ title: String, doc: String, in scope: CommandScope, danger: Danger = .none,
    hint: @escaping @Sendable (Own, SharedState) -> String? = { _, _ in nil },
    unavailable: @escaping @Sendable (Own, SharedState) -> String? = { _, _ in nil },
    run: @escaping @Sendable (Own, SharedState) -> [Outcome<Action>]
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

  /// A command whose word in the footer is always the same.
  init(
    _ id: String, _ title: String, doc: String, in scope: CommandScope, danger: Danger = .none, hint: String,
    unavailable: @escaping @Sendable (Own, SharedState) -> String? = { _, _ in nil },
    run: @escaping @Sendable (Own, SharedState) -> [Outcome<Action>]
  ) {
    self.init(
      id, title, doc: doc, in: scope, danger: danger, hint: { _, _ in hint }, unavailable: unavailable,
      run: run)
  }

  /// The same as the parent's.
  func lifted<Parent, Other>(
    _ own: @escaping @Sendable (Parent) -> Own, _ lift: @escaping @Sendable (Action) -> Other
  ) -> Command<Parent, Other> {
    Command<Parent, Other>(
      id, title, doc: doc, in: scope, danger: danger, hint: { hint(own($0), $1) },
      unavailable: { unavailable(own($0), $1) }, run: { run(own($0), $1).map { $0.map(lift) } })
  }
}

/// What a command may do to the engine.
package enum Danger: Sendable, Hashable {
  /// Nothing: it only changes the view.
  case none
  /// It changes something that can be changed back.
  case changes
  /// It ends or removes something; it asks first.
  case destroys
}

extension Command {
  /// Why the command is refused now, read-only mode and a lost engine included; nil when it may run.
  func refusal(_ own: Own, _ state: SharedState) -> String? {
    if danger != .none {
      if state.isReadOnly { return SharedState.readOnlyReason }
      if !state.currentEngine.connection.isLive { return "the engine is not answering" }
    }
    return unavailable(own, state)
  }
}

/// The state of a feature that has none.
struct NoState: Sendable, Equatable {}

/// What a feature can be told that is told nothing.
enum NoAction: Sendable, Equatable {}
