import ArgumentParser
import FoundationEssentials
import Glibc
import TerminalHarness

/// The measurements with very much at once.
extension Bench {
  /// The lines of a log that is read at once.
  private var floodLines: Int { isQuick ? 50_000 : 300_000 }

  /// A long log, compared with the docker CLI that throws it away.
  func measureFlood() throws -> [ResultTable.Row] {
    engine.removeAll()
    try engine.shell(
      """
      docker run -d --name flood --network none busybox:test sh -c \
      'seq 1 \(floodLines); echo THE-END; sleep 1000000' >/dev/null
      until docker logs --tail 1 flood | grep -q THE-END; do sleep 0.2; done
      """)
    var reference: [Double] = []
    for _ in 0..<3 {
      let start = ContinuousClock.now
      try engine.shell("docker logs flood >/dev/null 2>&1")
      reference.append((ContinuousClock.now - start) / .seconds(1))
    }
    let settings = engine.folder + "/flood.yaml"
    try "logs: {tail: 1000000}\n".write(toFile: settings, atomically: true, encoding: .utf8)
    var times: [Double] = []
    var memory = 0.0
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let program = try startOnEngine(["--config", settings])
      if let time = seconds(since: start, until: "THE-END", on: program) { times.append(time) }
      memory = max(memory, ProcessUsage.peakMemory(of: program.pid))
      quit(program)
    }
    let (own, other) = (times.quantile(0.5), reference.quantile(0.5))
    return [
      ResultTable.Row(
        name: "\(floodLines) log lines: last one visible",
        value: "\(own.text(2)) s, \((own / other).text(2)) ×",
        goal: "≤ 1.3 × docker logs > /dev/null (\(other.text(2)) s)",
        isReached: !times.isEmpty && own <= other * 1.3),
      ResultTable.Row("— peak memory", memory, atMost: 80, unit: " MiB"),
    ]
  }

  /// Keys while a container writes as fast as it can.
  func measureKeysDuringFlood() throws -> [ResultTable.Row] {
    engine.removeAll()
    try engine.shell(
      """
      docker run -d --name flood --network none --log-opt max-size=50m --log-opt max-file=2 busybox:test sh -c \
      'while :; do seq 1 300000; done' >/dev/null
      """)
    let program = try startOnEngine()
    defer {
      quit(program)
      engine.removeAll()
    }
    program.waitFor("flood")
    program.read(for: .seconds(3))
    return [try helpRow("key to help on the screen, during a flood of log lines (p95)", on: program)]
  }

  /// Keys while a filter is at work that takes for ever, on many lines; and on few that are very long.
  func measureKeysOnHardLogs() throws -> [ResultTable.Row] {
    engine.removeAll()
    try engine.shell(
      """
      docker run -d --name many --network none busybox:test sh -c \
      'yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | head -50000; \
      echo THE-END; sleep 1000000' >/dev/null
      docker run -d --name long --network none busybox:test sh -c \
      'head -c 1000000 /dev/zero | tr "\\0" a > /l; echo >> /l; for i in $(seq 40); do cat /l; done; \
      echo THE-END; sleep 1000000' >/dev/null
      for name in many long; do until docker logs --tail 1 $name | grep -q THE-END; do sleep 0.2; done; done
      """)
    defer { engine.removeAll() }
    return [
      try keyRow(
        "key to help on the screen, 50,000 lines under the worst filter (p95)", in: "many",
        filter: "[a-z]{0,100}[a-z]{0,100}[0-9]"),
      try keyRow("key to help on the screen, 40 lines of 1 MB (p95)", in: "long", filter: nil),
    ]
  }

  /// Help over the log of one container, in which a filter may be at work.
  private func keyRow(_ name: String, in container: String, filter: String?) throws -> ResultTable.Row {
    let settings = engine.folder + "/hard.yaml"
    try "logs: {tail: 1000000}\n".write(toFile: settings, atomically: true, encoding: .utf8)
    let program = try startOnEngine(["--config", settings])
    defer { quit(program) }
    program.waitFor(container)
    program.press("2", "/")
    program.type(container)
    program.press("<enter>")
    guard program.waitFor("THE-END", within: .seconds(60)) else {
      throw ValidationError("cannot measure: the log of \(container) did not come")
    }
    program.press("<enter>")
    if let filter {
      program.press("/")
      program.type(filter)
      program.press("<enter>")
    } else {
      program.press("g", "G", "k", "k")
    }
    return try helpRow(name, on: program)
  }

  /// Keys with a great many containers that are alive.
  func measureKeysWithManyContainers() throws -> [ResultTable.Row] {
    let count = isQuick ? 1_000 : 5_000
    let program = try start(["--demo", "--containers", "\(count)"])
    defer { quit(program) }
    program.waitFor("Containers")
    program.read(for: .seconds(5))
    let moving = delays(ofKeys: ["j", "j", "k"], count: isQuick ? 60 : 200, on: program)
    return [
      ResultTable.Row(
        "key to first byte, \(count) simulated containers (p95)", moving.quantile(0.95), atMost: 16,
        unit: " ms"),
      try helpRow("key to help on the screen, \(count) simulated containers (p95)", on: program),
    ]
  }

  /// Help over whatever is on the screen.
  func helpRow(_ name: String, on program: TerminalProgram) throws -> ResultTable.Row {
    let delays = delays(
      ofKey: "?", until: "Here, in", closedBy: "<esc>", count: isQuick ? 30 : 100, on: program)
    guard !delays.isEmpty else { throw ValidationError("cannot measure: '?' did not open the help") }
    return ResultTable.Row(name, delays.quantile(0.95), atMost: 16, unit: " ms")
  }
}
