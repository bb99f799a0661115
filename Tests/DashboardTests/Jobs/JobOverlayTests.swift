import StackPlanning
import Testing

@testable import Dashboard

/// A run of Compose is watched, cancelled, left in the background and found again.
@Suite struct JobOverlayTests {
  private func coming() -> Stage {
    var stage = Stage()
    stage.begin(ComposeRun(.up, Fixture.shopSource))
    return stage
  }

  @Test func theStackSaysSoInItsRow() {
    var stage = coming()
    stage.press("<esc>")
    #expect(stage.rows(with: "bringing up").contains { $0.contains("shop") })
    stage.end(.done)
    #expect(stage.rows(with: "bringing up").isEmpty)
  }

  @Test func itsOutputIsShownAsItComes() {
    var stage = coming()
    stage.printed(" Container shop-db-1  Starting")
    #expect(stage.showing("bring up shop: bringing up, 0 of 1") && stage.showing("Container shop-db-1"))
  }

  @Test func theVeryFilesOfTheStackAreUsed() {
    let words = [
      "/usr/bin/docker", "compose", "--project-directory", "/srv/shop", "-f", "/srv/shop/compose.yaml", "-p",
      "shop",
      "--ansi", "never", "up", "-d",
    ]
    #expect(ComposeRun(.up, Fixture.shopSource).arguments(for: Fixture.compose) == words)
  }

  @Test func orphansAreNeverRemovedUnasked() {
    for verb in ComposeRun.Verb.allCases {
      let words = ComposeRun(verb, Fixture.shopSource).arguments(for: Fixture.compose)
      #expect(!words.contains("--remove-orphans"))
    }
  }

  @Test func cCancelsIt() throws {
    var stage = coming()
    let job = try #require(stage.state.jobs.last)
    stage.press("c")
    #expect(stage.effects.contains(.cancel(job.id)) && stage.showing("cancelling"))
  }

  @Test func whatHasEndedIsNotCancelled() throws {
    var stage = coming()
    let job = try #require(stage.state.jobs.last)
    stage.end(.done)
    stage.press("c")
    #expect(!stage.effects.contains(.cancel(job.id)))
  }

  @Test func aFailureStandsBelowTheOutput() {
    var stage = coming()
    stage.printed(" Container shop-db-1  Error")
    stage.end(.failed("Compose ended with status 1"))
    #expect(stage.showing("bring up shop: failed") && stage.showing("Compose ended with status 1"))
  }

  @Test func whoLooksAtItNeedsNoNotice() {
    var stage = coming()
    stage.end(.failed("Compose ended with status 1"))
    #expect(stage.toasts.isEmpty)
  }

  @Test func inTheBackgroundANoticeTellsHowItEnded() {
    var stage = coming()
    stage.press("<esc>")
    stage.end(.failed("Compose ended with status 1"))
    #expect(stage.showing("cannot bring up shop: Compose ended with status 1"))
  }

  @Test func theOutputIsFoundAgain() {
    var stage = coming()
    stage.printed("pulling is slow")
    stage.press("<esc> J")
    #expect(stage.showing("pulling is slow"))
  }

  @Test func ofSeveralJobsOneIsChosen() {
    var stage = coming()
    stage.press("<esc>")
    stage.end(.done)
    stage.begin(ComposeRun(.down, Fixture.shopSource))
    stage.press("<esc> J")
    #expect(stage.showing("take down shop") && stage.showing("bring up shop"))
  }

  @Test(arguments: ["q", "<ctrl-c>"])
  func davitDoesNotLeaveWorkHalfDoneUnasked(key: String) {
    var stage = coming()
    stage.press("<esc> \(key)")
    #expect(!stage.effects.contains(.quit) && stage.showing("bring up shop"))
    stage.press("y")
    #expect(stage.effects.contains(.quit))
  }

  @Test func longOutputIsBounded() throws {
    var stage = coming()
    for number in 0..<(Job.maximumLines + 5) { stage.printed("line \(number)") }
    let job = try #require(stage.state.jobs.last)
    #expect(job.output.count == Job.maximumLines && job.droppedLines == 5)
  }

  @Test func theEndOfLongOutputIsFollowed() {
    var stage = coming()
    for number in 0..<200 { stage.printed("line \(number)") }
    #expect(stage.showing("line 199"))
    stage.press("g")
    #expect(stage.showing("line 0") && !stage.showing("line 199"))
  }

  @Test func whenItIsDoneItGoesAndANoticeTells() {
    var stage = coming()
    stage.end(.done)
    #expect(stage.state.overlays.isEmpty && stage.toasts == ["bring up shop: done · J output"])
  }

  @Test func itStaysForWhoReadsIt() {
    var stage = coming()
    for number in 0..<200 { stage.printed("line \(number)") }
    stage.press("g")
    stage.end(.done)
    #expect(stage.showing("line 0") && !stage.state.overlays.isEmpty)
  }

  @Test func itStaysForWhoHasAskedForIt() {
    var stage = coming()
    stage.press("<esc> J")
    stage.end(.done)
    #expect(!stage.state.overlays.isEmpty)
  }

  @Test(arguments: [
    (
      #"time="2026-11-24T10:00:00Z" level=warning msg="The \"TAG\" variable is not set. Defaulting to a blank string.""#,
      "warning: The \"TAG\" variable is not set. Defaulting to a blank string."
    ),
    (#"time="x" level=error msg="no such file" error="open /a: gone""#, "error: no such file: open /a: gone"),
    (#"time="x" level=info msg=ready"#, "ready"),
    ("time=12 is no such line", "time=12 is no such line"),
    (" Container web  Started", " Container web  Started"),
  ])
  func whatIsPrintedForMachinesIsASentence(line: String, text: String) {
    #expect(LogfmtLine.sentence(line) == text)
  }

  @Test func theWholeCommandIsThereToCopy() {
    var stage = coming()
    stage.press("y")
    #expect(stage.copied.first?.hasPrefix("docker compose --project-directory /srv/shop") == true)
  }

  @Test func theOutputIsCopiedWithAnotherKey() {
    var stage = coming()
    stage.printed("one", "two")
    stage.press("Y")
    #expect(stage.copied == ["one\ntwo"])
  }
}
