import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// A search through lines, as at the shell.
@Suite struct LineSearchTests {
  /// What is shown of lines, a match behind `:`, its neighbours behind `-`, gaps as `--`.
  private func shown(_ pattern: String, context: Int = 0, ignoresCase: Bool = false, _ lines: [String]) throws
    -> [String]
  {
    var search = try LineSearch(pattern, ignoresCase: ignoresCase, context: context)
    return try lines.flatMap {
      try search.take(LogLine(container: ContainerID("x"), time: nil, isError: false, text: $0))
    }.flatMap { row in
      (row.followsGap ? ["--"] : []) + [(row.isMatch ? ":" : "-") + row.text]
    }
  }

  private static let ten = (1...10).map { "line \($0)" }

  @Test func matchesAreShown() throws {
    #expect(try shown("[37]$", Self.ten) == [":line 3", "--", ":line 7"])
  }

  @Test func theirNeighboursAreShownOnce() throws {
    let rows = try shown("[356]$", context: 1, Self.ten)
    #expect(rows == ["-line 2", ":line 3", "-line 4", ":line 5", ":line 6", "-line 7"])
  }

  @Test func aGapIsMarked() throws {
    let rows = try shown("[29]$", context: 1, Self.ten)
    #expect(rows == ["-line 1", ":line 2", "-line 3", "--", "-line 8", ":line 9", "-line 10"])
  }

  @Test func neighboursThatTouchHaveNoGap() throws {
    let rows = try shown("[25]$", context: 1, Self.ten)
    #expect(!rows.contains("--"))
  }

  @Test func caseCountsWithACapital() throws {
    #expect(try shown("Error", ["error", "Error"]) == [":Error"])
    #expect(try shown("Error", ignoresCase: true, ["error", "Error"]) == [":error", ":Error"])
  }

  @Test func coloursHideNothing() throws { #expect(try shown("error", ["er\u{1B}[31mror"]) == [":error"]) }

  @Test func aBrokenPatternSaysWhere() {
    #expect(throws: Trouble.self) { _ = try LineSearch("(", ignoresCase: true, context: 0) }
  }

  @Test func aPatternThatTakesForEverIsGivenUp() throws {
    let line = String(repeating: "a", count: 60) + "!"
    #expect(throws: Trouble.self) { try shown("(a+)+$", Array(repeating: line, count: 60)) }
  }
}

/// The containers that a filter names where there is no pane.
@Suite struct ContainerFilterTests {
  private let all = [
    Fixture.container("shop-web-1", service: "web", number: 1), Fixture.container("cache"),
  ]

  @Test(arguments: [
    ("", ["cache", "shop-web-1"]), ("web", ["shop-web-1"]), ("service:web", ["shop-web-1"]),
    ("!service:web", ["cache"]), ("name:cache", ["cache"]), ("nothing-like-it", []),
  ])
  func itIsTheFilterOfThePane(text: String, names: [String]) throws {
    #expect(try ContainerFilter.matching(text, among: all).map(\.name).sorted() == names)
  }

  @Test func aBrokenFilterSaysSo() {
    #expect(throws: Trouble.self) { try ContainerFilter.matching("(", among: all) }
  }
}
