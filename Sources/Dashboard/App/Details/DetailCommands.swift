/// What can be done in the detail pane. The log has state of its own, so the parent tells it what a key means there.
enum DetailCommands {
  static let all: [RootCommand] = [
    scroll("details.down", "Line down", "Scrolls one line down.", .line(1)),
    scroll("details.up", "Line up", "Scrolls one line up.", .line(-1)),
    scroll("details.half-down", "Half a page down", "Scrolls half a page down.", .halfPage(1)),
    scroll("details.half-up", "Half a page up", "Scrolls half a page up.", .halfPage(-1)),
    scroll("details.page-down", "Page down", "Scrolls a page down.", .page(1)),
    scroll("details.page-up", "Page up", "Scrolls a page up.", .page(-1)),
    scroll(
      "details.first", "Go to start",
      "Goes to the start; in a log, stops following.",
      .start),
    scroll("details.last", "Go to end", "Goes to the end; in a log, follows again.", .end),
    Command(
      "details.left", "Left", doc: "Scrolls left.", in: .details,
      run: { _, _ in [.send(.screen(.left))] }),
    Command(
      "details.right", "Right", doc: "Scrolls right.", in: .details,
      run: { _, _ in [.send(.screen(.right))] }),
    Command(
      "details.search", "Search or filter", doc: "Filters the log or searches the text, as you type.",
      in: .details, hint: "search",
      run: { [.typeFilter($1.details.tab == .logs ? .log : .text)] }),
    Command(
      "details.next-match", "Next match", doc: "Goes to the next match.", in: .details,
      unavailable: { state, _ in state.hasSearch ? nil : "no search: / starts one" },
      run: { _, _ in [.send(.screen(.match(1)))] }),
    Command(
      "details.previous-match", "Previous match", doc: "Goes to the previous match.", in: .details,
      unavailable: { state, _ in state.hasSearch ? nil : "no search: / starts one" },
      run: { _, _ in [.send(.screen(.match(-1)))] }),
    Command(
      "details.reveal", "Show or hide secrets",
      doc: "Reveals values that look like secrets, until you leave.",
      in: .details, hint: "reveal",
      unavailable: { $1.details.tab?.hasSecrets == true ? nil : "this tab has no secrets" },
      run: { _, _ in [.view(.revealSecrets)] }),
    Command(
      "details.wrap", "Wrap lines", doc: "Wraps long lines, or cuts them at the edge.", in: .details,
      hint: "wrap",
      unavailable: { $1.details.tab?.wrapRefusal },
      run: { _, _ in [.view(.toggleWrap)] }),
    Command(
      "details.open", "Go to container", doc: "Goes to the container under the cursor, in its own pane.",
      in: .details,
      hint: { $1.openableCursor == nil ? nil : "go to it" },
      unavailable: { $1.openableCursor == nil ? "nothing in this tab can be opened" : nil },
      run: { _, state in
        guard let cursor = state.openableCursor, let row = state.openableRows?[cursor] else { return [] }
        return [.view(.open(row))]
      }),
    Command(
      "details.leave", "Focus list", doc: "Focuses the list.", in: .details,
      run: { _, _ in [.view(.leaveDetails)] }),
    Command(
      "details.to-list", "Focus list", doc: "Focuses the list.", in: .details,
      run: { _, _ in [.view(.leaveDetails)] }),
    Command(
      "details.previous-tab", "Previous tab", doc: "Shows the tab to the left.", in: .anywhere,
      run: { _, _ in [.view(.turnTab(by: -1))] }),
    Command(
      "details.next-tab", "Next tab", doc: "Shows the tab to the right.", in: .anywhere, hint: "tab",
      run: { _, _ in [.view(.turnTab(by: 1))] }),
  ]

  private static func scroll(_ id: String, _ title: String, _ doc: String, _ step: Scroll.Step) -> RootCommand
  {
    Command(id, title, doc: doc, in: .details, run: { _, _ in [.send(.screen(.scroll(step)))] })
  }
}
