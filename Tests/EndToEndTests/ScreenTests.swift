import Glibc
import TerminalHarness
import Testing

/// What is on the screen, whatever the terminal is like.
@Suite(.serialized) struct ScreenTests {
  @Test func thePanesAreThere() throws {
    let program = try Davit.demo()
    for title in ["Stacks", "Containers", "Images", "Volumes", "Networks"] {
      #expect(program.waitFor(title), "\(program.screen.text)")
    }
  }

  @Test func theScreenIsUnderstoodByATerminalThatKnowsOnlyXterm() throws {
    let program = try Davit.demo()
    program.press("2", "j", "j", "<enter>", "]", "<esc>", "?", "<esc>")
    program.read(for: .seconds(1))
    #expect(program.screen.unknown == [])
  }

  @Test func aFilterThatMatchesNothingEmptiesTheListAndIsTakenBack() throws {
    let program = try Davit.demo()
    program.press("2")
    program.settle()
    let before = program.screen.text
    program.press("/", "z", "z", "z", "q", "z", "<enter>")
    #expect(program.waitFor("zzzqz"), "\(program.screen.text)")
    program.press("<esc>")
    #expect(program.wait { !$0.screen.shows("zzzqz") }, "\(before)\n\(program.screen.text)")
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }

  @Test func aStormOfResizesLeavesAWholeScreen() throws {
    let program = try Davit.demo()
    for step in 0..<80 {
      program.resize(columns: 1 + step * 37 % 180, rows: 1 + step * 23 % 60)
      program.read(for: .milliseconds(5))
    }
    program.resize(columns: 120, rows: 40)
    #expect(
      program.wait { $0.screen.shows("Containers") && $0.screen.shows("Networks") }, "\(program.screen.text)")
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 30), (10, 3), (39, 10), (40, 9), (300, 2)])
  func aTinyTerminalIsSurvived(columns: Int, rows: Int) throws {
    let program = try Davit.start(["--demo"], columns: columns, rows: rows)
    #expect(program.wait(within: .seconds(10)) { $0.screen.isAlternate })
    program.read(for: .milliseconds(300))
    #expect(program.end == nil)
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }

  @Test func theSmallestUsefulTerminalShowsAPane() throws {
    let program = try Davit.demo(columns: 40, rows: 10)
    #expect(program.screen.shows("Containers"), "\(program.screen.text)")
  }

  @Test func aLocaleWithoutUnicodeGetsASCII() throws {
    let program = try Davit.demo(environment: ["LANG": "C", "LC_ALL": "C"])
    program.press("2", "<enter>", "]", "]")
    program.read(for: .seconds(1))
    #expect(program.output.allSatisfy { $0 < 0x80 })
  }

  @Test func asciiCanBeAskedFor() throws {
    let program = try Davit.demo(["--ascii"])
    program.read(for: .milliseconds(500))
    #expect(!program.screen.shows("╭") && !program.screen.shows("─"))
  }

  @Test func coloursAreSent() throws {
    let program = try Davit.demo()
    #expect(program.wait { $0.screen.hasSeenColours })
  }

  @Test func withoutColoursNoneAreSent() throws {
    let program = try Davit.demo(environment: ["NO_COLOR": "1"])
    program.read(for: .milliseconds(500))
    #expect(!program.screen.hasSeenColours)
  }

  @Test func nothingOfTheEnginesTextIsExecuted() throws {
    let program = try Davit.demo()
    program.press("2", "j", "j", "<enter>")
    program.read(for: .seconds(1))
    #expect(program.screen.titles == [] && program.screen.clipboard == [])
  }
}
