import Testing

@testable import TerminalUI

@Suite struct StylingTests {
  private let theme = Theme(
    name: "test",
    roles: [.text: RolePaint(.ansi(7)), .error: RolePaint(.rgb(red: 255, green: 0, blue: 0), .bold)],
    backdrops: [.selection: .rgb(red: 0, green: 0, blue: 95)])

  @Test(arguments: [
    (Colour.rgb(red: 255, green: 0, blue: 0), ColourDepth.indexed256, Colour.indexed(196)),
    (.rgb(red: 128, green: 128, blue: 128), .indexed256, .indexed(244)),
    (.rgb(red: 250, green: 10, blue: 10), .ansi16, .ansi(9)), (.indexed(21), .ansi16, .ansi(4)),
    (.ansi(3), .direct, .ansi(3)), (.indexed(200), .indexed256, .indexed(200)),
    (.rgb(red: 1, green: 2, blue: 3), .direct, .rgb(red: 1, green: 2, blue: 3)),
    (.ansi(3), .none, .terminalDefault), (.terminalDefault, .direct, .terminalDefault),
  ])
  func `a colour is fitted to the depth`(colour: Colour, depth: ColourDepth, fitted: Colour) {
    #expect(colour.fitted(to: depth) == fitted)
  }

  @Test func `a theme's attributes are added to the style's`() {
    let paint = theme.resolve(Style(.error, on: .selection, .italic), depth: .direct)
    #expect(paint.attributes == [.bold, .italic])
    #expect(paint.background == .rgb(red: 0, green: 0, blue: 95))
  }

  @Test func `without colours the selection is reversed and a match underlined`() {
    #expect(theme.resolve(Style(on: .selection), depth: .none).attributes == .reverse)
    #expect(theme.resolve(Style(on: .match), depth: .none).attributes == .underline)
    #expect(theme.resolve(Style(on: .bar), depth: .none).attributes == [])
  }

  @Test func `a frame can be printed with colours`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("no", at: Point(column: 0, row: 0), style: Style(.error))
    let text = canvas.frame.ansiText(theme: theme, depth: .indexed256)
    #expect(text == "\u{1B}[0;1;38;5;196mno\u{1B}[0;37m  \u{1B}[0m")
  }

  @Test func `styled text can be cut anywhere`() {
    let text = StyledText("ab日", Style(.error)) + StyledText("cd")
    #expect(text.columns == 6)
    #expect(text.truncated(to: 4).plain == "ab…")
    #expect(text.dropping(columns: 3).plain == " cd")
    #expect(text.dropping(columns: 4).plain == "cd")
    #expect(text.restyled(characters: 1..<4) { $0.on(.match) }.runs.map(\.text) == ["a", "b日", "c", "d"])
  }
}
