extension CommandRegistry {
  /// What can be done with the files of stacks.
  static let editingCommands: [Command] = [
    Command(
      "stack.edit", "Edit",
      doc: "Opens the definition of the service, or the stack's file, in the editor.",
      in: .panes([.stacks, .containers]), hint: "edit",
      unavailable: { $0.editTarget.reason },
      run: { $0.beginEditing(.edit) }),
    Command(
      "service.quick-edit", "Quick edit",
      doc:
        "Changes the image, a variable, a port, the limits or the restart policy of a service in its file.",
      in: .panes([.stacks, .containers]), danger: .changes,
      unavailable: { state in
        state.editTarget.reason ?? (state.editTarget.service == nil ? "no service is selected" : nil)
      },
      run: { $0.beginEditing(.quickEdit) }),
    Command(
      "stack.new", "New stack",
      doc: "Makes a new stack: from a template, from running containers that are marked, or by hand.",
      in: .panes([.stacks]), danger: .changes,
      run: { $0.beginNewStack() }),
    Command(
      "stack.take-back", "Take the last edit back",
      doc: "Shows what the stack's file was before its last edit, and puts it back.",
      in: .panes([.stacks]), danger: .changes,
      unavailable: { $0.editTarget.reason },
      run: { $0.beginTakingBack() }),
  ]
}
