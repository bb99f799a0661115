import EngineModel
import SimulatedEngine
import TestSupport
import Testing
import Troubles

@testable import Dashboard
@testable import DashboardRuntime

/// Logs that are written to files.
@MainActor @Suite struct SavedLogTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Saves a log and says how that ended.
  private func save(
    _ rig: Rig, _ names: [String], to file: String = "out.log", replaces: Bool = false,
    _ change: (inout SavedLog) -> Void = { _ in }
  ) async -> JobOutcome {
    var log = SavedLog(
      title: "log",
      sources: names.map { name in
        .init(
          container: rig.loop.state.firstEngine.facts.containers.values.first { $0.name == name }?.id
            ?? ContainerID("0000"), name: name)
      })
    change(&log)
    var target = TargetFile(folder.file(file))
    target.replaces = replaces
    let relay = ProgressRelay(job: JobID(rawValue: 1), inbox: Inbox {})
    let runner = TransferRunner(client: rig.client, environment: [:], relay: relay)
    return await runner.outcome(of: .saveLog(log, to: target))
  }

  @Test func everyByteIsWritten() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      rig.engine.writeLog("web", ["one \u{1B}[31mred\u{1B}[0m", "two\u{7}\tthree\r", "", "日本"])
      #expect(await save(rig, ["web"]) == .done)
      #expect(folder.text("out.log") == "one \u{1B}[31mred\u{1B}[0m\ntwo\u{7}\tthree\r\n\n日本\n")
    }
  }

  @Test func aFileThatIsThereStays() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      folder.put("mine", in: "out.log")
      rig.engine.writeLog("web", ["new"])
      #expect(await save(rig, ["web"]) == .fileExists(folder.file("out.log")))
      #expect(folder.text("out.log") == "mine")
      #expect(await save(rig, ["web"], replaces: true) == .done)
      #expect(folder.text("out.log") == "new\n" && folder.names == ["out.log"])
    }
  }

  @Test func onlyWhatIsShownIsWritten() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      rig.engine.writeLog("web", ["a timeout", "fine"])
      rig.engine.writeLog("web", ["\u{1B}[31mTIME\u{1B}[0mout", "bad"], isError: true)
      #expect(await save(rig, ["web"]) { $0.pattern = "timeout" } == .done)
      #expect(folder.text("out.log") == "a timeout\n\u{1B}[31mTIME\u{1B}[0mout\n")
      #expect(await save(rig, ["web"], to: "errors") { $0.errorsOnly = true } == .done)
      #expect(folder.text("errors") == "\u{1B}[31mTIME\u{1B}[0mout\nbad\n")
    }
  }

  @Test func linesOfSeveralStandInTheOrderOfTheirTimes() async throws {
    var slow = SimulatedContainer(name: "slow", log: LogPattern(.counted, every: .seconds(20)))
    var quick = SimulatedContainer(name: "quick", log: LogPattern(.counted, every: .seconds(10)))
    (slow.uptime, quick.uptime) = (.seconds(60), .seconds(60))
    try await withDashboard([slow, quick]) { rig in
      #expect(await save(rig, ["slow", "quick"]) { $0.hasTimes = true } == .done)
      let lines = (folder.text("out.log") ?? "").split(separator: "\n")
      let times = lines.compactMap { $0.split(separator: " ").dropFirst().first }
      #expect(lines.count == 9 && times == times.sorted())
      #expect(lines.allSatisfy { $0.hasPrefix("slow: 20") || $0.hasPrefix("quick: 20") })
    }
  }

  @Test func oneOfSeveralThatIsGoneIsSaid() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      rig.engine.writeLog("web", ["here"])
      #expect(await save(rig, ["web", "gone"]) == .done)
      #expect(folder.text("out.log") == "web: here\n")
      guard case .failed = await save(rig, ["gone"], to: "none") else {
        Issue.record("it did not fail")
        return
      }
      #expect(folder.names == ["out.log"])
    }
  }

  @Test func whatIsCancelledLeavesNothing() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      rig.engine.inject(.hang, matching: "/logs")
      let task = Task { await save(rig, ["web"]) }
      try await rig.until("never asked for") {
        rig.requests.contains { $0.contains("/logs?follow=0") || $0.contains("follow=0") }
      }
      task.cancel()
      #expect(await task.value == .cancelled)
      #expect(folder.names == [])
    }
  }
}

/// The user's pager.
@MainActor @Suite struct PagerTests {
  /// A program of this name that writes down what it is given.
  private func pager(_ name: String) throws -> (TestFolder, Pager) {
    let folder = try TestFolder()
    let path = folder.put(
      "#!/bin/sh\necho \"$*\" > \(folder.path)/arguments; cat > \(folder.path)/text\n", in: name, mode: 0o755)
    return (folder, Pager(environment: ["PAGER": "'\(path)' -x 'a b'", "PATH": "/usr/bin:/bin"]))
  }

  private let log = PagedLog(
    lines: [LogLine(container: ContainerID("x"), time: nil, isError: false, text: "\u{1B}[31mred\u{1B}[0m")],
    names: [:], showsTimestamps: false, zone: 0, first: 7)

  @Test func lessIsToldToPassOnColours() async throws {
    let (folder, pager) = try pager("less")
    try await pager.show(log, on: HeadlessScreen(size: .init(columns: 80, rows: 24)))
    #expect(folder.text("arguments") == "-x a b -R +7\n")
    #expect(folder.text("text") == "\u{1B}[31mred\u{1B}[m\n")
  }

  @Test func othersGetPlainText() async throws {
    let (folder, pager) = try pager("other")
    try await pager.show(log, on: HeadlessScreen(size: .init(columns: 80, rows: 24)))
    #expect(folder.text("arguments") == "-x a b\n" && folder.text("text") == "red\n")
  }

  @Test func aPagerThatReadsNothingDoesNoHarm() async throws {
    let long = PagedLog(
      lines: Array(repeating: log.lines[0], count: 100_000), names: [:], showsTimestamps: false, zone: 0,
      first: nil)
    try await Pager(environment: ["PAGER": "true", "PATH": "/usr/bin:/bin"]).show(
      long, on: HeadlessScreen(size: .init(columns: 80, rows: 24)))
  }

  @Test func aMissingPagerIsSaid() async {
    await #expect(throws: Trouble.self) {
      try await Pager(environment: ["PAGER": "no-such-pager", "PATH": "/usr/bin:/bin"]).show(
        log, on: HeadlessScreen(size: .init(columns: 80, rows: 24)))
    }
  }
}
