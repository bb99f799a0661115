import TerminalUI
import TestSupport
import Testing

@testable import TextEditing

@Suite struct RandomKeyTests {
  private static let pieces = [
    "a", "é", "e\u{301}", "日", "👩‍👧", "🇩🇪", "\t", "\u{1B}", " ", "  ", "- ", "key: ", "\"", "|", "#", "[",
    "${A}", "\n", "\r\n",
    "\n  ", "\r", "\u{200D}", "\u{301}",
  ]

  private static let keys = [
    "a", ":", "-", "\u{301}", "日", "<space>", "<enter>", "<enter>", "<bs>", "<bs>", "<del>", "<a-bs>",
    "<tab>", "<s-tab>",
    "<left>", "<right>", "<up>", "<down>", "<s-left>", "<s-right>", "<s-up>", "<s-down>", "<home>", "<end>",
    "<c-left>",
    "<c-right>", "<c-home>", "<c-end>", "<pgup>", "<pgdn>", "<c-a>", "<c-k>", "<c-x>", "<c-c>", "<c-v>",
    "<a-up>",
    "<a-down>", "<a-;>", "<s-home>", "<c-s-end>", "<c-z>", "<c-y>",
  ].map { KeyPress(name: $0) ?? KeyPress($0.first ?? "x") }

  private func text(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 0...40, using: &dice)).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }
      .joined()
  }

  /// Does something to an editor.
  private func act(_ editor: inout TextEditor, _ dice: inout Dice) {
    switch Int.random(in: 0..<30, using: &dice) {
    case 0: editor.paste(text(&dice))
    case 1: editor.setText(text(&dice))
    case 2: editor.find(["a", "e", "\u{301}", " "].randomElement(using: &dice) ?? "a")
    case 3: editor.replaceAll(with: "bb")
    case 4:
      let line = Int.random(in: 0..<editor.lines.count, using: &dice)
      editor.visibleLines = Bool.random(using: &dice) ? line..<min(editor.lines.count, line + 3) : nil
    case 5:
      editor.resize(
        to: Size(columns: Int.random(in: 0...50, using: &dice), rows: Int.random(in: 0...9, using: &dice)))
    default: _ = editor.handle(Self.keys.randomElement(using: &dice) ?? KeyPress(.left))
    }
  }

  @Test(arguments: 0..<60)
  func `undoing all brings the first text back, redoing all the last`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let first = text(&dice)
    var editor = TextEditor(text: first)
    #expect(Array(editor.text.utf8) == Array(first.utf8))
    for _ in 0..<150 { act(&editor, &dice) }
    while editor.redo() {}
    let last = editor.text
    while editor.undo() {}
    #expect(Array(editor.text.utf8) == Array(first.utf8))
    while editor.redo() {}
    #expect(Array(editor.text.utf8) == Array(last.utf8))
  }

  @Test(arguments: 0..<40)
  func `what is kept beside the text is what the text says`(seed: Int) {
    var dice = Dice(seed: UInt64(seed) &+ 1_000)
    var editor = TextEditor(text: text(&dice))
    for _ in 0..<100 {
      act(&editor, &dice)
      #expect(editor.highlighter == YAMLHighlighter(lines: editor.lines))
      if let search = editor.search {
        let fresh = EditorSearch(query: search.query, isPattern: search.isPattern, lines: editor.lines)
        #expect(search.matches == fresh.matches)
      }
      #expect(editor.cursor == editor.confined(editor.cursor))
      #expect(editor.selection.map { $0.upperBound == editor.clamped($0.upperBound) } ?? true)
    }
  }

  @Test(arguments: 0..<40)
  func `no key draws outside or stops the program`(seed: Int) {
    var dice = Dice(seed: UInt64(seed) &+ 2_000)
    var editor = TextEditor(text: text(&dice))
    let full = Size(columns: 60, rows: 12)
    for _ in 0..<60 {
      act(&editor, &dice)
      let rect = Rect(
        column: Int.random(in: 0...20, using: &dice), row: Int.random(in: 0...5, using: &dice),
        columns: Int.random(in: 0...50, using: &dice), rows: Int.random(in: 0...10, using: &dice))
      var canvas = Canvas(size: full)
      canvas.fill(canvas.bounds, Style(.mark))
      let untouched = canvas.frame
      editor.draw(into: &canvas, in: rect, marks: [0: GutterMark("▲", .error)])
      #expect(Self.isSame(canvas.frame, untouched, outside: rect))
      #expect(canvas.cursor.map(rect.contains) ?? true)
    }
  }

  private static func isSame(_ left: Frame, _ right: Frame, outside rect: Rect) -> Bool {
    for row in 0..<left.size.rows {
      for column in 0..<left.size.columns {
        let point = Point(column: column, row: row)
        if !rect.contains(point), left[point] != right[point] { return false }
      }
    }
    return true
  }
}
