import EngineModel
import TerminalUI

/// What the Files tab can be told.
enum FilesAction: Sendable, Equatable {
  case open, up, toggleChanges, turnOrder, readAgain
  /// Looks into a volume of a row through a container made for it.
  case carry(CarriedVolume, of: RowID)
  /// The path on this machine is the text of the reply.
  case copyOut(FilePlace, name: String, on: EngineID)
  /// The path on this machine is the text of the reply; the place is the folder that it goes into.
  case copyIn(FilePlace, name: String, on: EngineID)
}

/// What can be done with the files of a container.
enum FilesCommands {
  static let all: [Command<FilesState, FilesAction>] = [
    command(
      "files.open", "Open", "Opens the folder under the cursor, or shows the file.", "open", .open
    ) { files, state in
      if case .carried? = state.filesAccess { return files.carrierRefusal(state) }
      return files.row(state) == nil ? "nothing under the cursor" : nil
    },
    command("files.up", "Up a folder", "Goes to the folder above.", "up", .up) { files, state in
      guard let row = state.details.subject, let root = state.filesRoot else { return "no files here" }
      let stand = files.stand(row, root)
      return stand.showsChanges || stand.path != root.path ? nil : "this is the topmost folder"
    },
    command(
      "files.changes", "Changes", "Lists all that was changed since the image, or the folder again.",
      "changes", .toggleChanges),
    command(
      "files.order", "Sort files", "Orders by name, by size, or by time; folders come first.", "sort",
      .turnOrder),
    command("files.read-again", "Read again", "Reads the folder and the changes again.", nil, .readAgain),
    Command(
      "files.copy-out", "Copy to this machine",
      doc: "Writes the file or folder under the cursor to this machine.",
      in: .files, danger: .changes, hint: "save",
      unavailable: { files, state in
        guard let row = files.row(state) else { return "nothing under the cursor" }
        return row.change == .deleted ? "it was deleted: only the image has it" : nil
      },
      run: { files, state in FilesForm.copyOut(files, state).map { [.show(.form($0))] } ?? [] }),
    Command(
      "files.copy-in", "Copy into the folder",
      doc: "Puts a file or a folder of this machine into the folder that is shown, owned by root.",
      in: .files,
      danger: .changes,
      unavailable: { $1.filesRoot == nil ? "no files here" : nil },
      run: { files, state in FilesForm.copyIn(files, state).map { [.show(.form($0))] } ?? [] }),
    Command(
      "files.copy-path", "Copy path", doc: "Copies the path of what is under the cursor.", in: .files,
      unavailable: { $0.row($1) == nil ? "nothing under the cursor" : nil },
      run: { files, state in
        guard let path = files.row(state)?.path.text else { return [] }
        return [.effect(.copy(path)), .notice(Notice(.information, "copied the path"))]
      }),
  ]

  private static func command(
    _ id: String, _ title: String, _ doc: String, _ hint: String?, _ action: FilesAction,
    unavailable: @escaping @Sendable (FilesState, SharedState) -> String? = { _, state in
      state.filesRoot == nil ? "no files here" : nil
    }
  ) -> Command<FilesState, FilesAction> {
    Command(
      id, title, doc: doc, in: .files, hint: { _, _ in hint }, unavailable: unavailable,
      run: { _, _ in [.send(action)] })
  }
}

extension FilesState {
  /// What is under the cursor; nil for nothing.
  func row(_ state: SharedState) -> FileRow? {
    guard let row = state.details.subject, let root = state.filesRoot, !rows.isEmpty else { return nil }
    return rows[cursor(row, root)]
  }

  /// Does what was asked for.
  mutating func update(
    _ action: FilesAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<FilesAction>] {
    switch action {
    case .copyOut(let place, let name, let engine):
      let file = TargetFile(reply.text.trimmed)
      return [.begin(.transfers([.copyOut(place, name: name, to: file)]), on: engine)]
    case .copyIn(let place, let name, let engine):
      return [.begin(.transfers([.copyIn(from: reply.text.trimmed, place, name: name)]), on: engine)]
    case .carry(let volume, let row):
      carry(volume, of: row)
      return []
    case .open:
      if case .carried(let volume)? = state.filesAccess, let row = state.details.subject {
        return [.show(.confirmation(FilesForm.carrying(volume, of: row, state)))]
      }
    default: break
    }
    guard let row = state.details.subject, let root = state.filesRoot else { return [] }
    switch action {
    case .open: return self.row(state).map { open($0, of: row, root, state) } ?? []
    case .up:
      goUp(of: row, root)
      return [.view(.endSearch)]
    case .toggleChanges:
      toggleChanges(of: row, root)
      return [.view(.endSearch)]
    case .turnOrder: turnOrder()
    case .readAgain: readings += 1
    case .copyOut, .copyIn, .carry: break
    }
    return []
  }

  /// Why no container can be made to look through now; nil when one can.
  fileprivate func carrierRefusal(_ state: SharedState) -> String? {
    guard let row = state.details.subject else { return "nothing selected" }
    if carried?.row == row, state.engine(of: row).files.carrierTrouble == nil { return "it is being made" }
    return state.changeRefusal(on: row.engine)
  }

  private mutating func goUp(of row: RowID, _ root: FilesRoot) {
    let stand = stand(row, root)
    if stand.showsChanges { return toggleChanges(of: row, root) }
    guard stand.path != root.path, let parent = stand.path.parent else { return }
    go(to: parent, cursor: stand.path, of: row, root)
  }

  private mutating func open(
    _ file: FileRow, of row: RowID, _ root: FilesRoot, _ state: SharedState
  ) -> [Outcome<FilesAction>] {
    guard let entry = file.entry else {
      if file.change == .deleted {
        return [.notice(Notice(.information, "it was deleted: only the image has it"))]
      }
      // A change says nothing of the kind: the folder shows it.
      go(to: file.path.parent ?? root.path, cursor: file.path, of: row, root)
      return [.view(.endSearch)]
    }
    switch entry.kind {
    case .folder:
      go(to: file.path, of: row, root)
      return [.view(.endSearch)]
    case .file, .link, .other:
      let place = FilePlace(container: root.container, path: file.path)
      return [.show(.text(TextOverlay(.file(place, on: row.engine))))]
    case .characterDevice, .blockDevice: return refuse("a device")
    case .pipe: return refuse("a pipe")
    case .socket: return refuse("a socket")
    }
  }

  private func refuse(_ what: String) -> [Outcome<FilesAction>] {
    [.notice(Notice(.information, "it is \(what): there is nothing to show"))]
  }
}

/// The forms of files.
enum FilesForm {
  /// Whether a container may be made to look into a volume.
  static func carrying(
    _ volume: CarriedVolume, of row: RowID, _ state: SharedState
  ) -> Confirmation<FilesAction> {
    Confirmation(
      title: "Make a container to look into \(volume.volume.short)?",
      targets: ["from \(volume.imageTitle(state.engine(of: row))): nothing of it runs"],
      warning: "it is removed when you look elsewhere", isGentle: true, about: [row],
      yes: .send(.carry(volume, of: row)))
  }

  /// Where what is under the cursor is to be written; nil where nothing is.
  static func copyOut(_ files: FilesState, _ state: SharedState) -> Form<FilesAction>? {
    guard let row = state.details.subject, let root = state.filesRoot, let file = files.row(state) else {
      return nil
    }
    let name = String(decoding: file.path.name ?? [], as: UTF8.self)
    let place = FilePlace(container: root.container, path: file.path)
    var form = Form(
      "Copy \(file.path.text) to",
      FilesAction.copyOut(
        place, name: state.engine(of: row).containerName(root.container), on: row.engine),
      [.init("Path", PathText.joined(state.setup.workingDirectory, name), completion: .files)])
    form.verb = "copy"
    return form
  }

  /// What is to be put into the folder that is shown; nil where none is.
  static func copyIn(_ files: FilesState, _ state: SharedState) -> Form<FilesAction>? {
    guard let row = state.details.subject, let root = state.filesRoot else { return nil }
    let stand = files.stand(row, root)
    var form = Form(
      "Copy into \(stand.path.text)",
      FilesAction.copyIn(
        FilePlace(container: root.container, path: stand.path),
        name: state.engine(of: row).containerName(root.container), on: row.engine),
      [.init("Path", placeholder: "a file or a folder of this machine", completion: .files)])
    form.verb = "copy"
    return form
  }

  /// Why what was typed cannot be taken; nil when it can.
  static func problem(_ action: FilesAction, _ reply: UserReply, _ state: SharedState) -> String? {
    switch action {
    case .copyOut(_, _, let engine), .copyIn(_, _, let engine):
      reply.text.trimmed.isEmpty ? "type a path" : state.changeRefusal(on: engine)
    default: nil
    }
  }
}
