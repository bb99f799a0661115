import TerminalUI
import Testing

@testable import TerminalDriver

@Suite struct TerminalTypeTests {
  private static let installed = [
    "xterm": 8, "xterm-256color": 256, "tmux-256color": 256, "vt100": 0, "linux": 8, "xterm-direct": 1 << 24,
    "dumb": -2, "screen": 8,
  ]

  private func choose(
    _ environment: [String: String], override: ColourDepth? = nil, without: String? = nil
  ) throws(TerminalError) -> TerminalType {
    try TerminalType.choose(environment: environment, override: override) { name in
      name == without ? nil : Self.installed[name]
    }
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], "xterm-256color", ColourDepth.indexed256),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], "xterm-direct", .direct),
    (["TERM": "tmux-256color", "COLORTERM": "24bit"], "tmux-256color", .indexed256),
    (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], "xterm-256color", .none),
    (["TERM": "xterm-256color", "NO_COLOR": ""], "xterm-256color", .indexed256),
    (["TERM": "linux"], "linux", .ansi16), (["TERM": "vt100"], "vt100", .none),
    (["TERM": "xterm-direct"], "xterm-direct", .direct), (["TERM": "xterm-kitty"], "xterm", .ansi16),
    (["TERM": "foot"], "xterm-256color", .indexed256),
  ])
  func `the environment decides`(environment: [String: String], name: String, depth: ColourDepth) throws {
    let type = try choose(environment)
    #expect(type.name == name)
    #expect(type.depth == depth)
  }

  @Test func `the settings override the environment, within what the terminal has`() throws {
    #expect(try choose(["TERM": "xterm-256color", "NO_COLOR": "1"], override: .ansi16).depth == .ansi16)
    #expect(try choose(["TERM": "xterm"], override: .indexed256).depth == .ansi16)
    #expect(try choose(["TERM": "xterm-256color"], override: ColourDepth.none).depth == .none)
    #expect(try choose(["TERM": "xterm-256color"], override: .direct).name == "xterm-direct")
  }

  @Test func `a missing description is told`() throws {
    let type = try choose(["TERM": "xterm-256color", "COLORTERM": "truecolor"], without: "xterm-direct")
    #expect(type.depth == .indexed256)
    #expect(type.reason.contains("xterm-direct"))
  }

  @Test func `what cannot show the dashboard is one clear line`() {
    #expect(throws: TerminalError.noType) { try choose([:]) }
    #expect(throws: TerminalError.noType) { try choose(["TERM": ""]) }
    #expect(throws: TerminalError.cannotAddress(type: "dumb")) { try choose(["TERM": "dumb"]) }
    #expect(TerminalError.notATerminal(stream: "standard output").description.contains("davit status"))
  }

  @Test func `an unset locale is UTF-8, a named one is respected`() {
    #expect(TerminalEnvironment.wantsUTF8([:]))
    #expect(TerminalEnvironment.wantsUTF8(["LC_ALL": "", "LANG": "xx_YY.utf8"]))
    #expect(!TerminalEnvironment.wantsUTF8(["LANG": "C"]))
    #expect(!TerminalEnvironment.wantsUTF8(["LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"]))
  }
}
