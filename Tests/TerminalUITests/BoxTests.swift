import Testing

@testable import TerminalUI

@Suite struct BoxTests {
  private func box(
    _ columns: Int, _ rows: Int, _ glyphs: GlyphSet = .unicode, title: StyledText? = nil,
    trailing: StyledText? = nil, footer: StyledText? = nil
  ) -> String {
    var canvas = Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
    canvas.box(canvas.bounds, style: Style(.border), title: title, trailing: trailing, footer: footer)
    return canvas.frame.plainText
  }

  @Test func `titles stand in the borders`() {
    let text = box(28, 3, title: "[1] Stacks", trailing: "3", footer: "follow · 12 lines")
    #expect(
      text == """
        ╭[1] Stacks ───────────── 3╮
        │                          │
        ╰─────── follow · 12 lines ╯
        """)
  }

  @Test func `in ASCII the corners are plain`() {
    #expect(box(12, 3, .ascii, title: "Logs") == "+Logs -----+\n|          |\n+----------+")
  }

  @Test func `a narrow box cuts its title and leaves the rest out`() {
    #expect(box(8, 2, title: "Containers", trailing: "12", footer: "too long") == "╭Conta…╮\n╰──────╯")
  }

  @Test func `boxes without room draw what they can`() {
    #expect(box(6, 1, title: "ab") == "╭ab ─╮")
    #expect(box(2, 2) == "╭╮\n╰╯")
    #expect(box(1, 3) == "\n\n")
  }

  @Test(arguments: [(0, "┃┃││││"), (7, "││┃┃││"), (14, "││││┃┃")])
  func `the grip shows what part is visible`(offset: Int, bar: String) {
    var canvas = Canvas(size: Size(columns: 1, rows: 6))
    canvas.scrollbar(in: canvas.bounds, total: 20, visible: 6, offset: offset, style: Style())
    #expect(canvas.frame.lines.joined() == bar)
  }

  @Test func `no scroll bar where all is visible`() {
    var canvas = Canvas(size: Size(columns: 1, rows: 6))
    canvas.scrollbar(in: canvas.bounds, total: 6, visible: 6, offset: 0, style: Style())
    #expect(canvas.frame.lines.joined() == "")
  }
}
