import EngineModel
import TerminalUI

/// What can be done with any list.
enum ListCommands {
  typealias ListCommand = Command<NoState, NoAction>

  static let all: [ListCommand] = [
    move("list.down", "Next row", "Goes one row down.") { _ in 1 },
    move("list.up", "Previous row", "Goes one row up.") { _ in -1 },
    move("list.first", "First row", "Goes to the first row.") { _ in -1_000_000_000 },
    move("list.last", "Last row", "Goes to the last row.") { _ in 1_000_000_000 },
    move("list.half-down", "Half a page down", "Goes half a page down.") { max(1, $0 / 2) },
    move("list.half-up", "Half a page up", "Goes half a page up.") { -max(1, $0 / 2) },
    move("list.page-down", "Page down", "Goes a page down.") { max(1, $0 - 1) },
    move("list.page-up", "Page up", "Goes a page up.") { -max(1, $0 - 1) },
    // The line to type in belongs to the parent.
    Command(
      "list.filter", "Filter", doc: "Shows only rows that match a regular expression, as you type.",
      in: .lists, hint: "filter", run: { _, state in [.typeFilter(.pane(state.activePane))] }),
    Command(
      "list.mark", "Mark", doc: "Marks the row; commands then act on all marked rows.", in: .lists,
      run: { _, _ in [.view(.toggleMark)] }),
    Command(
      "list.mark-all", "Mark all", doc: "Marks every row shown, or clears all marks.", in: .lists,
      run: { _, _ in [.view(.toggleAllMarks)] }),
    Command(
      "list.sort", "Sort", doc: "Chooses the column to sort by.", in: .lists,
      unavailable: { $1.sortRefusal },
      run: { [.show(.menu(sorting($1.activePane, $1)))] }),
    ColumnCommands.choose,
    Command(
      "list.reverse", "Reverse sort order", doc: "Reverses the sort order.", in: .lists,
      unavailable: { $1.sortRefusal }, run: { _, _ in [.view(.reverseSort)] }),
    Command(
      "list.enter", "Focus details", doc: "Focuses the details.", in: .lists,
      hint: "details",
      unavailable: { $1.panes[$1.activePane].selection == nil ? "nothing selected" : nil },
      run: { _, _ in [.view(.enterDetails)] }),
    Command(
      "list.previous-pane", "Previous pane", doc: "Goes to the pane above.", in: .lists,
      run: { [.view(.activate($1.registry.previous(before: $1.activePane)))] }),
    Command(
      "list.next-pane", "Next pane", doc: "Goes to the pane below.", in: .lists,
      run: { [.view(.activate($1.registry.next(after: $1.activePane)))] }),
    Command(
      "list.prune", "Prune", doc: "Removes what is unused, after listing it.", in: .lists,
      danger: .destroys, unavailable: { $1.activePane.feature.pruneRefusal },
      run: { Pruning.ask(about: $1.activePane, on: $1.currentEngine) }),
  ]

  private static func move(
    _ id: String, _ title: String, _ doc: String, by distance: @escaping @Sendable (Int) -> Int
  ) -> ListCommand {
    Command(
      id, title, doc: doc, in: .lists,
      run: { [.view(.move(by: distance($1.panes[$1.activePane].visibleRows)))] })
  }

  /// A letter for each name: the first of its own that no other has, and that moves nothing in a menu.
  private static func menuKeys(_ names: [String]) -> [Character?] {
    var taken: Set<Character> = ["j", "k", "g", "q", "x"]
    return names.map { name in
      let own = name.lowercased().first { $0.isLetter && !taken.contains($0) }
      let key = own ?? "123456789".first { !taken.contains($0) }
      if let key { taken.insert(key) }
      return key
    }
  }

  /// The columns of a pane that are shown, to sort by.
  private static func sorting(_ pane: PaneKind, _ state: SharedState) -> Menu<NoAction> {
    let now = state.panes[pane].sort
    let columns = state.columns(of: pane)
    let keys = menuKeys(columns.map(\.name))
    return Menu(
      title: "Sort \(pane.title.lowercased()) by",
      entries: zip(columns, keys).map { column, key in
        let isNow = column.id == now.column
        return .init(
          title: column.name,
          detail: [
            key.map { String($0) }, isNow ? (now.descending ? "now descending" : "now ascending") : nil,
          ]
          .compactMap(\.self).joined(separator: "  "),
          key: key.map { KeyPress($0) },
          choice: .view(.sort(pane, SortOrder(column.id, descending: column.sortsDescending))))
      },
      selected: columns.firstIndex { $0.id == now.column } ?? 0)
  }
}

extension SharedState {
  fileprivate var sortRefusal: String? {
    activePane.feature.sortRefusal
  }
}

/// Removing what is unused: always after a look at what would go.
enum Pruning {
  /// Shows what a prune would take, and how much that frees, before it is done.
  static func ask(about pane: PaneKind, on engine: EngineState) -> [Outcome<NoAction>] {
    guard let question = pane.feature.pruneQuestion(engine), !question.isEmpty else {
      return [.notice(Notice(.information, "nothing to prune"))]
    }
    return [.show(.confirmation(confirmation(question, pane, engine.id)))]
      + (question.needsSizes ? [.effect(.engine(engine.id, .measureVolumes))] : [])
  }

  /// The question that is being asked, with what is known now; nil where there is no more to know.
  static func refreshed<Action>(_ asked: Confirmation<Action>, on engine: EngineState) -> Confirmation<
    Action
  >? {
    guard let pane = asked.prunes, let question = pane.feature.pruneQuestion(engine), question.needsSizes
    else {
      return nil
    }
    var fresh: Confirmation<Action> = confirmation(question, pane, engine.id)
    fresh.choices = asked.choices
    return fresh
  }

  private static func confirmation<Action>(
    _ question: PruneQuestion, _ pane: PaneKind, _ engine: EngineID
  ) -> Confirmation<Action> {
    let old = question.oldChoice != nil
    return Confirmation(
      title: question.title, targets: question.targets, warning: question.warning,
      choices: (question.allChoice.map { [.init(key: "a", title: $0)] } ?? [])
        + (question.oldChoice.map { [.init(key: "o", title: $0)] } ?? []),
      prunes: pane,
      wordings: (question.allChoice == nil
        ? [:]
        : [
          ["a"]: .init(title: question.allTitle, targets: question.allTargets, warning: question.allWarning)
        ]).merging(
          old
            ? [
              ["o"]: .init(title: question.title, targets: question.oldTargets),
              ["a", "o"]: .init(title: question.title, targets: question.oldAllTargets),
            ] : [:], uniquingKeysWith: { first, _ in first }),
      yes: .begin(.calls([question.call]), on: engine))
  }
}
