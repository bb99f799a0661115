import TestSupport
import Testing

@testable import TerminalUI

/// The rows of one line of program output.
@Suite struct SGRRowsTests {
  private func rows(_ line: String, _ columns: Int) -> [StyledText] {
    let rows = SGRRows(of: line, columns: columns)
    return (0..<rows.count).map { rows.row($0, of: line) }
  }

  @Test(arguments: [
    ("", 4, [""]), ("abcd", 4, ["abcd"]), ("abcde", 4, ["abcd", "e"]), ("日本語", 4, ["日本", "語"]),
    ("a日本", 4, ["a日", "本"]), ("日本", 1, ["日", "本"]), ("ab\tc", 4, ["ab  ", "    ", "c"]),
    ("abcdefgh\tx", 8, ["abcdefgh", "        ", "x"]), ("ab\u{1B}[31mcd\u{1B}[0mef", 3, ["abc", "def"]),
    ("abc\u{1B}]0;title\u{07}d", 3, ["abc", "d"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
  ])
  func `a line is cut where a row is full`(line: String, columns: Int, expected: [String]) {
    #expect(rows(line, columns).map(\.plain) == expected)
  }

  @Test func `a row knows the look that was asked for before it`() {
    #expect(
      rows("\u{1B}[31mabcdef", 3).map(\.runs) == [
        [.init("abc", Style(.ansiRed))], [.init("def", Style(.ansiRed))],
      ])
  }

  @Test(arguments: 0..<200) func `rows are what the whole line is, cut`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let parts = [
      "a", "bc", " ", "日", "é", "e\u{301}", "\t", "👩‍👩‍👧", "\u{1B}[1;32m", "\u{1B}[0m", "\u{9B}7m", "\u{1B}[2K",
      "\u{7}", "0123456789",
    ]
    let line = (0..<dice.number(0...60)).map { _ in dice.pick(parts) }.joined()
    for columns in [1, 2, 3, 7, 8, 9, 20, 400] {
      let whole = rows(line, columns)
      #expect(whole.map(\.plain).joined() == SGRText.parse(line).plain, "\(columns)")
      for row in whole { #expect(row.columns <= max(columns, 2), "\(columns): \(row.plain)") }
      let isStyledAlike = styles(whole.flatMap(\.runs)) == styles(SGRText.parse(line).runs)
      #expect(isStyledAlike, "\(columns)")
    }
  }

  /// The style of each character.
  private func styles(_ runs: [StyledText.Run]) -> [Style] {
    runs.flatMap { run in run.text.unicodeScalars.map { _ in run.style } }
  }

  @Test func `with a limit no more is looked at than is asked for`() {
    let line = "\u{1B}[31m" + String(repeating: "0123456789", count: 100_000)
    let rows = SGRRows(of: line, columns: 25, limit: 2)
    #expect(rows.count == 2)
    #expect(rows.row(1, of: line).plain == "5678901234567890123456789")
  }

  @Test func `many sequences in a row are no deep recursion`() {
    let line = String(repeating: "\u{1B}[m", count: 300_000) + "x"
    #expect(rows(line, 10).map(\.plain) == ["x"])
  }
}
