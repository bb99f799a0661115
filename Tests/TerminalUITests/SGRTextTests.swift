import Testing

@testable import TerminalUI

@Suite struct SGRTextTests {
  private func roles(_ line: String) -> [String] {
    SGRText.parse(line).runs.map { "\($0.text):\($0.style.role.rawValue)" }
  }

  @Test func `a plain line stays one run`() {
    #expect(SGRText.parse("GET / 200").runs == [.init("GET / 200", Style())])
  }

  @Test(arguments: [
    ("\u{1B}[31mred\u{1B}[0m plain", ["red:ansi-red", " plain:text"]),
    ("\u{1B}[1;92mok\u{1B}[39m", ["ok:ansi-bright-green"]),
    ("\u{1B}[38;5;9mx", ["x:ansi-bright-red"]), ("\u{1B}[38;5;21mx", ["x:ansi-blue"]),
    ("\u{1B}[38;2;255;0;0mx", ["x:ansi-bright-red"]), ("\u{1B}[38:2::0:250:0mx", ["x:ansi-bright-green"]),
    ("\u{1B}[38:5:3mx", ["x:ansi-yellow"]), ("\u{9B}32mx", ["x:ansi-green"]),
    ("\u{1B}[mx", ["x:text"]), ("\u{1B}[38;5mx", ["x:text"]), ("\u{1B}[999999999999mx", ["x:text"]),
  ])
  func `colours become roles`(line: String, expected: [String]) {
    #expect(roles(line) == expected)
  }

  @Test func `attributes come and go`() {
    let runs = SGRText.parse("\u{1B}[1;4;9ma\u{1B}[22;24mb\u{1B}[4:0;29mc\u{1B}[3;7md").runs
    #expect(
      runs.map(\.style.attributes) == [
        [.bold, .underline, .strikethrough], [.strikethrough], [], [.italic, .reverse],
      ])
  }

  @Test func `a coloured background is drawn in reverse`() {
    let style = SGRText.parse("\u{1B}[37;41mERROR").runs.first?.style
    #expect(style == Style(.ansiRed, on: .base, .reverse))
  }

  @Test(arguments: [
    "a\u{1B}[2J\u{1B}[10;10Hb", "a\u{1B}]0;title\u{07}b", "a\u{1B}]8;;http://x\u{1B}\\b",
    "a\u{1B}P1$r\u{1B}\\b",
    "a\u{1B}(Bb", "a\u{1B}7b", "ab\u{1B}", "ab\u{1B}[", "ab\u{1B}[12", "ab\u{1B}]52;c;AAAA", "a\u{1B}[?25lb",
    "a\u{9D}0;x\u{9C}b", "a\u{1B}[>4;2mb",
  ])
  func `every other sequence is dropped`(line: String) {
    #expect(SGRText.parse(line).plain == "ab")
  }

  @Test func `a sequence that breaks off gives the next one its turn`() {
    #expect(roles("\u{1B}[1\u{1B}[31mx") == ["x:ansi-red"])
  }

  @Test func `tabs go to the next of eight columns`() {
    #expect(SGRText.parse("a\tb\u{1B}[31m\tc").plain == "a       b       c")
    #expect(SGRText.parse("日\tx").plain == "日      x")
  }

  @Test func `the look is carried to the next line`() {
    var state = SGRState()
    _ = SGRText.parse("\u{1B}[33mwarn", state: &state)
    #expect(SGRText.parse("more", state: &state).runs == [.init("more", Style(.ansiYellow))])
  }

  @Test func `the base style is kept where nothing is asked for`() {
    let runs = SGRText.parse("x\u{1B}[1my", base: Style(.logError, on: .selection)).runs
    #expect(runs.map(\.style) == [Style(.logError, on: .selection), Style(.logError, on: .selection, .bold)])
  }
}
