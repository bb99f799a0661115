import FoundationEssentials
import Glibc
import TerminalHarness

/// The measurements on a real engine.
extension Bench {
  /// Requests and bytes while nothing that is seen changes, but health checks make events.
  func measureQuietEvents() throws -> [ResultTable.Row] {
    try engine.runChecked()
    let socket = engine.folder + "/counted.sock"
    let proxy = try TerminalProgram(BuiltPrograms.current, ["count-requests", socket, engine.socket])
    proxy.waitFor("listening")
    let program = try start(["-H", "unix://" + socket])
    program.waitFor("checked-1")
    program.read(for: .seconds(5))
    proxy.settle(quiet: .milliseconds(10))
    let (requests, bytes) = (Self.requests(in: proxy.output), program.byteCount)
    let start = ContinuousClock.now
    watch(program, and: proxy)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    defer { quit(program) }
    return [
      ResultTable.Row(
        "17 containers, 9 health checks, 1 logging: requests/s",
        Double(Self.requests(in: proxy.output) - requests) / seconds, atMost: 1, unit: "", digits: 2),
      ResultTable.Row(
        "— bytes/s to the terminal", Double(program.byteCount - bytes) / seconds, atMost: 1_500, unit: "",
        digits: 0),
    ]
  }

  private func watch(_ program: TerminalProgram, and proxy: TerminalProgram) {
    let end = ContinuousClock.now + watchTime
    while ContinuousClock.now < end {
      program.read(for: .milliseconds(200))
      proxy.read(for: .milliseconds(1))
    }
  }

  private static func requests(in output: [UInt8]) -> Int {
    String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .count { $0.hasPrefix("request ") }
  }

  /// From the start of the process until the containers are on the screen.
  func measureStart() throws -> [ResultTable.Row] {
    try engine.runOnly(manyContainers)
    var times: [Double] = []
    for _ in 0..<(isQuick ? 5 : 15) {
      let start = ContinuousClock.now
      let program = try startOnEngine()
      if let time = seconds(since: start, until: "load-", on: program) { times.append(time) }
      quit(program)
    }
    return [
      ResultTable.Row(
        "start until \(manyContainers) containers are on the screen (median)", times.quantile(0.5),
        atMost: 0.1,
        unit: " s", digits: 3)
    ]
  }

  /// What davit and the engine use while nothing happens, and keys on the idle dashboard.
  func measureIdle() throws -> [ResultTable.Row] {
    try engine.runOnly(manyContainers)
    progress("the engine alone")
    sleepFor(.seconds(5))
    let engineIdle = rate(for: watchTime) {
      engine.processorSeconds
    } while: {
      sleepFor($0)
    }
    let program = try startOnEngine()
    defer { quit(program) }
    program.waitFor("load-")
    program.read(for: .seconds(10))
    let bytes = program.byteCount
    let own = ProcessUsage.processorSeconds(of: program.pid)
    let engineBusy = rate(for: watchTime) {
      engine.processorSeconds
    } while: {
      program.read(for: $0)
    }
    let seconds = watchTime / .seconds(1)
    let ownRate = (ProcessUsage.processorSeconds(of: program.pid) - own) / seconds
    let byteRate = Double(program.byteCount - bytes) / seconds
    program.press("2")
    let delays = delays(ofKeys: ["j", "j", "k"], count: isQuick ? 60 : 300, on: program)
    let name = "\(manyContainers) running, stats visible"
    return [
      ResultTable.Row(
        "CPU of davit, idle, \(name)", ownRate * 100, atMost: 1.5, unit: "% of a core", digits: 2),
      ResultTable.Row(
        "CPU of the engine above its idle (\((engineIdle * 100).text(1))%)",
        max(0, engineBusy - engineIdle) * 100,
        atMost: 6, unit: "% of a core", digits: 2),
      ResultTable.Row("bytes/s to the terminal", byteRate, atMost: 300, unit: "", digits: 0),
      ResultTable.Row("key to first byte, idle (p95)", delays.quantile(0.95), atMost: 5, unit: " ms"),
    ]
  }

  private func rate(for time: Duration, of value: () -> Double, while wait: (Duration) -> Void) -> Double {
    let (before, start) = (value(), ContinuousClock.now)
    wait(time)
    return (value() - before) / ((ContinuousClock.now - start) / .seconds(1))
  }

  private func sleepFor(_ time: Duration) { usleep(UInt32(time / .microseconds(1))) }

  /// The most memory that davit has with many containers.
  func measureMemory() throws -> [ResultTable.Row] {
    let count = manyContainers * 2
    try engine.runOnly(count)
    let program = try startOnEngine()
    defer { quit(program) }
    program.waitFor("load-")
    program.read(for: watchTime)
    return [
      ResultTable.Row(
        "peak memory with \(count) containers", ProcessUsage.peakMemory(of: program.pid), atMost: 30,
        unit: " MiB")
    ]
  }
}
