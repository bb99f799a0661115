import EngineModel
import Preferences
import SecretDetection
import Testing

@testable import Dashboard

/// Values that look like secrets are shown to those who ask only.
@Suite struct SecretTests {
  private static let env = [
    "PATH=/usr/bin", "DB_PASSWORD=hunter2", "API_TOKEN=abc", "CACHE=redis://user:s3cret@cache:6379/0",
  ]

  private func stage(_ keys: String, env: [String] = env, cmd: [String] = ["serve"]) -> Stage {
    var stage = Stage(160, 60)
    stage.select("cache")
    stage.press(keys)
    stage.hearDocument(of: "cache", env: env, cmd: cmd)
    return stage
  }

  @Test func secretsAreMasked() { #expect(stage("] ] ]").showing("DB_PASSWORD=••••••")) }

  @Test func otherValuesAreNot() { #expect(stage("] ] ]").showing("PATH=/usr/bin")) }

  @Test func thePasswordOfAURLIsMasked() {
    #expect(stage("] ] ]").showing("CACHE=redis://user:••••••@cache:6379/0"))
  }

  @Test func theTabSaysHowManyAreHidden() { #expect(stage("] ] ]").showing("3 hidden: v reveals them")) }

  @Test func vShowsThem() {
    var stage = stage("] ] ] <enter>")
    stage.press("v")
    #expect(stage.showing("DB_PASSWORD=hunter2") && stage.showing("user:s3cret@"))
  }

  @Test func vHidesThemAgain() {
    var stage = stage("] ] ] <enter>")
    stage.press("v v")
    #expect(!stage.showing("hunter2"))
  }

  @Test func theNextContainerIsMaskedAgain() {
    var stage = stage("] ] ] <enter>")
    stage.press("v <esc> j k")
    #expect(!stage.showing("hunter2"))
  }

  @Test func theConfigTabMasksToo() {
    let stage = stage("] ]")
    #expect(!stage.showing("hunter2") && !stage.showing("s3cret") && stage.showing("DB_PASSWORD=••••••"))
  }

  @Test func argumentsAreMasked() {
    let stage = stage("] ]", cmd: ["serve", "--api-token=abc", "--password=hunter2"])
    #expect(!stage.showing("hunter2"))
  }

  @Test func vElsewhereSaysThatThereIsNothingToShow() {
    #expect(stage("<enter> v").toasts == ["Show or hide secrets: this tab has no secrets"])
  }

  @Test(arguments: [
    ("postgres://user:pw@host/db", "postgres://user:••••••@host/db"),
    ("amqp://u:p@ss@host", "amqp://u:••••••@host"),
    ("http://a:1@x,http://b:2@y", "http://a:••••••@x,http://b:••••••@y"),
    ("redis://:pw@host", "redis://:••••••@host"), ("https://user@host", "https://user@host"),
    ("https://host:8080/a@b", "https://host:8080/a@b"),
    ("https://host:8080/?q=a:b@c", "https://host:8080/?q=a:b@c"),
    ("no url at all", "no url at all"), ("a:b@c", "a:b@c"), ("://", "://"), ("://:@", "://:@"),
  ])
  func passwordsOfURLs(text: String, shown: String) {
    #expect(Secrets(Stage().state.shared).masked(text: text) == shown)
  }

  @Test func ownPatternsAreUsed() {
    var setup = DashboardSetup()
    setup.settings.secrets.mask = ["*PATH*"].map(NamePattern.init)
    setup.settings.secrets.show = ["TOKEN"].map(NamePattern.init)
    let secrets = Secrets(Stage(setup: setup).state.shared)
    #expect(secrets.masked(entry: "PATH=/bin") == "PATH=••••••")
    #expect(secrets.masked(entry: "TOKEN=x") == "TOKEN=x")
  }
}
