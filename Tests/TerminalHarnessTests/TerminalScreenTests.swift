import TerminalHarness
import Testing

@Suite struct TerminalScreenTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns, rows: rows)
    screen.feed(text.utf8)
    return screen
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd", "", ""]),
    ("\u{1B}[2;3Hx\u{1B}[Hy", ["y", "  x", "", ""]),
    ("abcdefghijkl", ["abcdefghij", "kl", "", ""]),
    ("abc\u{1B}[1;2H\u{1B}[K", ["a", "", "", ""]),
    ("abc\u{1B}[1;2H\u{1B}[X", ["a c", "", "", ""]),
    ("abc\u{1B}[1;2H\u{1B}[P", ["ac", "", "", ""]),
    ("abc\u{1B}[1;2H\u{1B}[2@", ["a  bc", "", "", ""]),
    ("-\u{1B}[4b", ["-----", "", "", ""]),
    ("1\n\r2\n\r3\n\r4\n\r5", ["2", "3", "4", "5"]),
    ("1\n\r2\n\r3\n\r4\u{1B}[2;3r\u{1B}[3;1H\n", ["1", "3", "", "4"]),
    ("1\n\r2\n\r3\n\r4\u{1B}[H\u{1B}M", ["", "1", "2", "3"]),
    ("1\n\r2\n\r3\u{1B}[2;1H\u{1B}[L", ["1", "", "2", "3"]),
    ("a\u{1B}(0qx\u{1B}(Bq", ["a─│q", "", "", ""]),
    ("日本\u{1B}[1;5Hx", ["日本x", "", "", ""]),
    ("e\u{301}x", ["e\u{301}x", "", "", ""]),
    ("\u{1B}[38;2;1;2;3mred\u{1B}[m", ["red", "", "", ""]),
  ])
  func bytesBecomeRows(text: String, rows: [String]) {
    #expect(screen(text).lines == rows)
  }

  @Test func theMainScreenComesBack() {
    #expect(screen("shell\u{1B}[?1049h\u{1B}[Hdavit\u{1B}[?1049l").line(0) == "shell")
  }

  @Test func modesAreRemembered() {
    let screen = screen("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1000;1006h")
    #expect(screen.isAlternate && !screen.modes.contains(25) && screen.modes.isSuperset(of: [1000, 1006]))
  }

  @Test func titlesAndClipboardAreNoText() {
    let screen = screen("\u{1B}]0;title\u{7}\u{1B}]52;c;YWJj\u{1B}\\x")
    #expect(screen.line(0) == "x" && screen.titles == ["title"] && screen.clipboard == ["YWJj"])
  }
}
