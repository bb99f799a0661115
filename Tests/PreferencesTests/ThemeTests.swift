import Preferences
import TerminalUI
import Testing

@Suite struct ThemeTests {
  private func catalogue(_ text: String, file: String = "mine.yaml") -> ThemeCatalogue {
    ThemeCatalogue(adding: [(file, text)])
  }

  @Test(arguments: ThemeCatalogue.builtIn.names)
  func aBuiltInThemePaintsEveryRoleAndBackdrop(name: String) throws {
    let theme = try #require(ThemeCatalogue.builtIn.theme(named: name))
    #expect(Set(theme.roles.keys) == Set(Role.allCases))
    #expect(Set(theme.backdrops.keys) == Set(Backdrop.allCases))
  }

  @Test func theBuiltInThemesBeginWithDarkAndLight() {
    #expect(ThemeCatalogue.builtIn.names.prefix(2) == ["dark", "light"])
    #expect(ThemeCatalogue.builtIn.problems.isEmpty)
  }

  @Test func everyBuiltInThemeSaysWhatItIs() {
    #expect(Set(ThemeCatalogue.builtIn.descriptions.keys) == Set(ThemeCatalogue.builtIn.names))
  }

  @Test(arguments: [
    ("default", Colour.terminalDefault), ("red", .ansi(1)), ("bright-red", .ansi(9)), ("208", .indexed(208)),
    ("#0a10ff", .rgb(red: 10, green: 16, blue: 255)),
  ])
  func coloursAreWrittenInFourWays(text: String, colour: Colour) {
    #expect(catalogue("roles: {text: \"\(text)\"}").theme(named: "mine")?.paint(.text).colour == colour)
  }

  @Test(arguments: ["256", "-1", "#12345", "#zzzzzz", "reddish", "#+12345"])
  func otherColoursAreToldAndLeftOut(text: String) {
    let catalogue = catalogue("roles: {text: \"\(text)\", title: red}")
    #expect(catalogue.problems.map(\.message) == ["'\(text)' is not a colour"])
    #expect(catalogue.theme(named: "mine")?.roles.keys.map(\.self) == [.title])
  }

  @Test func attributesStandBehindTheColour() {
    let paint = catalogue("roles: {title: red bold underline}").theme(named: "mine")?.paint(.title)
    #expect(paint == RolePaint(.ansi(1), [.bold, .underline]))
  }

  @Test func anUnquotedHashIsExplained() {
    let problem = catalogue("roles:\n  text: #aabbcc\n").problems.first
    #expect(problem?.suggestion == "a colour that starts with # needs quotes: \"#rrggbb\"")
  }

  @Test func anUnknownRoleIsToldWithTheNearest() {
    let problem = catalogue("roles:\n  runing: red\n").problems.first
    #expect(
      problem?.description == "mine.yaml:2:3: there is no role 'runing' — did you mean 'running'?")
  }

  @Test func aThemeStartsFromTheOneThatItExtends() throws {
    let theme = try #require(catalogue("extends: light\nroles: {title: red}").theme(named: "mine"))
    let light = try #require(ThemeCatalogue.builtIn.theme(named: "light"))
    #expect(theme.paint(.title).colour == .ansi(1))
    #expect(theme.paint(.running) == light.paint(.running))
    #expect(theme.backdrops == light.backdrops)
  }

  @Test func aThemeMayReplaceTheBuiltInOneThatItExtends() throws {
    let theme = try #require(catalogue("name: dark\nextends: dark\nroles: {title: red}").theme(named: "dark"))
    #expect(theme.paint(.title).colour == .ansi(1))
    #expect(theme.roles.count == Role.allCases.count)
  }

  @Test func themesThatExtendEachOtherAreToldAndUsedAsTheyAre() {
    let catalogue = ThemeCatalogue(adding: [
      ("a.yaml", "extends: b\nroles: {text: red}"), ("b.yaml", "extends: a\nroles: {text: blue}"),
    ])
    #expect(catalogue.theme(named: "a")?.paint(.text).colour == .ansi(1))
    #expect(Set(catalogue.problems.map(\.message)) == ["themes extend each other in a circle"])
  }

  @Test func anUnknownParentIsTold() {
    #expect(catalogue("extends: drak").problems.map(\.message) == ["there is no theme 'drak'"])
  }

  @Test func anUnknownThemeFallsBackAndSaysSo() {
    let (theme, complaint) = ThemeCatalogue.builtIn.theme(orDefault: "drak")
    #expect(theme.name == "dark")
    #expect(complaint == "cannot use the theme 'drak': no such theme — did you mean 'dark'?")
  }

  @Test func namesListTheBuiltInThemesFirst() {
    #expect(catalogue("name: azure").names == ThemeCatalogue.builtIn.names + ["azure"])
  }

  @Test func anotherWordForExtending() {
    let theme = catalogue("inherits: gruvbox-dark\nroles: {title: red}").theme(named: "mine")
    #expect(theme?.paint(.text) == ThemeCatalogue.builtIn.theme(named: "gruvbox-dark")?.paint(.text))
  }

  @Test func aSelectionThatLooksLikeTheScreenIsReversed() throws {
    let theme = try #require(ThemeCatalogue.builtIn.theme(named: "mono"))
    for depth in [ColourDepth.none, .ansi16, .indexed256, .direct] {
      #expect(theme.resolve(Style(.text, on: .selection), depth: depth).attributes.contains(.reverse))
      #expect(theme.resolve(Style(.text, on: .match), depth: depth).attributes.contains(.underline))
    }
  }
}
