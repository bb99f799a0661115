import Testing

@testable import TerminalUI

@Suite struct LayoutTests {
  private let columns = [
    TableColumn(title: "NAME", minimum: 8, ideal: 20, priority: 10, isFlexible: true),
    TableColumn(title: "STATE", minimum: 7, ideal: 9, priority: 8),
    TableColumn(title: "CPU", minimum: 5, ideal: 6, priority: 6, alignment: .trailing),
    TableColumn(title: "IMAGE", minimum: 10, ideal: 30, maximum: 40, priority: 2, isFlexible: true),
  ]

  @Test(arguments: [
    (200, [142, 9, 6, 40]), (68, [20, 9, 6, 30]), (33, [8, 7, 5, 10]), (32, [18, 7, 5, 0]),
    (20, [12, 7, 0, 0]),
    (12, [12, 0, 0, 0]), (3, [3, 0, 0, 0]), (0, [0, 0, 0, 0]),
  ])
  func `widths for a total`(total: Int, widths: [Int]) {
    let layout = TableLayout(columns, total: total)
    let used = layout.placements.reduce(0) { max($0, $1.offset + $1.width) }
    #expect(used <= total)
    #expect(layout.widths == widths)
  }

  @Test func `the column that matters least goes first`() {
    #expect(TableLayout(columns, total: 32).placements.map(\.index) == [0, 1, 2])
    #expect(TableLayout(columns, total: 20).placements.map(\.index) == [0, 1])
  }

  @Test func `columns stand side by side with a gap`() {
    let layout = TableLayout(columns, total: 68)
    #expect(layout.placements.map(\.offset) == [0, 21, 31, 38])
  }

  @Test(arguments: [
    (5, 3, 10, 0, 0), (100, 0, 10, 0, 0), (100, 7, 10, 0, 0), (100, 8, 10, 0, 1), (100, 50, 10, 0, 43),
    (100, 99, 10, 0, 90), (100, 45, 10, 43, 43), (100, 44, 10, 43, 42), (100, 99, 10, 95, 90),
    (10, 9, 10, 5, 0), (100, 5, 1, 0, 5), (100, 5, 0, 0, 0), (0, 0, 10, 3, 0),
  ])
  func `the list moves no further than the selection asks`(
    count: Int, selected: Int, visible: Int, previous: Int, offset: Int
  ) {
    let found = ListViewport.offset(count: count, selected: selected, visible: visible, previous: previous)
    #expect(found == offset)
  }

  @Test func `without a selection the place is kept inside`() {
    #expect(ListViewport.offset(count: 20, selected: nil, visible: 10, previous: 15) == 10)
  }

  @Test func `a rectangle splits into parts that cover it`() {
    let rect = Rect(column: 2, row: 3, columns: 10, rows: 5)
    let (top, rest) = rect.splitTop(2)
    #expect(top == Rect(column: 2, row: 3, columns: 10, rows: 2))
    #expect(rest == Rect(column: 2, row: 5, columns: 10, rows: 3))
    #expect(rect.splitRight(30).right == rect)
    #expect(rect.inset(by: 3).isEmpty)
    #expect(rect.centred(Size(columns: 4, rows: 1)) == Rect(column: 5, row: 5, columns: 4, rows: 1))
  }

  @Test(arguments: [
    ("the quick brown fox", ["the quick", "brown fox"]), ("a  bb", ["a  bb"]),
    ("averyveryverylong word", ["averyveryv", "erylong", "word"]), ("one\n\ntwo", ["one", "", "two"]),
    ("", [""]), ("日本語日本語", ["日本語日本", "語"]), ("0123456789 x", ["0123456789", "x"]),
    ("  indented text", ["  indented", "text"]),
  ])
  func `words are wrapped at ten columns`(text: String, rows: [String]) {
    #expect(WrappedText.rows(text, columns: 10) == rows)
  }

  @Test func `hard wrapping keeps every character and style`() {
    let text = StyledText("abc", Style(.error)) + StyledText("def gh")
    let rows = WrappedText.rows(text, columns: 4, mode: .anywhere)
    #expect(rows.map(\.plain) == ["abcd", "ef g", "h"])
    #expect(rows[0].runs.map(\.style.role) == [.error, .text])
  }
}
