import EngineModel
import Testing

@testable import Dashboard

/// From the key press to the engine's answer.
@Suite struct JobTests {
  private func stopping(_ names: String...) -> Stage {
    var stage = Stage(120, 60)
    for name in names {
      stage.select(name)
      stage.press("s y")
    }
    return stage
  }

  @Test func theRowSaysWhatIsHappening() {
    #expect(stopping("shop-db-1").rows(with: "shop-db-1").contains { $0.contains("stopping") })
  }

  @Test func theFooterCountsJobs() {
    #expect(stopping("shop-db-1", "cache").lines.last?.contains("2 jobs") == true)
  }

  @Test func successSaysNothing() {
    var stage = stopping("shop-db-1")
    stage.answerJobs { _ in .done }
    #expect(stage.toasts.isEmpty && !stage.showing("stopping"))
  }

  @Test func aFailureIsToldInTheEnginesWords() {
    var stage = stopping("shop-db-1")
    stage.answerJobs { _ in .failed("permission denied") }
    #expect(stage.toasts == ["cannot stop shop-db-1: permission denied"])
  }

  @Test func oneFailureStopsNoOthers() {
    var stage = stopping("shop-db-1", "cache")
    let failing = stage.id("shop-db-1")
    stage.answerJobs { $0 == .stop(failing) ? .failed("no") : .done }
    #expect(stage.state.jobs.map(\.outcome) == [.failed("no"), .done])
  }

  @Test func anAnswerToNothingIsIgnored() {
    var stage = Stage()
    stage.take(.jobEnded(JobID(rawValue: 99), .failed("x")))
    #expect(stage.toasts.isEmpty)
  }

  @Test func theHistoryIsBounded() {
    var stage = Stage()
    stage.select("shop-db-1")
    for _ in 0..<JobLog.limit + 20 {
      stage.press("s y")
      stage.answerJobs { _ in .done }
    }
    #expect(stage.state.jobs.count == JobLog.limit)
  }

  @Test func aNoticeExpires() {
    var stage = Stage()
    stage.take(.notice(Notice(.information, "hello")))
    #expect(stage.showing("hello"))
    guard case .after(_, let action)? = stage.effects.last else {
      Issue.record("it stays for ever")
      return
    }
    stage.take(.delayed(action))
    #expect(!stage.showing("hello"))
  }

  @Test func anErrorStaysLonger() {
    var stage = Stage()
    stage.take(.notice(Notice(.error, "a")))
    stage.take(.notice(Notice(.success, "b")))
    let times = stage.effects.compactMap { if case .after(let time, _) = $0 { time } else { nil } }
    #expect(times == [8_000, 4_000])
  }

  @Test func onlyTheNewestNoticesAreKept() {
    var stage = Stage()
    for number in 1...9 { stage.take(.notice(Notice(.warning, "notice \(number)"))) }
    #expect(stage.toasts == ["notice 6", "notice 7", "notice 8", "notice 9"])
  }

  @Test func anEngineCannotPaintOverTheScreen() {
    var stage = Stage()
    stage.take(.notice(Notice(.error, "no\u{1B}[2J\u{1B}]0;title\u{07}\r\nsuch thing")))
    #expect(!stage.frame.plainText.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
