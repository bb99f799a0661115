/// What can be done with a change before it is written, and with a file that was changed meanwhile.
enum ReviewCommands {
  typealias EditorCommand = Command<EditingState, EditorAction>

  static let all: [EditorCommand] = review + conflict + scrolling(.review) + scrolling(.conflict)

  private static let review: [EditorCommand] = [
    Command(
      "review.apply", "Write and apply", doc: "Writes the file and brings the stack up.", in: .inner(.review),
      hint: { editing, _ in editing.review?.isBusy == true ? nil : "write and apply" },
      unavailable: { $0.review?.hindrance(bringsUp: true, $1) },
      run: { _, _ in [.send(.write(bringsUp: true))] }),
    Command(
      "review.write", "Write only", doc: "Writes the file and changes nothing on the engine.",
      in: .inner(.review), hint: { editing, _ in editing.review?.isBusy == true ? nil : "write only" },
      unavailable: { $0.review?.hindrance(bringsUp: false, $1) },
      run: { _, _ in [.send(.write(bringsUp: false))] }),
    Command(
      "review.overrule", "Override errors", doc: "Allows writing a file that has errors.",
      in: .inner(.review),
      hint: { editing, _ in
        guard let review = editing.review, review.errors > 0, !review.isBusy else { return nil }
        let errors = Counted.text(review.errors, "error")
        return review.overrules ? "\(errors) overridden" : "override \(errors)"
      },
      run: { _, _ in [.send(.overrule)] }),
    Command(
      "review.close", "Back", doc: "Goes back to the text, or to where you were; nothing is written.",
      in: .inner(.review),
      hint: { editing, _ in
        guard let review = editing.review, !review.isBusy else { return nil }
        return review.isFromEditor ? "back to the text" : "back"
      },
      run: { _, _ in [.send(.closePage)] }),
  ]

  private static let conflict: [EditorCommand] = [
    Command(
      "conflict.mine", "Keep mine", doc: "Continues with your text, replacing what the file holds now.",
      in: .inner(.conflict), hint: "keep mine", run: { _, _ in [.send(.keepMine)] }),
    Command(
      "conflict.theirs", "Take theirs",
      doc: "Continues with what the file holds now, as one step that can be undone.",
      in: .inner(.conflict),
      hint: { editing, _ in editing.conflict?.isFromEditor == true ? "take theirs" : nil },
      unavailable: { editing, _ in editing.conflict?.theirs == nil ? "the file is gone" : nil },
      run: { _, _ in [.send(.takeTheirs)] }),
    Command(
      "conflict.close", "Back", doc: "Goes back; nothing is written.", in: .inner(.conflict),
      hint: { editing, _ in editing.conflict?.isFromEditor == true ? "back to the text" : "back" },
      run: { _, _ in [.send(.closePage)] }),
  ]

  private static func scrolling(_ scope: InnerScope) -> [EditorCommand] {
    ScrollCommand.all.map { command in
      Command(
        "\(scope.rawValue).\(command.name)", command.title, doc: command.doc, in: .inner(scope),
        run: { _, _ in [.send(.scroll(command.step))] })
    }
  }
}

extension EditingState {
  var review: Review? { if case .review(let review)? = page { review } else { nil } }
  var conflict: Conflict? { if case .conflict(let conflict)? = page { conflict } else { nil } }
}
