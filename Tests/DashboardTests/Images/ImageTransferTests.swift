import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// Images are pulled, pushed, saved, loaded and named from their pane.
@Suite struct ImageTransferTests {
  private func transfers(_ stage: Stage) -> [Transfer] {
    stage.effects.compactMap { effect in
      if case .engine(_, .transfer(let transfer, _)) = effect { transfer } else { nil }
    }
  }

  private func pulling(_ names: String = "alpine:3") throws -> (Stage, Job) {
    var stage = Stage()
    stage.press("3 P")
    stage.type(names)
    stage.press("<enter> <enter>")
    return (stage, try #require(stage.state.jobs.last))
  }

  private func progress(done: UInt64, of total: UInt64?) -> TransferProgress {
    var progress = TransferProgress()
    (progress.done, progress.total) = (done, total)
    progress.parts = [
      .init(name: "a1b2", status: "Downloading", done: done, total: total, phase: .busy),
      .init(name: "c3d4", status: "Already exists", phase: .done),
    ]
    return progress
  }

  @Test func aPullIsShownAsItComes() throws {
    var (stage, job) = try pulling()
    #expect(transfers(stage) == [.pullImage(reference: "alpine:3", platform: nil)])
    var now = progress(done: 1 << 20, of: 4 << 20)
    now.rate = Double(1 << 20)
    stage.take(.jobProgress(job.id, now))
    #expect(stage.showing("pull alpine:3: pulling, 25%") && stage.showing("docker pull alpine:3"))
    #expect(stage.showing("1.0M of 4.0M  1.0M/s  3.0s left") && stage.showing("a1b2"))
  }

  @Test func itGoesOnInTheBackground() throws {
    var (stage, job) = try pulling()
    stage.press("<esc>")
    stage.take(.jobProgress(job.id, progress(done: 1 << 20, of: 4 << 20)))
    #expect(stage.rows(with: "pulling 25%").count == 1)
    stage.press("@")
    #expect(stage.rows(with: "pull alpine:3").contains { $0.contains("25%") })
    stage.press("<esc>")
    var last = progress(done: 4 << 20, of: 4 << 20)
    last.result = "Downloaded newer image for alpine:3"
    stage.take(.jobProgress(job.id, last))
    stage.take(.jobEnded(job.id, .done))
    #expect(stage.showing("pull alpine:3: Downloaded newer image"))
  }

  @Test func aStalledPullSaysSo() throws {
    var (stage, job) = try pulling()
    var now = progress(done: 5, of: nil)
    now.silence = 42
    stage.take(.jobProgress(job.id, now))
    #expect(stage.showing("nothing has come for 42s"))
    stage.press("<esc>")
    #expect(stage.showing("pulling: stalled"))
  }

  @Test func itIsCancelled() throws {
    var (stage, job) = try pulling()
    stage.press("c")
    #expect(stage.effects.contains(.cancel(job.id)))
    stage.take(.jobEnded(job.id, .cancelled))
    // What was under way and arrives late changes nothing.
    stage.take(.jobProgress(job.id, progress(done: 9, of: 9)))
    #expect(stage.state.job(job.id)?.progress == nil)
  }

  @Test func severalAreSeveralJobs() throws {
    let (stage, _) = try pulling("alpine:3 nginx:1")
    #expect(transfers(stage).count == 2 && stage.showing("2 jobs"))
  }

  @Test(arguments: ["", "team/UPPER", "a b/", "https://x", "bad name!"])
  func whatIsNoNameIsNotPulled(text: String) {
    var stage = Stage()
    stage.press("3 P <backspace>")
    stage.type(text)
    stage.press("<enter> <enter>")
    #expect(transfers(stage).isEmpty)
  }

  @Test func readOnlyRefusesAll() {
    var stage = Stage(setup: DashboardSetup(isReadOnly: true))
    for key in ["P", "n", "u", "t", "w"] {
      stage.press("3 \(key)")
      #expect(stage.state.overlays.isEmpty && stage.state.jobs.isEmpty)
    }
  }

  @Test func aPushAsksFirst() {
    var stage = Stage()
    stage.press("3 g u")
    #expect(transfers(stage).isEmpty && stage.showing("Push 1 image to"))
    stage.press("y")
    #expect(transfers(stage).count == 1)
  }

  @Test func aFileThatIsThereIsReplacedOnlyWhenAsked() throws {
    var stage = Stage()
    stage.press("3 g w <enter>")
    let job = try #require(stage.state.jobs.last)
    stage.forgetEffects()
    stage.take(.jobEnded(job.id, .fileExists("/srv/app.tar")))
    #expect(stage.showing("Replace the file?") && stage.showing("/srv/app.tar") && transfers(stage).isEmpty)
    stage.press("y")
    guard case .saveImages(_, let file)? = transfers(stage).first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(file.replaces)
  }

  @Test func aFailureSaysWhatToDo() throws {
    var (stage, job) = try pulling()
    stage.take(.jobEnded(job.id, .failed(Trouble("unauthorized", advice: "docker login"))))
    #expect(stage.showing("unauthorized — docker login"))
  }

  @Test func hostileWordsAreHarmless() throws {
    var (stage, job) = try pulling()
    var now = progress(done: 1, of: 2)
    now.parts[0].status = "Evil\u{1B}]52;c;AAAA\u{07}\u{1B}[2J"
    now.note = "\u{202E}\u{1B}[31m"
    stage.take(.jobProgress(job.id, now))
    #expect(!stage.lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  @Test func anEngineThatGoesAwayDoesNotEndIt() throws {
    var (stage, job) = try pulling()
    stage.hear(.lost("it broke"))
    #expect(stage.state.job(job.id)?.outcome == nil)
  }
}
