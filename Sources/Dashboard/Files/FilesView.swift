import EngineModel
import TerminalUI

extension Tab {
  /// The files of a container or of a volume.
  static let files = Tab(id: "files", title: "Files", content: .files)
}

/// The Files tab: where one stands, and what is there.
enum FilesView {
  /// The rows at the head of the tab.
  static let headRows = 1

  static func draw(_ files: FilesState, _ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    guard let row = state.details.subject else { return }
    guard let root = state.filesRoot else {
      let text = closed(files, row, state)
      for (index, line) in WrappedText.rows(text, columns: rect.columns).prefix(rect.rows).enumerated() {
        canvas.write(line, at: rect.line(index).origin, maxColumns: rect.columns)
      }
      return
    }
    let stand = files.stand(row, root)
    let facts = state.engine(of: row).files
    canvas.write(head(stand, files, root, facts, state), at: rect.origin, maxColumns: rect.columns)
    let list = Rect(
      column: rect.column, row: rect.row + headRows, columns: rect.columns, rows: max(0, rect.rows - headRows)
    )
    let notes = notes(stand, files, root, facts)
    for (index, note) in notes.prefix(list.rows).enumerated() where files.rows.isEmpty {
      canvas.write(note, at: list.line(index).origin, maxColumns: list.columns)
    }
    drawRows(files, stand, cursor: files.cursor(row, root), state, in: list, on: &canvas)
  }

  /// What stands where no files can be seen yet.
  private static func closed(_ files: FilesState, _ row: RowID, _ state: SharedState) -> StyledText {
    switch row.kind.files(row, state.engine(of: row)) {
    case .root: ""
    case .refused(let reason): StyledText(reason, Style(.muted))
    case .carried:
      if files.carried?.row != row {
        StyledText(
          "no container has this volume mounted. It can be looked at through one that davit makes for it, never "
            + "starts, and removes when you look elsewhere: press ", Style(.muted))
          + StyledText("enter", Style(.accent)) + StyledText(" in this tab to be asked.", Style(.muted))
      } else if let trouble = state.engine(of: row).files.carrierTrouble {
        StyledText(trouble.summary, Style(.error))
      } else {
        StyledText("making a container to look through …", Style(.muted))
      }
    }
  }

  private static func drawRows(
    _ files: FilesState, _ stand: FilesState.Stand, cursor: Int, _ state: SharedState, in list: Rect,
    on canvas: inout Canvas
  ) {
    let offset = ListViewport.offset(
      count: files.rows.count, selected: cursor, visible: max(1, list.rows), previous: stand.offset)
    for index in offset..<max(offset, min(files.rows.count, offset + list.rows)) {
      let line = list.line(index - offset)
      let text = FileRowText.text(files.rows[index], stand, columns: list.columns, state)
      canvas.write(text, at: line.origin, maxColumns: line.columns)
      if index == cursor, state.focus == .details { canvas.recolour(line, backdrop: .selection) }
    }
    let edge = Rect(column: list.endColumn, row: list.row, columns: 1, rows: list.rows)
    canvas.scrollbar(
      in: edge, total: files.rows.count, visible: list.rows, offset: offset, style: Style(.border))
  }

  /// The path, and how many there are, or what is being done.
  private static func head(
    _ stand: FilesState.Stand, _ files: FilesState, _ root: FilesRoot, _ facts: FilesFacts,
    _ state: SharedState
  ) -> StyledText {
    if stand.showsChanges {
      let further = facts.changes[root.container]?.content?.further ?? 0
      let more = further > 0 ? ", \(Quantity.count(further)) more are not shown" : ""
      return StyledText("changed since the image", Style(.title))
        + StyledText("  \(Counted.text(files.rows.count, "change"))\(more)", Style(.muted))
    }
    let loaded = facts.folders[FilePlace(container: root.container, path: stand.path)]
    var text = StyledText(stand.path.text, Style(.title))
    if let trouble = loaded?.trouble, loaded?.content != nil {
      text.append("  \(trouble.summary)", Style(.error))
    } else if let listing = loaded?.content {
      let counted = Counted.text(files.rows.count, "entry", plural: "entries")
      let order = files.order == .name ? "" : ", by \(files.order.rawValue)"
      text.append("  \(counted)\(order)", Style(.muted))
      if let shortfall = listing.shortfall {
        text.append("  \(shortfall)", Style(.warning))
      } else if !listing.isComplete {
        text.append("  reading …", Style(.muted))
      }
    }
    return text
  }

  /// What is said where no rows are.
  private static func notes(
    _ stand: FilesState.Stand, _ files: FilesState, _ root: FilesRoot, _ facts: FilesFacts
  ) -> [StyledText] {
    func note<Content>(_ loaded: LoadedFiles<Content>?, _ empty: String) -> [StyledText] {
      if let trouble = loaded?.trouble { return [StyledText(trouble.summary, Style(.error))] }
      return [StyledText(loaded == nil ? "loading …" : empty, Style(.muted))]
    }
    if stand.showsChanges {
      return note(facts.changes[root.container], "nothing was changed since the image")
    }
    let loaded = facts.folders[FilePlace(container: root.container, path: stand.path)]
    return note(loaded, loaded?.content?.entries.isEmpty == true ? "empty folder" : "nothing matches")
  }
}

/// A row of the Files tab in words.
enum FileRowText {
  static func text(
    _ row: FileRow, _ stand: FilesState.Stand, columns: Int, _ state: SharedState
  ) -> StyledText {
    var text = mark(row.change)
    let title = row.title(in: stand)
    guard let entry = row.entry else {
      let isGone = row.change == .deleted
      if !stand.showsChanges, columns >= 48 { text.append(Pad.end("deleted", columns >= 66 ? 41 : 8)) }
      return text + StyledText(title, Style(isGone ? .muted : .text))
    }
    if columns >= 66 { text.append(entry.modeText + "  ", Style(.muted)) }
    if columns >= 36 {
      text.append(Pad.start(entry.kind == .folder ? "" : Quantity.bytes(entry.size), 6) + "  ", Style(.muted))
    }
    if columns >= 66 {
      let time = entry.modified?.dateTimeText(zoneSeconds: state.setup.utcOffset) ?? ""
      text.append(Pad.end(time, 21), Style(.muted))
    }
    text.append(title + suffix(entry), Style(role(entry)))
    if let link = entry.link { text.append(" -> " + String(decoding: link, as: UTF8.self), Style(.muted)) }
    return text
  }

  /// A letter for what was done to it, as `docker diff` has them.
  private static func mark(_ change: PathChange.Kind?) -> StyledText {
    switch change {
    case .added?: StyledText("A ", Style(.success))
    case .changed?: StyledText("C ", Style(.warning))
    case .deleted?: StyledText("D ", Style(.error))
    case nil: "  "
    }
  }

  /// What `ls -F` puts behind a name.
  private static func suffix(_ entry: FileEntry) -> String {
    switch entry.kind {
    case .folder: "/"
    case .pipe: "|"
    case .socket: "="
    case .file: entry.permissions & 0o111 == 0 ? "" : "*"
    case .link, .characterDevice, .blockDevice, .other: ""
    }
  }

  private static func role(_ entry: FileEntry) -> Role {
    switch entry.kind {
    case .folder: .accent
    case .link: .syntaxString
    case .characterDevice, .blockDevice, .pipe, .socket, .other: .syntaxKeyword
    case .file: entry.permissions & 0o111 == 0 ? .text : .success
    }
  }
}
