import EngineModel
import TerminalUI
import Testing

@testable import Dashboard

/// The help, and the log of what davit did.
@Suite struct HelpTests {
  @Test func helpBeginsWithTheKeysOfThisPane() {
    var stage = Stage()
    stage.press("?")
    #expect(stage.showing("Here, in Containers") && stage.showing("Stops the containers"))
  }

  @Test func helpKnowsEveryCommand() {
    let text = HelpText.rows(Stage().state, columns: 1_000).map(\.plain).joined(separator: "\n")
    #expect(Features.standard.outerCommands.filter { !text.contains($0.doc) }.map(\.id) == [])
  }

  @Test func helpSaysWhyAKeyDoesNotWorkNow() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("?")
    #expect(stage.showing("now: already running"))
  }

  @Test(arguments: [(40, 12), (60, 20), (80, 24), (120, 40)])
  func theEndOfTheHelpCanBeReached(columns: Int, rows: Int) throws {
    var stage = Stage(columns, rows)
    stage.press("? G")
    let shown = HelpText.rows(stage.state, columns: min(columns - 4, 110) - 4)
    let last = try #require(shown.map(\.plain).last { !$0.isEmpty })
    #expect(stage.showing(String(last.split(separator: " ").last ?? "nothing")))
  }

  @Test func oneKeyUpFromTheEndScrolls() {
    var stage = Stage(80, 24)
    stage.press("? G")
    let before = stage.lines
    stage.press("k")
    #expect(stage.lines != before)
  }

  @Test(arguments: ["?", "q", "<esc>", "<enter>"])
  func helpCloses(key: String) {
    var stage = Stage()
    stage.press("? \(key)")
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func nothingDoneSaysSo() {
    var stage = Stage()
    stage.press("@")
    #expect(stage.toasts == ["Activity: nothing done yet"])
  }

  @Test func whatWasDoneIsADockerCommand() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("s y @")
    #expect(stage.rows(with: "stop shop-db-1").contains { $0.contains("stopping") })
    stage.press("<enter>")
    #expect(stage.showing("docker stop shop-db-1"))
  }

  @Test func theNewestComesFirst() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("s y r y @")
    #expect(stage.menu?.entries.map(\.title) == ["restart shop-db-1", "stop shop-db-1"])
  }

  @Test func aFailureSaysWhy() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("s y")
    stage.answerJobs { _ in .failed("no such container") }
    stage.press("@")
    #expect(stage.showing("failed: no such container"))
  }

  @Test(arguments: [
    (EngineCall.removeContainer("c", force: true, volumes: true), "docker rm --force --volumes web"),
    (.kill("c", signal: "SIGHUP"), "docker kill --signal SIGHUP web"),
    (.rename("c", to: "new"), "docker rename web new"),
    (.removeImage(reference: "a/b:1", force: true), "docker rmi --force a/b:1"),
    (.removeVolume("it's mine", force: false), #"docker volume rm 'it'\''s mine'"#),
    (.removeVolume("$(reboot)", force: false), "docker volume rm '$(reboot)'"),
    (.removeVolume("größe", force: false), "docker volume rm 'größe'"),
    (.removeVolume("", force: false), "docker volume rm ''"),
    (.pruneImages(all: true), "docker image prune --force --all"),
    (.pruneNetworks, "docker network prune --force"),
  ])
  func callsAreWrittenAsOneWouldTypeThem(call: EngineCall, command: String) {
    var engine = EngineState()
    _ = engine.update(.containers([ContainerSummary(id: "c", names: ["web"])]))
    #expect(engine.dockerCommand(for: call) == command)
  }
}
