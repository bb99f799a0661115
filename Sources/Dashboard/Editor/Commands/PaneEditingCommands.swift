/// What can be done with the files of stacks, from their panes.
enum PaneEditingCommands {
  static let all: [Command<EditingState, EditorAction>] = [
    Command(
      "stack.edit", "Edit",
      doc: "Opens the definition of the service, or the stack's file, in the editor.",
      in: .panes([.stacks, .containers]), hint: "edit",
      unavailable: { EditTarget($1).reason },
      run: { _, _ in [.send(.open(.edit))] }),
    Command(
      "service.quick-edit", "Quick edit",
      doc:
        "Changes the image, a variable, a port, the limits or the restart policy of a service in its file.",
      in: .panes([.stacks, .containers]), danger: .changes,
      unavailable: { _, state in
        let target = EditTarget(state)
        return target.reason ?? (target.service == nil ? "no service selected" : nil)
      },
      run: { _, _ in [.send(.open(.quickEdit))] }),
    Command(
      "stack.new", "New stack",
      doc: "Creates a stack: from a template, from marked running containers, or by hand.",
      in: .panes([.stacks]), danger: .changes,
      run: { _, _ in [.send(.newStack)] }),
    Command(
      "stack.take-back", "Undo last edit",
      doc: "Shows the stack's file as it was before its last edit, and restores it.",
      in: .panes([.stacks]), danger: .changes,
      unavailable: { EditTarget($1).reason },
      run: { _, _ in [.send(.takeLastEditBack)] }),
  ]
}
