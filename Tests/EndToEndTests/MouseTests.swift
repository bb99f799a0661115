import TerminalHarness
import TestSupport
import Testing

/// The mouse, as a terminal reports it (SGR, 1006), on the whole program.
@Suite(.serialized) struct MouseTests {
  /// A report: columns and rows from 1, `M` pressed or moved, `m` let go.
  private func report(_ button: Int, _ column: Int, _ row: Int, isDown: Bool = true) -> String {
    "\u{1B}[<\(button);\(column);\(row)\(isDown ? "M" : "m")"
  }

  private func drag(from start: (Int, Int), to end: (Int, Int), _ program: TerminalProgram) {
    program.type(report(0, start.0, start.1))
    program.type(report(32, (start.0 + end.0) / 2, (start.1 + end.1) / 2))
    program.type(report(32, end.0, end.1))
    program.type(report(0, end.0, end.1, isDown: false))
  }

  private func press(_ column: Int, _ row: Int, _ program: TerminalProgram) {
    program.type(report(0, column, row))
    program.type(report(0, column, row, isDown: false))
  }

  /// Where a text stands: column and row from 1; nil where it does not.
  private func place(of text: String, _ program: TerminalProgram) -> (column: Int, row: Int)? {
    for (index, line) in program.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let range = line.firstRange(of: text) else { continue }
      return (line.distance(from: line.startIndex, to: range.lowerBound) + 1, index + 1)
    }
    return nil
  }

  /// The demo, once its containers are listed.
  private func demo(rows: Int = 40) throws -> TerminalProgram {
    let program = try Davit.demo(rows: rows)
    try #require(program.waitFor("blog-mysql-1"), "\(program.screen.text)")
    return program
  }

  @Test func theLineBetweenThePanesIsDragged() throws {
    let program = try demo()
    let edge = try #require(place(of: "╮╭", program)).column + 1
    drag(from: (edge, 20), to: (edge + 20, 20), program)
    #expect(
      program.wait { abs((place(of: "╮╭", $0)?.column ?? 0) + 1 - edge - 20) <= 1 }, "\(program.screen.text)")
  }

  @Test func aScrollBarIsDragged() throws {
    let program = try demo(rows: 16)
    program.press("2", "+", "+")
    try #require(program.wait { $0.screen.shows("IMAGE") && !$0.screen.shows("toolbox") })
    drag(from: (120, 4), to: (120, 15), program)
    #expect(program.waitFor("toolbox"), "\(program.screen.text)")
  }

  @Test func aRowIsPressedAndTheWheelTurns() throws {
    let program = try demo()
    let row = try #require(place(of: "blog-mysql-1", program))
    press(row.column, row.row, program)
    #expect(
      program.wait { place(of: "blog-mysql-1", $0)?.row == 2 || $0.screen.text.contains("── blog-mysql-1") })
    program.type(report(65, row.column, row.row))
    #expect(program.wait { !$0.screen.text.contains("── blog-mysql-1") }, "\(program.screen.text)")
  }

  @Test func aTitleSortsAndATabOpens() throws {
    let program = try demo()
    program.press("2", "+")
    let title = try #require(program.wait { place(of: " MEM", $0) != nil } ? place(of: " MEM", program) : nil)
    press(title.column + 2, title.row, program)
    #expect(program.waitFor("MEM↓"), "\(program.screen.text)")
    program.press("<esc>")
    program.settle()
    let tab = try #require(place(of: "Config", program))
    press(tab.column, tab.row, program)
    #expect(program.waitFor("Inspect"), "\(program.screen.text)")
  }

  @Test func theMouseIsLeftToTheTerminalOnAKey() throws {
    let program = try demo()
    #expect(program.screen.modes.contains(1006))
    program.type("\u{1B}m")
    #expect(program.wait { $0.screen.modes.isDisjoint(with: [1000, 1002, 1003, 1006]) })
    program.type("\u{1B}m")
    #expect(program.wait { $0.screen.modes.contains(1006) })
  }
}

/// A command of the user's own that has the terminal while it runs.
@Suite(.serialized) struct TerminalCommandTests {
  @Test func itHasTheTerminalAndGivesItBack() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    folder.put(
      """
      commands:
        - title: Ask
          key: Q a
          in: containers
          run: [sh, -c, 'printf "name=%s\\n" "$1"; read answer; echo "$answer" > "$2"', sh, "{name}", \(folder.file("answer"))]
          show: terminal
          changes: false
      """, in: "config.yaml")
    let program = try Davit.demo(["--config", folder.file("config.yaml")])
    try #require(program.waitFor("backup-nightly"), "\(program.screen.text)")
    program.press("2", "g", "Q", "a")
    #expect(program.waitFor("name=backup-nightly"), "\(program.screen.text)")
    #expect(!program.screen.modes.contains(1049))
    program.type("said\n")
    #expect(program.waitFor("Containers"), "\(program.screen.text)")
    #expect(program.wait { _ in folder.text("answer") == "said\n" })
    program.press("?")
    #expect(program.waitFor("Here, in"), "\(program.screen.text)")
  }
}
