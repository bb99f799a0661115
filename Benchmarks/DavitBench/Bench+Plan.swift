import FoundationEssentials
import TerminalHarness

/// The plan of a large stack.
extension Bench {
  /// How long `davit compose plan` takes for 50 services that run on the private engine, from its start to its end.
  func measurePlan() throws -> [ResultTable.Row] {
    let folder = FileManager.default.temporaryDirectory.path + "/davit-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer {
      engine.removeAll()
      try? FileManager.default.removeItem(atPath: folder)
    }
    let file = folder + "/compose.yaml"
    var text = "services:\n"
    for number in 1...50 {
      text += "  s\(number): {image: 'busybox:test', command: sleep 1000000, network_mode: none}\n"
    }
    try Data(text.utf8).write(to: URL(filePath: file))
    engine.removeAll()
    let label = "com.docker.compose"
    try engine.shell(
      """
      seq 50 | xargs -P 4 -I{} docker run -d --name plan-s{}-1 --network none --label \(label).project=plan \
      --label \(label).service=s{} --label \(label).container-number=1 --label \(label).oneoff=False \
      --label \(label).project.working_dir=\(folder) busybox:test sleep 1000000 >/dev/null
      """)
    let words = ["compose", "plan", "--no-hash", "-p", "plan", "-f", file, "-H", "unix://" + engine.socket]
    guard let taken = time(davit, words) else { return [] }
    return [ResultTable.Row("plan of a stack of 50 services", taken, atMost: 100, unit: " ms")]
  }
}
