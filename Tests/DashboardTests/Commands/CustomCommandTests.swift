import EngineModel
import Preferences
import Testing

@testable import Dashboard

/// Commands of the user's own.
@Suite struct CustomCommandTests {
  static func setup(_ commands: String, readOnly: Bool = false) -> DashboardSetup {
    var setup = DashboardSetup()
    setup.settings = Settings.reading("commands:\n" + commands, file: "config.yaml").settings
    setup.isReadOnly = readOnly
    return setup
  }

  private static let look = """
      - title: Look at it
        key: Q l
        in: containers
        run: [look, "--image={image}", "{name}", "{{.Names}} {x", ""]
        changes: false
    """

  private func programs(_ stage: Stage) -> [[String]] {
    stage.engineEffects.compactMap { if case .program(let run, _) = $0 { run.arguments } else { nil } }
  }

  private func problems(_ commands: String) -> [String] {
    KeySettings.problems(Self.setup(commands).settings)
  }

  @Test func eachPlaceholderStaysInsideItsArgument() {
    var stage = Stage(setup: Self.setup(Self.look))
    stage.select("cache")
    stage.press("Q l")
    #expect(programs(stage) == [["look", "--image=redis:7", "cache", "{{.Names}} {x", ""]])
    #expect(stage.showing("Look at it cache"), "its output has a box")
  }

  @Test func itRunsForEachMarkedRow() {
    var stage = Stage(setup: Self.setup(Self.look))
    stage.select("shop-api-1")
    stage.press("<space> <space> Q l")
    #expect(programs(stage).count == 2)
  }

  @Test func paletteMenuAndHelpHaveIt() {
    var stage = Stage(setup: Self.setup(Self.look))
    stage.select("cache")
    stage.press(": look <space> at")
    #expect(stage.showing("custom.look-at-it"))
    stage.press("<esc> x")
    #expect(stage.menu?.entries.contains { $0.title == "Look at it" && $0.detail == "Q l" } == true)
    stage.press("<esc> ? / look <space> at <enter>")
    #expect(stage.showing("look --image={image} {name}"))
  }

  @Test func whatMayChangeSomethingIsRefusedWhileReadOnly() {
    let plain = "  - {title: Poke, key: Q p, run: [poke, \"{name}\"]}"
    var stage = Stage(setup: Self.setup(plain, readOnly: true))
    stage.press("Q p")
    #expect(programs(stage).isEmpty && stage.toasts.last?.contains("read-only") == true)
    var looking = Stage(setup: Self.setup(Self.look, readOnly: true))
    looking.select("cache")
    looking.press("Q l")
    #expect(programs(looking).count == 1)
  }

  @Test func itAsksFirstWhereItShallAndShowsTheWords() {
    var stage = Stage(
      setup: Self.setup(
        "  - {title: Poke, key: Q p, run: [poke, it, \"{name}\"], confirm: true, show: background}"))
    stage.select("cache")
    stage.press("Q p")
    #expect(programs(stage).isEmpty && stage.showing("poke it cache"))
    stage.press("y")
    #expect(programs(stage) == [["poke", "it", "cache"]] && stage.state.overlays.isEmpty)
  }

  @Test func theTerminalIsGivenToOneAtATime() {
    var stage = Stage(
      setup: Self.setup("  - {title: Top, key: Q t, run: [top, \"{id}\"], in: containers, show: terminal}"))
    stage.press("g <space> Q t")
    let runs = stage.effects.filter { if case .runOnTerminal = $0 { true } else { false } }
    #expect(runs.count == 1)
    stage.press("<space> Q t")
    #expect(stage.toasts.last == "Top: it takes the terminal: one at a time")
  }

  @Test func aRowWithoutTheThingIsRefused() {
    var stage = Stage(setup: Self.setup("  - {title: Of, key: Q o, run: [of, \"{stack}\"], in: containers}"))
    stage.select("cache")
    stage.press("Q o")
    #expect(programs(stage).isEmpty && stage.toasts.last == "Of: cache has no stack")
  }

  @Test(arguments: ["-rf", "a\u{1B}[2Jb", "a\nb"])
  func aNameThatIsNotOneIsRefused(name: String) {
    var stage = Stage(setup: Self.setup("  - {title: Of, key: Q o, run: [of, \"{name}\"], in: volumes}"))
    stage.hear(.volumes([VolumeSummary.named(name)]))
    stage.press("4 Q o")
    #expect(programs(stage).isEmpty && stage.toasts.count == 1)
  }

  @Test(arguments: [
    (
      "  - {title: A, run: [a, \"{nam}\"]}",
      "config.yaml:2:25: commands: 'A': there is no placeholder {nam} — did you mean {name}?"
    ),
    (
      "  - {title: A, run: [a, \"{image}\"], in: volumes}",
      "config.yaml:2:25: commands: 'A': {image} stands for nothing in volumes — name other panes with in:"
    ),
    (
      "  - {title: A, run: [a], in: pods}",
      "config.yaml:2:30: commands: 'A': there is no pane 'pods' — known: stacks, containers, images, volumes, networks"
    ),
    (
      "  - {title: A, run: [a], in: containers, key: s}",
      "config.yaml:2:47: commands: 'A': key s is that of container.stop — choose another one"
    ),
    (
      "  - {title: A, run: a b}",
      "config.yaml:2:21: commands: run is a list of arguments, such as [docker, port, \"{id}\"] — the command is left out"
    ),
    (
      "  - {title: A, runs: [a]}",
      "config.yaml:2:16: commands: a command has no 'runs': it has title, key, in, run, show, confirm and changes — the command is left out"
    ),
  ])
  func aMistakeIsALineWithItsPlace(command: String, line: String) {
    let problems = problems(command)
    #expect(problems.count == 1 && problems.first?.hasPrefix(line) == true, "\(problems)")
  }

  @Test func oneThatIsWrongLeavesTheOthers() {
    let stage = Stage(setup: Self.setup("  - {title: A, run: a}\n" + Self.look))
    #expect(stage.state.features.command("custom.look-at-it") != nil)
  }

  @Test func itsKeysCanBeChangedLikeAllOthers() {
    var setup = DashboardSetup()
    setup.settings =
      Settings.reading("commands:\n\(Self.look)\nkeys:\n  custom.look-at-it: Q Q\n", file: "config.yaml")
      .settings
    var stage = Stage(setup: setup)
    stage.select("cache")
    stage.press("Q Q")
    #expect(programs(stage).count == 1)
  }
}

extension VolumeSummary {
  /// A volume with this name and nothing else of its own.
  fileprivate static func named(_ name: String) -> VolumeSummary {
    VolumeSummary(name: VolumeName(name), mountpoint: "/")
  }
}
