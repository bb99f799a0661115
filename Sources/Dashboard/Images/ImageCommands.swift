import EngineModel

/// What can be done with images.
enum ImageCommands {
  static let all: [Command<NoState, NoAction>] = [
    Command(
      "image.remove", "Remove image",
      doc: "Removes the tag, and the image with its last tag; offers force.",
      in: .panes([.images]), danger: .destroys, hint: "remove",
      unavailable: { $1.panes[.images].targets.isEmpty ? "nothing selected" : nil },
      run: { [.show(.confirmation(removal(of: $1.panes[.images].targets, $1)))] })
  ]

  private static func removal(of rows: [RowID], _ state: SharedState) -> Confirmation<NoAction> {
    let inUse = rows.count { !ImageRow.users($0, state.engine(of: $0)).isEmpty }
    let references = rows.map(state.title(of:))
    return Confirmation(
      title: "Remove \(Counted.text(references.count, "image"))?", targets: references,
      warning: inUse == 0 ? nil : "\(Counted.text(inUse, "image")) used by containers: the engine may refuse",
      choices: [.init(key: "f", title: "force: even if stopped containers use it")],
      about: rows, yes: .calls(on: rows) { .removeImage(reference: state.title(of: $0), force: false) })
  }
}
