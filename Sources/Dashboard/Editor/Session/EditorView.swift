import ComposeFile
import TerminalUI
import TextEditing

/// Draws the editor in the place of the details: the text, below it what the checks say about the line, or what is
/// searched for, and in the border where the cursor stands.
enum EditorView {
  /// Where the text stands within the detail pane.
  static func textRect(in rect: Rect) -> Rect {
    let inside = rect.inset(by: 1)
    return inside.splitBottom(inside.rows > 3 ? 1 : 0).rest
  }

  /// `hasKeys` says whether nothing lies over it.
  static func draw(
    _ editor: EditorState, _ state: SharedState, hasKeys: Bool, in rect: Rect, on canvas: inout Canvas
  ) {
    let name = editor.path.split(separator: "/").last.map(String.init) ?? editor.path
    var title = StyledText(" \(name)", Style(.title).adding(.bold))
    if editor.isModified { title.append(" \(state.glyphs.full)", Style(.warning)) }
    if editor.text.visibleLines != nil, let block = editor.blockName {
      title.append("  \(block)", Style(.accent))
    }
    let room = rect.columns - title.columns - 6
    let folder = PathText.shortened(folder(of: editor.path), to: max(0, room), state.glyphs)
    canvas.box(
      rect, style: Style(.borderFocus), title: title,
      trailing: room > 12 ? StyledText(folder, Style(.muted)) : nil, footer: status(editor, state))
    let textRect = textRect(in: rect)
    guard !textRect.isEmpty else { return }
    editor.text.draw(
      into: &canvas, in: textRect, isFocused: editor.entry == nil && hasKeys,
      marks: marks(editor, state.glyphs))
    if let open = editor.completion, hasKeys,
      let point = editor.text.point(
        of: TextPosition(line: open.line, column: open.columns.lowerBound), in: textRect)
    {
      open.list.draw(into: &canvas, at: point, in: textRect)
    }
    let inside = rect.inset(by: 1)
    if inside.rows > textRect.rows {
      EditorFoot.draw(editor, state, in: inside.line(inside.rows - 1), on: &canvas)
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func marks(_ editor: EditorState, _ glyphs: GlyphSet) -> [Int: GutterMark] {
    editor.checks.byLine.compactMapValues { findings in
      findings.map(\.severity).min().map { severity in
        switch severity {
        case .error: GutterMark(glyphs.cross, .error)
        case .warning: GutterMark(glyphs.caution, .warning)
        case .advice: GutterMark(glyphs.dot, .information)
        }
      }
    }
  }

  /// `12:5  modified  2 errors`.
  private static func status(_ editor: EditorState, _ state: SharedState) -> StyledText {
    let cursor = editor.text.cursor
    var text = StyledText("\(cursor.line + 1):\(cursor.column + 1)", Style(.muted))
    if editor.base == nil {
      text.append("  new file", Style(.warning))
    } else if editor.isModified {
      text.append("  modified", Style(.warning))
    }
    let checks = editor.checks
    let role: Role = checks.errors > 0 ? .error : checks.warnings > 0 ? .warning : .muted
    let summary = checks.answered == 0 ? "checking \(state.glyphs.ellipsis)" : checks.summary
    text.append("  \(summary)", Style(role))
    if state.isReadOnly { text.append("  read-only", Style(.muted)) }
    return text
  }
}

/// The row below the text.
enum EditorFoot {
  static func draw(_ editor: EditorState, _ state: SharedState, in line: Rect, on canvas: inout Canvas) {
    if let entry = editor.entry {
      draw(entry, editor, in: line, on: &canvas)
    } else {
      canvas.write(message(editor, state), at: line.origin, maxColumns: line.columns)
    }
  }

  /// What the user should know now: a remark, a file that was changed, what is wrong with the line.
  private static func message(_ editor: EditorState, _ state: SharedState) -> StyledText {
    let glyphs = state.glyphs
    if let remark = editor.remark { return StyledText(remark, Style(.information)) }
    if editor.diskText != nil {
      return StyledText(
        "\(glyphs.caution) the file changed on disk: ctrl-s shows the difference", Style(.warning))
    }
    if let finding = editor.checks.byLine[editor.text.cursor.line]?.min(by: { $0.severity < $1.severity }) {
      return line(finding, glyphs)
    }
    if let finding = editor.checks.elsewhere.first { return line(finding, glyphs) }
    return ""
  }

  private static func line(_ finding: ComposeFinding, _ glyphs: GlyphSet) -> StyledText {
    switch finding.severity {
    case .error: StyledText("\(glyphs.cross) \(finding.line)", Style(.error))
    case .warning: StyledText("\(glyphs.caution) \(finding.line)", Style(.warning))
    case .advice: StyledText("\(glyphs.dot) \(finding.line)", Style(.information))
    }
  }

  private static func draw(
    _ entry: SearchEntry, _ editor: EditorState, in line: Rect, on canvas: inout Canvas
  ) {
    canvas.fill(line, Style(.text, on: .bar))
    let count = count(editor)
    let (right, rest) = line.splitRight(min(line.columns / 3, TextWidth.columns(of: count) + 1))
    canvas.write(count, at: right.origin, style: Style(.muted, on: .bar), maxColumns: right.columns)
    let label = entry.isPattern ? " find pattern: " : " find: "
    guard let replacement = entry.replacement else {
      return field(entry.query, label, in: rest, isFocused: true, on: &canvas)
    }
    let (first, second) = rest.splitLeft(rest.columns / 2)
    field(entry.query, label, in: first, isFocused: !entry.isInReplacement, on: &canvas)
    field(replacement, " replace with: ", in: second, isFocused: entry.isInReplacement, on: &canvas)
  }

  private static func field(
    _ field: TextField, _ label: String, in rect: Rect, isFocused: Bool, on canvas: inout Canvas
  ) {
    let drawn = canvas.write(
      label, at: rect.origin, style: Style(.hintKey, on: .bar), maxColumns: rect.columns)
    field.draw(
      into: &canvas, in: rect.splitLeft(drawn).rest, style: Style(.text, on: .bar), isFocused: isFocused)
  }

  private static func count(_ editor: EditorState) -> String {
    if let problem = editor.text.search?.problem { return "\(problem)" }
    guard let (current, total) = editor.text.searchCount else { return "" }
    return total == 0 ? "no match" : "\(current.map(String.init) ?? "-")/\(total)"
  }
}
