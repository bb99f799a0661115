/// What is done while a filter is typed.
enum FilterCommand: Sendable, Hashable {
  case keep, drop, switchMode, complete
  case move(Int)
  /// Through the filters that were typed before: back (1) or forth (-1).
  case recall(Int)
}

/// What is done with what lies over the panes.
enum OverlayCommand: Sendable, Hashable {
  case close
  /// What `enter` means: choose, run, go on.
  case confirm
  /// Yes to a question.
  case accept
  case move(Int)
  /// To the first or the last entry.
  case go(toEnd: Bool)
  case scroll(Scroll.Step)
  case form(FormCommand)
  /// Through what was typed in the palette before: back (1) or forth (-1).
  case recall(Int)
  case cancelJob, copyCommand, copyOutput, takeBack, runAgain
  /// Closes the output of a job that has ended.
  case leaveEnded
}

/// What is done in a form.
enum FormCommand: Sendable, Hashable {
  /// Sends it, wherever the cursor is.
  case submit
  /// Completes what was typed; where there is nothing to complete, goes to the next field.
  case next
  /// Completes what was typed.
  case complete
  /// To the field below or above; in a form of one field, through what was typed before.
  case row(Int)
  /// Through what was typed before in such a field: back (1) or forth (-1).
  case recall(Int)
}

/// The commands of what takes all keys while it is there, those of the editor aside.
enum InnerCommands {
  static let all: [RootCommand] = filter + job + text + menu + confirmation + form + palette

  private static let filter: [RootCommand] = [
    filter("filter.keep", "Keep filter", "Keeps the filter and focuses the list.", .keep),
    filter("filter.drop", "Clear filter", "Clears the filter.", .drop),
    Command(
      "filter.mode", "Filter or search",
      doc: "Switches a log between filter (hides other lines) and search (marks matches).",
      in: .inner(.filter),
      unavailable: { state, _ in state.filterEntry?.target == .log ? nil : "only in a log" },
      run: { _, _ in [.send(.screen(.filter(.switchMode)))] }),
    Command(
      "filter.complete", "Complete",
      doc: "Completes a field of a list's filter, such as `state:`, or its value.",
      in: .inner(.filter),
      unavailable: { state, _ in
        if case .pane? = state.filterEntry?.target { nil } else { "only a list has fields" }
      },
      run: { _, _ in [.send(.screen(.filter(.complete)))] }),
    filter("filter.down", "Next row", "Goes one row down in the list below.", .move(1)),
    filter("filter.up", "Previous row", "Goes one row up in the list below.", .move(-1)),
    filter("filter.older", "Older filter", "Takes the filter that was typed before.", .recall(1)),
    filter("filter.newer", "Newer filter", "Goes back to a filter typed later.", .recall(-1)),
  ]

  private static func filter(_ id: String, _ title: String, _ doc: String, _ command: FilterCommand)
    -> RootCommand
  {
    Command(id, title, doc: doc, in: .inner(.filter), run: { _, _ in [.send(.screen(.filter(command)))] })
  }

  private static let job: [RootCommand] =
    [
      command(
        .job, "job.take-back", "Restore old file",
        "Restores the file as it was before a change that failed to come up, and brings the stack up again.",
        hint: { $0.changeToTakeBack == nil ? nil : "restore the old file and bring it up again" }, .takeBack),
      command(
        .job, "job.cancel", "Cancel", "Interrupts the job.",
        hint: { $0.shownJob?.canBeCancelled == true ? "cancel" : nil }, .cancelJob),
      command(
        .job, "job.close", "Close", "Closes the output; a running job continues in the background.",
        hint: { state in
          if state.changeToTakeBack != nil { return "leave as is" }
          return state.shownJob?.outcome == nil ? "run in background" : "close"
        }, .close),
      command(
        .job, "job.copy", "Copy the command", "Copies the command that does the same in a shell.",
        hint: { $0.changeToTakeBack == nil ? "copy command" : nil }, .copyCommand),
      command(
        .job, "job.copy-output", "Copy the output", "Copies the output.",
        hint: { $0.changeToTakeBack == nil && $0.shownJob?.output.isEmpty == false ? "copy output" : nil },
        .copyOutput),
      command(
        .job, "job.run-again", "Run again", "Does the same again, after a question.",
        hint: { $0.changeToTakeBack == nil && $0.shownJob?.outcome != nil ? "run again" : nil }, .runAgain),
      command(
        .job, "job.leave-ended", "Close when done", "Closes the output of a finished job.", .leaveEnded
      ),
    ] + scrolling(.job)

  private static let text: [RootCommand] =
    scrolling(.text) + [
      Command(
        "text.filter", "Filter", doc: "Shows only the lines that have every word typed.", in: .inner(.text),
        unavailable: { state, _ in
          if case .text(let text)? = state.overlays.last, case .job = text.content {
            "this is output"
          } else {
            nil
          }
        },
        run: { _, _ in [.typeFilter(.overlay)] }),
      command(.text, "text.close", "Back", "Closes the text.", .close),
    ]

  private static let menu: [RootCommand] = [
    command(.menu, "menu.choose", "Choose", "Chooses the entry.", .confirm),
    command(.menu, "menu.down", "Next entry", "Goes to the next entry.", .move(1)),
    command(.menu, "menu.up", "Previous entry", "Goes to the previous entry.", .move(-1)),
    command(.menu, "menu.first", "First entry", "Goes to the first entry.", .go(toEnd: false)),
    command(.menu, "menu.last", "Last entry", "Goes to the last entry.", .go(toEnd: true)),
    command(.menu, "menu.close", "Back", "Closes the menu.", .close),
  ]

  private static let confirmation: [RootCommand] = [
    command(.confirmation, "confirmation.yes", "Yes", "Confirms.", .accept),
    command(
      .confirmation, "confirmation.gentle-yes", "Yes, if nothing is lost",
      "Confirms, if nothing is lost.",
      .confirm),
    command(.confirmation, "confirmation.no", "No", "Cancels.", .close),
  ]

  private static let form: [RootCommand] = [
    command(
      .form, "form.go-on", "Continue", "Goes to the next field; from the last one, submits the form.",
      .confirm),
    command(.form, "form.submit", "Submit", "Submits the form from any field.", .form(.submit)),
    command(
      .form, "form.next", "Complete, or next field",
      "Completes what was typed, where the field can; else goes to the next field.", .form(.next)),
    command(.form, "form.previous", "Previous field", "Goes to the previous field.", .move(-1)),
    command(
      .form, "form.down", "Field below",
      "Goes to the field below; in a form of one field, to the newer text.",
      .form(.row(1))),
    command(
      .form, "form.up", "Field above",
      "Goes to the field above; in a form of one field, to what was typed there before.", .form(.row(-1))),
    command(
      .form, "form.complete", "Complete", "Lists what the text can become.", .form(.complete)),
    command(
      .form, "form.older", "Older text", "Takes what was typed before in such a field.", .form(.recall(1))),
    command(
      .form, "form.newer", "Newer text", "Goes back to what was typed later.", .form(.recall(-1))),
    command(.form, "form.close", "Back", "Closes the form.", .close),
  ]

  private static let palette: [RootCommand] = [
    command(.palette, "palette.run", "Run", "Runs the command.", .confirm),
    command(.palette, "palette.down", "Next command", "Goes to the next command.", .move(1)),
    command(.palette, "palette.up", "Previous command", "Goes to the previous command.", .move(-1)),
    command(.palette, "palette.page-down", "Page down", "Goes ten commands down.", .move(10)),
    command(.palette, "palette.page-up", "Page up", "Goes ten commands up.", .move(-10)),
    command(
      .palette, "palette.older", "Older text", "Takes what was typed in the palette before.", .recall(1)),
    command(.palette, "palette.newer", "Newer text", "Goes back to what was typed later.", .recall(-1)),
    command(.palette, "palette.close", "Back", "Closes the palette.", .close),
  ]

  private static func command(
    _ scope: InnerScope, _ id: String, _ title: String, _ doc: String,
    hint: @escaping @Sendable (DashboardState) -> String? = { _ in nil }, _ command: OverlayCommand
  ) -> RootCommand {
    Command(
      id, title, doc: doc, in: .inner(scope), hint: { state, _ in hint(state) },
      run: { _, _ in [.send(.screen(.overlay(command)))] })
  }

  private static func scrolling(_ scope: InnerScope) -> [RootCommand] {
    ScrollCommand.all.map {
      command(scope, "\(scope.rawValue).\($0.name)", $0.title, $0.doc, .scroll($0.step))
    }
  }
}

extension DashboardState {
  /// The job whose output takes the keys; nil for none.
  var shownJob: Job? {
    guard case .text(let text)? = overlays.last, case .job(let id) = text.content else { return nil }
    return job(id)
  }

  /// The change that the job on the screen failed to bring up, if it can be taken back.
  fileprivate var changeToTakeBack: Int? { editing.changeToTakeBack(shownJob) }
}
