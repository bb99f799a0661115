import TerminalUI
import Testing
import TextEditing

@Suite struct CompletionListTests {
  private func list(_ count: Int) throws -> CompletionList {
    try #require(CompletionList((0..<count).map { .init("name\($0)", detail: "detail \($0)") }))
  }

  @Test func `a list without items is none`() { #expect(CompletionList([]) == nil) }

  @Test func `keys choose`() throws {
    var list = try list(3)
    #expect(list.handle(KeyPress(.down)) == .moved)
    #expect(list.handle(KeyPress(.enter)) == .chosen(.init("name1", detail: "detail 1")))
    #expect(list.handle(KeyPress(.tab)) == .chosen(.init("name1", detail: "detail 1")))
    #expect(list.handle(KeyPress(.escape)) == .closed)
    #expect(list.handle(KeyPress("x")) == .unused)
    _ = list.handle(KeyPress(.up))
    _ = list.handle(KeyPress(.up))
    #expect(list.selected == 2)
  }

  @Test func `the list stands under the cursor with details`() throws {
    var canvas = Canvas(size: Size(columns: 40, rows: 6))
    try list(3).draw(into: &canvas, at: Point(column: 5, row: 1), in: canvas.bounds)
    #expect(
      canvas.frame.lines == [
        "", "", "     name0  detail 0", "     name1  detail 1", "     name2  detail 2", "",
      ])
  }

  @Test func `at the bottom it stands above`() throws {
    var canvas = Canvas(size: Size(columns: 40, rows: 6))
    try list(3).draw(into: &canvas, at: Point(column: 5, row: 5), in: canvas.bounds)
    #expect(canvas.frame.lines[2].contains("name0") && canvas.frame.lines[5].isEmpty)
  }

  @Test func `a long list shows eight and moves`() throws {
    var list = try list(20)
    for _ in 0..<10 { _ = list.handle(KeyPress(.down)) }
    var canvas = Canvas(size: Size(columns: 40, rows: 20))
    list.draw(into: &canvas, at: Point(column: 0, row: 0), in: canvas.bounds)
    let shown = canvas.frame.lines.filter { $0.contains("name") }
    #expect(shown.count == 8)
    #expect(shown.contains { $0.contains("name10") })
  }

  @Test func `any room will do`() throws {
    let list = try list(20)
    for columns in 0..<12 {
      for rows in 0..<5 {
        var canvas = Canvas(size: Size(columns: columns, rows: rows))
        list.draw(into: &canvas, at: Point(column: columns / 2, row: rows / 2), in: canvas.bounds)
        #expect(canvas.size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test func `what is chosen goes into the text as one step`() {
    var editor = TextEditor(marked: "  im‸: x")
    editor.complete(.init("image"), replacing: 2..<4)
    #expect(editor.marked == "  image‸: x")
    editor.undo()
    #expect(editor.marked == "  im‸: x")
  }
}
