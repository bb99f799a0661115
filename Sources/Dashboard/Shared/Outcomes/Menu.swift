import TerminalUI

/// A list to choose one entry from.
struct Menu<Action: Sendable & Equatable>: Sendable, Equatable {
  struct Entry: Sendable, Equatable {
    let title: String
    /// What stands at the right: a key, a value.
    var detail = ""
    /// A key that chooses the entry at once.
    var key: KeyPress?
    /// Why it cannot be chosen; nil when it can.
    var reason: String?
    /// What choosing it leads to; nil for nothing.
    var choice: Outcome<Action>?
    /// A theme that is shown while the cursor is on the entry.
    var preview: String?
  }

  let title: String
  /// The theme before the menu was opened, to go back to; nil where entries preview none.
  var themeBefore: String?
  let entries: [Entry]
  var selected = 0
  /// The rows that it is about: it goes when they are gone.
  var about: [RowID] = []

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Menu<Other> {
    Menu<Other>(
      title: title, themeBefore: themeBefore,
      entries: entries.map {
        Menu<Other>.Entry(
          title: $0.title, detail: $0.detail, key: $0.key, reason: $0.reason, choice: $0.choice?.map(lift),
          preview: $0.preview)
      },
      selected: selected, about: about)
  }

  /// What the entry at `index` leads to, which has the cursor now; nil where it cannot be chosen.
  mutating func choose(_ index: Int) -> Outcome<Action>? {
    guard entries.indices.contains(index) else { return nil }
    selected = index
    return entries[index].reason == nil ? entries[index].choice : nil
  }

  /// Moves the cursor, around the ends.
  mutating func move(_ step: Int) {
    guard !entries.isEmpty else { return }
    selected = (selected + step + entries.count) % entries.count
  }

  /// Puts the cursor on the first or the last entry.
  mutating func go(toEnd: Bool) { selected = toEnd ? max(0, entries.count - 1) : 0 }
}
