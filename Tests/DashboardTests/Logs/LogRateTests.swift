import EngineModel
import TerminalUI
import Testing

@testable import Dashboard

/// How many lines of a log there are by time.
@Suite struct LogRateTests {
  private func line(_ milliseconds: Int64, isError: Bool = false) -> LogLine {
    LogLine(
      container: ContainerID("x"),
      time: Timestamp(nanoseconds: Fixture.now.nanoseconds + milliseconds * 1_000_000), isError: isError,
      text: "line")
  }

  /// Numbers that a seed repeats.
  private struct Repeated {
    var seed: UInt64

    mutating func below(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
  }

  /// What the columns must come to: the lines counted one by one.
  private func check(_ buffer: LogBuffer) {
    let lines = (buffer.firstNumber..<buffer.endNumber).map { buffer[$0] }
    #expect(buffer.rate.counts.reduce(0) { $0 + $1.lines } == lines.count)
    #expect(buffer.rate.counts.reduce(0) { $0 + $1.errors } == lines.count(where: \.isTrouble))
    #expect(buffer.rate.counts.count <= LogRate.most)
    var columns = Array(repeating: 0, count: min(40, buffer.rate.counts.count))
    for line in lines { columns[buffer.rate.column(of: line.time ?? Fixture.now, among: 40)] += 1 }
    #expect(buffer.rate.columns(40).map(\.lines) == columns)
  }

  @Test(arguments: 0..<20) func itIsKeptUpWhateverComesAndGoes(seed: UInt64) {
    var dice = Repeated(seed: seed)
    var buffer = LogBuffer(maximumLines: 500)
    var time: Int64 = 0
    for _ in 0..<60 {
      // Now and then a time far off, before or behind.
      time += [1, 50, 4_000, 900_000, -300_000][dice.below(5)] * Int64(1 + dice.below(9))
      let lines = (0..<(1 + dice.below(80))).map { line(time + Int64($0), isError: $0 % 7 == 0) }
      _ = buffer.append(lines)
      check(buffer)
    }
  }

  @Test func whatHasGoneDoesNotLeaveItCoarse() {
    var buffer = LogBuffer(maximumLines: 1_000)
    _ = buffer.append([line(-30 * 86_400_000)])
    _ = buffer.append((0..<900).map { line(Int64($0)) })
    #expect(
      buffer.rate.counts.count <= LogRate.most && buffer.rate.columns(40).count(where: { $0.lines > 0 }) == 2)
    _ = buffer.append((900..<1_400).map { line(Int64($0)) })
    #expect(buffer.rate.columns(40).allSatisfy { $0.lines > 10 })
  }

  private func graph(_ stage: Stage) -> String {
    stage.lines.last { $0.contains("follow") || $0.contains("paused") } ?? ""
  }

  @Test func burstsAreSeenBetweenTheTimesOfTheirEnds() {
    var stage = Stage(160, 48)
    stage.select("cache")
    stage.writeBursts()
    let border = graph(stage)
    #expect(border.contains("12:00:00 ▇") && border.contains("12:10:00") && border.contains("▁"), "\(border)")
  }

  @Test func aFewLinesAndNarrowPanesHaveNone() {
    var few = Stage(160, 48)
    few.select("cache")
    few.log(["one", "two"])
    #expect(!graph(few).contains("12:00:00"))
    var narrow = Stage(100, 34)
    narrow.select("cache")
    narrow.writeBursts()
    narrow.press("<enter> /")
    narrow.type("a long pattern")
    narrow.press("<enter>")
    #expect(!graph(narrow).contains("▇"))
    var small = Stage(40, 12)
    small.select("cache")
    small.writeBursts()
    small.press("<enter>")
    #expect(!graph(small).contains("▇"))
  }

  @Test func errorsStandOutOnlyWhereTheyAreMoreThanUsual() throws {
    func marked(_ isError: (Int) -> Bool) throws -> Int {
      var stage = Stage(160, 48)
      stage.select("cache")
      stage.log((0..<600).map { isError($0) ? "ERROR x" : "fine" })
      let text = try #require(LogRateGraph.text(stage.state.logs, stage.state.shared, room: 62))
      return text.runs.filter { $0.style.role == .error }.reduce(0) { $0 + $1.text.count }
    }
    #expect(try marked { $0 == 300 } == 1)
    #expect(try marked { $0 % 20 == 0 } == 0)
    #expect(try marked { $0 % 20 == 0 || (300..<310).contains($0) } == 1)
  }
}

extension Stage {
  /// Ten minutes of a log: busy for a moment at both ends, and with a few errors between.
  mutating func writeBursts() {
    for start in [0, 594] {
      log((0..<200).map { "busy \($0)" }, times: (0..<200).map { Double(start) + Double($0) / 32 })
    }
    log(
      (0..<60).map { $0 == 30 ? "ERROR upstream is gone" : "quiet \($0)" },
      times: (0..<60).map { Double($0) * 10 + 0.5 })
  }

  /// Lets a log stream bring lines, each so many seconds after the fixture's moment.
  private mutating func log(_ texts: [String], times: [Double]) {
    guard let request = logRequests.first else { return }
    let lines = zip(texts, times).map { text, seconds in
      LogLine(
        container: request.container,
        time: Timestamp(nanoseconds: Fixture.now.nanoseconds + Int64(seconds * 1e9)), isError: false,
        text: text)
    }
    take(.logs(.lines(request, lines)))
  }
}
