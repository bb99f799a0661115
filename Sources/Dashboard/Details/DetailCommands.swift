extension CommandRegistry {
  /// What can be done in the detail pane.
  static let detailCommands: [Command] = [
    scroll("details.down", "Line down", "Scrolls one line down.") { _ in 1 },
    scroll("details.up", "Line up", "Scrolls one line up.") { _ in -1 },
    scroll("details.half-down", "Half a page down", "Scrolls half a page down.") { max(1, $0 / 2) },
    scroll("details.half-up", "Half a page up", "Scrolls half a page up.") { -max(1, $0 / 2) },
    scroll("details.page-down", "Page down", "Scrolls a page down.") { max(1, $0 - 1) },
    scroll("details.page-up", "Page up", "Scrolls a page up.") { -max(1, $0 - 1) },
    Command(
      "details.first", "To the start",
      doc: "Goes to the start of the text; of a log that means to stop following.",
      in: .details,
      run: { state in
        state.scrollDetailsToStart()
        return []
      }),
    Command(
      "details.last", "To the end", doc: "Goes to the end of the text; a log is followed again.",
      in: .details,
      run: { state in
        state.scrollDetailsToEnd()
        return []
      }),
    Command(
      "details.left", "Left", doc: "Scrolls to the left; at the left edge, back to the list.", in: .details,
      run: { state in
        state.scrollDetailsLeft()
        return []
      }),
    Command(
      "details.right", "Right", doc: "Scrolls long lines to the right.", in: .details,
      run: { state in
        state.scrollDetailsRight()
        return []
      }),
    Command(
      "details.search", "Search or filter", doc: "Filters the log, or searches the text, while you type.",
      in: .details, hint: "search",
      run: { state in
        state.beginFilter(state.details.tab == .logs ? .logs : .text)
        return []
      }),
    Command(
      "details.next-match", "Next match", doc: "Goes to the next match.", in: .details,
      unavailable: { $0.hasSearch ? nil : "nothing is searched for: / begins" },
      run: { state in
        state.stepMatch(1)
        return []
      }),
    Command(
      "details.previous-match", "Previous match", doc: "Goes to the match before.", in: .details,
      unavailable: { $0.hasSearch ? nil : "nothing is searched for: / begins" },
      run: { state in
        state.stepMatch(-1)
        return []
      }),
    Command(
      "details.reveal", "Show or hide secrets", doc: "Shows values that look like secrets, until you leave.",
      in: .details, hint: "reveal",
      unavailable: {
        [.env, .config, .plan, .file].contains($0.details.tab) ? nil : "there are no secrets on this tab"
      },
      run: { state in
        state.details.revealsSecrets.toggle()
        return []
      }),
    Command(
      "details.leave", "Back to the list", doc: "Gives the list the keys.", in: .details,
      run: { $0.leaveDetails() }),
    Command(
      "details.to-list", "Back to the list", doc: "Gives the list the keys.", in: .details,
      run: { $0.leaveDetails() }),
    Command(
      "details.previous-tab", "Previous tab", doc: "Shows the tab at the left.", in: .anywhere, hint: "tab",
      run: { state in
        state.details.turn(by: -1)
        return []
      }),
    Command(
      "details.next-tab", "Next tab", doc: "Shows the tab at the right.", in: .anywhere, hint: "tab",
      run: { state in
        state.details.turn(by: 1)
        return []
      }),
  ]

  private static func scroll(
    _ id: String, _ title: String, _ doc: String, by distance: @escaping @Sendable (Int) -> Int
  ) -> Command {
    Command(
      id, title, doc: doc, in: .details,
      run: { state in
        state.scrollDetails(by: distance(state.detailRows))
        return []
      })
  }
}
