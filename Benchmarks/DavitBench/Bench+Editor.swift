import ArgumentParser
import FoundationEssentials
import TerminalHarness

/// The editor on a very long Compose file, the checks running beside it.
extension Bench {
  func measureEditor() throws -> [ResultTable.Row] {
    let lines = 10_000
    let folder = FileManager.default.temporaryDirectory.path + "/davit-bench-\(UUID().uuidString)/long"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/compose.yaml"
    try Data(Self.largeFile(lines: lines).utf8).write(to: URL(filePath: file))
    let program = try start(["--demo", "-f", file])
    defer { quit(program) }
    program.waitFor("long")
    program.read(for: .seconds(3))
    let opening = delays(
      ofKey: "e", until: "ctrl-s review", closedBy: "<esc>", count: isQuick ? 10 : 30, on: program)
    guard !opening.isEmpty else {
      throw ValidationError("cannot measure: 'e' did not open the editor:\n\(program.screen.text)")
    }
    program.press("e")
    program.waitFor("ctrl-s review")
    let typing = delays(
      ofKeys: ["a", "b", "<backspace>", "<enter>", "<backspace>"], count: isQuick ? 100 : 300, on: program)
    program.press("<esc>", "d")
    return [
      ResultTable.Row(
        "editor opened on \(lines) lines (median)", opening.quantile(0.5), atMost: 100, unit: " ms"),
      ResultTable.Row(
        "key to first byte in it, checks beside (p95)", typing.quantile(0.95), atMost: 16, unit: " ms"),
    ]
  }
}
