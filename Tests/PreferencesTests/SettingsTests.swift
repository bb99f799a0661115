import Preferences
import Testing
import YAMLDocument

@Suite struct SettingsTests {
  private func read(_ text: String) -> (settings: Settings, problems: [PreferenceProblem]) {
    Settings.reading(text, file: "config.yaml")
  }

  @Test(arguments: ["", "# nothing yet\n", "logs:\n", "theme:\n"])
  func anEmptyFileMeansTheDefaults(text: String) {
    #expect(read(text).settings == Settings())
    #expect(read(text).problems.isEmpty)
  }

  @Test func settingsOfASectionAreRead() {
    let (settings, problems) = read("logs:\n  tail: 20\n  since: 10m\n  wrap: true\n  max-bytes: 4 MiB\n")
    #expect(problems.isEmpty)
    #expect(settings.logs.tail == 20)
    #expect(settings.logs.since == .seconds(600))
    #expect(settings.logs.wraps)
    #expect(settings.logs.maximumBytes == 4 << 20)
  }

  @Test(arguments: [("auto", Settings.ASCIIMode.automatic), ("true", .always), ("false", .never)])
  func asciiHasThreeValues(text: String, mode: Settings.ASCIIMode) {
    #expect(read("ascii: \(text)").settings.ascii == mode)
  }

  @Test(arguments: [("2", 2_000), ("1.5", 1_500), ("5s", 5_000), ("1500ms", 1_500), ("1m", 60_000)])
  func timesHaveUnitsOrAreSeconds(text: String, milliseconds: Int) {
    #expect(read("stats: {interval: \(text)}").settings.stats.interval == .milliseconds(milliseconds))
  }

  @Test func anUnknownSettingIsToldWithItsPlaceAndTheRestCounts() {
    let (settings, problems) = read("theme: light\nlogs:\n  tial: 5\n  wrap: true\n")
    #expect(settings.theme == "light" && settings.logs.wraps)
    #expect(
      problems.map(\.description) == [
        "config.yaml:3:3: there is no setting 'logs.tial' — did you mean 'logs.tail'?"
      ])
  }

  @Test(arguments: [
    "read_only: true", "readonly: yes", "read-onyl: true", "readOnly: on", "read-only: yes please",
  ])
  func whoHasMistypedReadOnlyIsReadOnlyAllTheSame(text: String) {
    let (settings, problems) = read(text + "\n")
    #expect(settings.isReadOnly)
    #expect(problems.map(\.isAboutSafety) == [true])
    #expect(problems.first?.suggestion?.contains("davit is read-only until it is mended") == true)
  }

  @Test func whoHasMistypedItAndDoesNotWantItIsNot() {
    #expect(!read("read_only: false\n").settings.isReadOnly)
  }

  @Test func aSettingLikeNoOtherNamesThoseThatExist() {
    #expect(read("stats:\n  zzzz: 5\n").problems.first?.suggestion == "known here: interval")
  }

  @Test(arguments: [
    ("logs: {tail: many}", "logs.tail: 'many' is not a whole number from 0 to 10000000"),
    ("logs: {tail: -1}", "logs.tail: '-1' is not a whole number from 0 to 10000000"),
    ("mouse: yes", "mouse: 'yes' is not `true` or `false`"),
    ("mouse: [true]", "mouse: this is not `true` or `false`"),
    ("logs: {max-bytes: 9EiB}", "logs.max-bytes: '9EiB' is not a size from 64KiB to 4GiB, such as `32MiB`"),
    ("secrets: {mask: KEY}", "secrets.mask: this is not a list"),
    ("logs: 5", "'logs' is not a mapping of settings to values"),
    ("- a", "the file is not a mapping of settings to values"),
    ("theme: dark\ntheme: light", "the key 'theme' is here a second time"),
  ])
  func aBadValueIsToldAndTheDefaultStays(text: String, message: String) {
    #expect(read(text).problems.map(\.message) == [message])
    #expect(read(text).settings.logs == Settings().logs)
  }

  @Test func aBrokenFileGivesTheDefaultsAndOneLine() {
    let (settings, problems) = read("theme: [dark\n")
    #expect(settings == Settings())
    #expect(problems.count == 1)
  }

  @Test func keysKeepTheirPlaces() throws {
    let (settings, problems) = read("keys:\n  container.stop: [s, 'ctrl-s']\n  go.top: g\n  quit:\n")
    #expect(problems.isEmpty)
    #expect(settings.keys.map(\.command) == ["container.stop", "go.top", "quit"])
    #expect(settings.keys.map { $0.keys.map(\.name) } == [["s", "ctrl-s"], ["g"], []])
    let key = try #require(settings.keys.first?.keys.last)
    #expect(
      settings.keys.first?.problem("there is no such key", with: key).description
        == "config.yaml:2:23: there is no such key")
  }

  @Test(arguments: ["DB_PASSWORD", "password", "Api_Key", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "KEY"])
  func namesOfSecretsAreMasked(name: String) {
    #expect(Settings().secrets.rules.isSecret(name: name))
  }

  @Test func namesOfOnesOwnAreMaskedOrShown() {
    let (settings, problems) = read("secrets:\n  mask: ['BANK_*']\n  show: ['*_TOKEN']\n")
    #expect(problems.isEmpty)
    #expect(settings.secrets.rules.isSecret(name: "BANK_LINE"))
    #expect(!settings.secrets.rules.isSecret(name: "GITHUB_TOKEN"))
  }

  @Test(arguments: ["KEYBOARD", "PATH", "MONKEY", "HOME", ""])
  func otherNamesAreNotMasked(name: String) {
    #expect(!Settings().secrets.rules.isSecret(name: name))
  }
}
