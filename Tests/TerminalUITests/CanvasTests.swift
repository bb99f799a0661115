import Testing

@testable import TerminalUI

@Suite struct CanvasTests {
  private func canvas(_ columns: Int, _ rows: Int, _ glyphs: GlyphSet = .unicode) -> Canvas {
    Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
  }

  @Test func `text is cut with an ellipsis at its width`() {
    var canvas = canvas(10, 1)
    let columns = canvas.write("container", at: Point(column: 0, row: 0), maxColumns: 6)
    #expect(columns == 6)
    #expect(canvas.frame.plainText == "conta…")
  }

  @Test func `text is cut without an ellipsis when asked`() {
    var canvas = canvas(5, 1)
    canvas.write("container", at: Point(column: 2, row: 0), ellipsis: false)
    #expect(canvas.frame.plainText == "  con")
  }

  @Test func `styled text keeps its styles when cut`() {
    var canvas = canvas(4, 1)
    canvas.write(StyledText("ab", Style(.error)) + StyledText("cdef"), at: Point(column: 0, row: 0))
    #expect(canvas.frame.plainText == "abc…")
    #expect(canvas.frame[Point(column: 1, row: 0)].style.role == .error)
  }

  @Test func `nothing is drawn outside of the clip rectangle`() {
    var canvas = canvas(6, 3)
    canvas.withClip(Rect(column: 1, row: 1, columns: 3, rows: 1)) { canvas in
      for row in -1...4 {
        canvas.write("abcdefgh", at: Point(column: -1, row: row), maxColumns: 9, ellipsis: false)
      }
    }
    #expect(canvas.frame.plainText == "\n cde\n")
  }

  @Test func `a wide glyph at the edge becomes a blank`() {
    var canvas = canvas(4, 1)
    canvas.withClip(Rect(column: 1, row: 0, columns: 2, rows: 1)) { canvas in
      canvas.put(Glyph("日"), at: Point(column: 0, row: 0), style: Style(.error))
      canvas.put(Glyph("日"), at: Point(column: 2, row: 0), style: Style(.error))
    }
    #expect(canvas.frame.plainText == "")
    #expect(canvas.frame[Point(column: 1, row: 0)].style.role == .error)
    #expect(canvas.frame[Point(column: 3, row: 0)] == .blank)
  }

  @Test(arguments: [(0, "x   本"), (1, " x  本"), (2, "日x 本"), (3, "日 x本")])
  func `overwriting half of a wide glyph blanks the other half`(column: Int, line: String) {
    var canvas = canvas(6, 1)
    canvas.write(column < 2 ? "日  本" : "日語本", at: Point(column: 0, row: 0))
    canvas.put(Glyph("x"), at: Point(column: column, row: 0), style: Style())
    #expect(canvas.frame.plainText == line)
  }

  @Test func `wide over wide leaves no half behind`() {
    var canvas = canvas(6, 1)
    canvas.write("日語本", at: Point(column: 0, row: 0))
    canvas.put(Glyph("字"), at: Point(column: 1, row: 0), style: Style())
    #expect(canvas.frame.plainText == " 字 本")
    for (index, cell) in canvas.frame.cells.enumerated() where cell.isContinuation {
      #expect(canvas.frame.cells[index - 1].glyph.columns == 2)
    }
  }

  @Test func `a row becomes the selected one and keeps its text`() {
    var canvas = canvas(6, 2)
    canvas.write("api", at: Point(column: 0, row: 0), style: Style(.running))
    canvas.recolour(Rect(column: 0, row: 0, columns: 6, rows: 1), backdrop: .selection)
    #expect(canvas.frame.row(0).allSatisfy { $0.style.backdrop == .selection })
    #expect(canvas.frame.row(1).allSatisfy { $0 == .blank })
    #expect(canvas.frame[Point(column: 0, row: 0)].style.role == .running)
  }

  @Test func `a cursor outside of the frame is hidden`() {
    var canvas = canvas(3, 1)
    canvas.cursor = Point(column: 3, row: 0)
    #expect(canvas.cursor == nil)
  }
}
