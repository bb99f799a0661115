import FoundationEssentials
import Glibc
import TerminalHarness
import Testing

/// A change of size leaves what a fresh start of that size shows, whatever the terminal has made of the old screen.
@Suite(.serialized) struct ResizeTests {
  struct ScreenSize: Hashable, CustomStringConvertible {
    var columns: Int
    var rows: Int

    var description: String { "\(columns)x\(rows)" }
  }

  private static let sizes = [(160, 48), (120, 34), (100, 30), (99, 40), (80, 24), (60, 12), (40, 10)]
    .map { ScreenSize(columns: $0.0, rows: $0.1) }

  /// Every ordered pair of sizes, as steps of one walk.
  private static let walk: [ScreenSize] = sizes.indices.flatMap { from in
    sizes.indices.dropFirst(from + 1).flatMap { to in [sizes[from], sizes[to]] } + [sizes[from]]
  }

  @Test(arguments: TerminalScreen.Resizing.allCases)
  func everyPairOfSizesEndsAsAFreshStart(resizing: TerminalScreen.Resizing) async throws {
    let differences = try await StillEngine.run { address in
      let fresh = try Self.freshScreens(address)
      let program = try Self.start(address, Self.walk[0])
      program.settle()
      return Self.walk.dropFirst().compactMap { size -> String? in
        program.resize(columns: size.columns, rows: size.rows, resizing)
        let isRight = program.wait(within: .seconds(3)) { Self.rows($0.screen.lines) == fresh[size] }
        guard !isRight else { return nil }
        return "\(size):\n\(Self.difference(Self.rows(program.screen.lines), fresh[size] ?? []))"
      }
    }
    #expect(differences == [])
  }

  @Test func aWindowOfTmuxThatShrinksAndGrowsShowsWhatAFreshStartShows() async throws {
    let differences = try await StillEngine.run { address in
      let fresh = try Self.freshScreens(address)
      let tmux = try Tmux(Self.walk[0], [BuiltPrograms.davit, "-H", address])
      defer { tmux.end() }
      return try Self.walk.dropFirst().compactMap { size -> String? in
        try tmux.resize(size)
        let lines = Self.rows(try tmux.lines { Self.rows($0) == fresh[size] })
        return lines == fresh[size] ? nil : "\(size):\n\(Self.difference(lines, fresh[size] ?? []))"
      }
    }
    #expect(differences == [])
  }

  private static func start(_ address: String, _ size: ScreenSize) throws -> TerminalProgram {
    let program = try Davit.start(["-H", address], columns: size.columns, rows: size.rows)
    try #require(program.waitFor("blog-ghost-1", within: .seconds(20)), "\(program.screen.text)")
    return program
  }

  /// The rows that are compared: all, but for the figures in the head and of the paused container, which come with the
  /// first samples.
  private static func rows(_ lines: [String]) -> [String] {
    let head = lines.first.map { String($0.prefix(18)) + "…" + String($0.suffix(6)) } ?? ""
    return [head]
      + lines.dropFirst().map { $0.contains("report-generator") ? "report-generator, paused" : $0 }
  }

  private static func freshScreens(_ address: String) throws -> [ScreenSize: [String]] {
    var screens: [ScreenSize: [String]] = [:]
    for size in sizes {
      let program = try start(address, size)
      program.settle(quiet: .milliseconds(500))
      screens[size] = rows(program.screen.lines)
    }
    return screens
  }

  private static func difference(_ shown: [String], _ wanted: [String]) -> String {
    zip(shown, wanted).filter { $0 != $1 }.map { "shown  \($0)\nwanted \($1)" }.joined(separator: "\n")
  }
}

/// tmux with one window, on a server of its own.
private struct Tmux {
  private let arguments = ["-L", "davit-\(getpid())", "-f", "/dev/null"]

  init(_ size: ResizeTests.ScreenSize, _ command: [String]) throws {
    let size = ["-x", "\(size.columns)", "-y", "\(size.rows)"]
    try run(["new-session", "-d"] + size + command + [";", "set-option", "-g", "status", "off"])
  }

  func resize(_ size: ResizeTests.ScreenSize) throws {
    try run(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// The rows of the window once they are as they should be, or as they are after five seconds.
  func lines(until isRight: ([String]) -> Bool) throws -> [String] {
    let limit = ContinuousClock.now + .seconds(5)
    while true {
      let text = try run(["capture-pane", "-p"])
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      if isRight(lines) || ContinuousClock.now > limit { return lines }
      usleep(20_000)
    }
  }

  func end() { _ = try? run(["kill-server"]) }

  @discardableResult
  private func run(_ command: [String]) throws -> String {
    let environment = TerminalProgram.standardEnvironment.merging(["TMUX_TMPDIR": "/tmp"]) { $1 }
    return try CapturedProgram.run("/usr/bin/tmux", arguments + command, environment: environment).output
  }
}
