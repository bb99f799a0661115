import Testing

@testable import TerminalUI

@Suite struct TextFieldTests {
  /// The field's text with a bar at the cursor, after the keys of a script.
  private func edited(_ text: String, _ script: String) throws -> String {
    var field = TextField(text)
    for key in try KeySequence.script(script) { _ = field.handle(key) }
    var shown = Array(field.text)
    shown.insert("|", at: field.cursor)
    return String(shown)
  }

  @Test(arguments: [
    ("", "web", "web|"), ("web", "<left>x", "wex|b"), ("web", "<home>a<end>z", "awebz|"),
    ("web", "<bs><bs>", "w|"), ("web", "<home><del>", "|eb"), ("one two  ", "<c-w>", "one |"),
    ("one two", "<left><c-u>", "|o"), ("one two", "<home><c-right><c-k>", "one|"),
    ("日本e\u{301}", "<bs>", "日本|"),
    ("日本", "<left><left><left>x", "x|日本"), ("one two", "<alt-b>_", "one _|two"), ("", "<bs><del><c-w>", "|"),
  ])
  func `keys edit the line`(text: String, script: String, expected: String) throws {
    #expect(try edited(text, script) == expected)
  }

  @Test func `keys of others are left to them`() {
    var field = TextField("x")
    for key: Key in [.enter, .escape, .up, .tab, .function(1)] {
      let isTaken = field.handle(KeyPress(key))
      #expect(!isTaken)
    }
  }

  @Test func `a paste becomes one line without controls`() {
    var field = TextField()
    field.insert("a\nb\u{1B}[31m\tc")
    #expect(field.text == "a b[31m c")
  }

  @Test func `a mark joins the character before the cursor`() {
    var field = TextField("e")
    field.insert("\u{301}")
    #expect(field.cursor == 1)
  }

  @Test func `a long line moves so that the cursor is seen`() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    TextField("0123456789").draw(into: &canvas, in: canvas.bounds, style: Style())
    #expect(canvas.frame.plainText == "56789")
    #expect(canvas.cursor == Point(column: 5, row: 0))
  }

  @Test func `an empty field shows what belongs there`() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    TextField().draw(into: &canvas, in: canvas.bounds, style: Style(), placeholder: "filter")
    #expect(canvas.frame.plainText == "filter")
    #expect(canvas.cursor == Point(column: 0, row: 0))
  }
}
