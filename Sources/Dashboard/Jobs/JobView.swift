import TerminalUI

/// Draws a job: what it is, how far it has come, what it has printed.
enum JobView {
  /// The columns and the rows of the output on a screen of this size.
  static func room(on screen: Size) -> Size {
    Size(columns: max(1, min(screen.columns - 4, 100) - 4), rows: max(1, min(screen.rows - 7, 30)))
  }

  static func draw(_ job: Job, _ scroll: Scroll, hints: [KeyHint], on canvas: inout Canvas) {
    let room = room(on: canvas.size)
    let rows = rows(of: job, columns: room.columns, canvas.glyphs)
    // All of the command is read: it is what there is to copy.
    let command = WrappedText.rows(
      StyledText(job.command, Style(.muted, on: .overlay)), columns: room.columns
    ).prefix(max(1, room.rows / 2))
    let visible = min(room.rows - command.count + 1, max(rows.count, job.hasOutput ? 6 : 1))
    let title = TextWidth.truncated("\(job.work.verb.plain) \(job.subject)", to: room.columns - 24)
    let inside = OverlayBox.draw(
      Size(columns: room.columns + 4, rows: visible + command.count + 2),
      title: "\(title): \(standing(of: job))",
      hints: hints, style: Style(role(of: job)), on: &canvas)
    let (first, rest) = inside.splitTop(command.count)
    for (index, row) in command.enumerated() { canvas.write(row, at: first.line(index).origin) }
    let offset = scroll.top(rows: rows.count, page: rest.rows)
    for (index, row) in rows.dropFirst(offset).prefix(rest.rows).enumerated() {
      canvas.write(row.on(.overlay), at: rest.line(index).origin, maxColumns: rest.columns)
    }
    let edge = Rect(column: inside.endColumn + 1, row: rest.row, columns: 1, rows: rest.rows)
    canvas.scrollbar(
      of: .overlay, in: edge, total: rows.count, visible: rest.rows, offset: offset,
      style: Style(.border, on: .overlay))
  }

  /// The output: what Compose works on with its state, all else as it was printed; at the end why it did not work.
  static func rows(of job: Job, columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    var rows: [StyledText] = []
    if job.droppedLines > 0 {
      rows.append(StyledText("\(job.droppedLines) earlier lines dropped", Style(.muted)))
    }
    for row in JobProgress(job.output).rows { rows += shown(row, columns, glyphs) }
    if let progress = job.progress {
      rows += TransferView.rows(of: progress, isOver: job.outcome != nil, columns: columns, glyphs)
    }
    if rows.isEmpty, job.outcome == nil, job.hasOutput {
      rows.append(StyledText("no output yet", Style(.muted)))
    }
    if case .failed(let why)? = job.outcome {
      rows += [""] + WrappedText.rows(StyledText(why.description, Style(.error)), columns: columns)
    }
    return rows
  }

  private static func shown(_ row: JobProgress.Row, _ columns: Int, _ glyphs: GlyphSet) -> [StyledText] {
    switch row.phase {
    case .plain: return WrappedText.rows(StyledText(row.text), columns: columns)
    case .busy: return [line(glyphs.half, .starting, row, columns)]
    case .done: return [line(glyphs.check, .success, row, columns)]
    case .failed: return [line(glyphs.cross, .error, row, columns)]
    }
  }

  private static func line(
    _ glyph: Character, _ role: Role, _ row: JobProgress.Row, _ columns: Int
  ) -> StyledText {
    let room = max(8, columns - 20)
    let name = Pad.end(TextWidth.truncated(row.text, to: room), min(room, 44))
    return StyledText("\(glyph) ", Style(role)) + StyledText(name) + StyledText(" \(row.status)", Style(role))
  }

  private static func standing(of job: Job) -> String {
    if job.outcome == nil, let short = job.progress?.short { return "\(job.standing), \(short)" }
    let (done, all) = JobProgress(job.output).counts
    guard job.outcome == nil, all > 0 else { return job.standing }
    return "\(job.standing), \(done) of \(all)"
  }

  private static func role(of job: Job) -> Role {
    switch job.outcome {
    case nil: .borderFocus
    case .done?, .pruned?, .imageRemoved?: .success
    case .failed?: .error
    case .cancelled?, .fileExists?: .warning
    }
  }
}
