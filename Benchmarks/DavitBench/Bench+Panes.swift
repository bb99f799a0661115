import ArgumentParser
import FoundationEssentials
import Glibc
import TerminalHarness

/// The lists and the tabs with very much in them.
extension Bench {
  /// What a list of a thousand containers does with each key: a letter of a filter, a sort, a page.
  func measureLists() throws -> [ResultTable.Row] {
    let count = 1_000
    let program = try start(["--demo", "--containers", "\(count)"])
    defer { quit(program) }
    program.waitFor("Containers")
    program.press("2", "+", "+")
    program.read(for: .seconds(5))
    let keys = isQuick ? 40 : 120
    let sorting = delays(ofKeys: ["O"], count: keys, on: program)
    let paging = delays(ofKeys: ["<ctrl-f>", "<ctrl-f>", "<ctrl-b>", "G", "g"], count: keys, on: program)
    program.press("/")
    let filtering = delays(ofKeys: ["s", "h", "<backspace>", "<backspace>"], count: keys, on: program)
    return [
      ResultTable.Row(
        "key of a filter to first byte, \(count) containers in a whole table (p95)", filtering.quantile(0.95),
        atMost: 16, unit: " ms"),
      ResultTable.Row("— a sort (p95)", sorting.quantile(0.95), atMost: 16, unit: " ms"),
      ResultTable.Row("— a page (p95)", paging.quantile(0.95), atMost: 16, unit: " ms"),
      ResultTable.Row("— peak memory", ProcessUsage.peakMemory(of: program.pid), atMost: 80, unit: " MiB"),
    ]
  }

  /// A folder of ten thousand files in a container that runs.
  func measureFolder() throws -> [ResultTable.Row] {
    engine.removeAll()
    try engine.shell(
      """
      docker run -d --name many --network none busybox:test sh -c \
      'mkdir /many; cd /many; seq 10000 | xargs touch; sleep 1000000' >/dev/null
      until [ "$(docker exec many sh -c 'ls /many | wc -l')" = 10000 ]; do sleep 0.2; done
      """)
    defer { engine.removeAll() }
    let program = try details(of: "many", tab: "Files", until: "many/")
    defer { quit(program) }
    program.press("/")
    program.type("many")
    program.press("<enter>")
    program.read(for: .milliseconds(500))
    let start = ContinuousClock.now
    program.press("<enter>")
    let opening = seconds(since: start, until: "10000 entries", on: program)
    let moving = delays(
      ofKeys: ["j", "j", "k", "<ctrl-f>", "G", "g"], count: isQuick ? 60 : 200, on: program)
    guard let opening else {
      throw ValidationError("cannot measure: the folder did not open:\n\(program.screen.text)")
    }
    return [
      ResultTable.Row("a folder of 10,000 files is open", opening, atMost: 1, unit: " s", digits: 2),
      ResultTable.Row("— key to first byte in it (p95)", moving.quantile(0.95), atMost: 16, unit: " ms"),
      try helpRow("— key to help on the screen (p95)", on: program),
      ResultTable.Row("— peak memory", ProcessUsage.peakMemory(of: program.pid), atMost: 80, unit: " MiB"),
    ]
  }

  /// A container whose definition has two megabytes.
  func measureDefinition() throws -> [ResultTable.Row] {
    engine.removeAll()
    let file = engine.folder + "/labels"
    let lines = (0..<400).map { "label.\($0)=" + String(repeating: "word\($0) ", count: 700) }
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    try engine.shell(
      "docker run -d --name wide --network none --label-file \(file) busybox:test sleep 1000000 >/dev/null")
    defer { engine.removeAll() }
    let start = ContinuousClock.now
    let program = try details(of: "wide", tab: "Config", until: "RestartCount")
    defer { quit(program) }
    let opening = (ContinuousClock.now - start) / .seconds(1)
    let moving = delays(ofKeys: ["j", "<ctrl-f>", "G", "g"], count: isQuick ? 40 : 120, on: program)
    return [
      ResultTable.Row(
        "start until a definition of 2 MB is on the screen", opening, atMost: 3, unit: " s", digits: 2),
      ResultTable.Row("— key to first byte in it (p95)", moving.quantile(0.95), atMost: 16, unit: " ms"),
      try helpRow("— key to help on the screen (p95)", on: program),
      ResultTable.Row("— peak memory", ProcessUsage.peakMemory(of: program.pid), atMost: 80, unit: " MiB"),
    ]
  }

  /// The dashboard with a tab of a container in front, once a text in it is on the screen.
  private func details(of container: String, tab: String, until text: String) throws -> TerminalProgram {
    let program = try startOnEngine()
    program.waitFor(container)
    program.press("2", "/")
    program.type(container)
    program.press("<enter>", "<enter>")
    let tabs = ["Logs", "Stats", "Config", "Env", "Top", "Files"]
    for _ in tabs.prefix(while: { $0 != tab }) { program.press("]") }
    guard program.waitFor(text, within: .seconds(20)) else {
      throw ValidationError("cannot measure: the tab \(tab) did not open:\n\(program.screen.text)")
    }
    return program
  }
}
