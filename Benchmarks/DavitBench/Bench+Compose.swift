import ComposeFile
import FoundationEssentials
import TerminalHarness

/// Compose files: how long reading, checking and editing a large one takes, and the command beside Compose's own.
extension Bench {
  func measureCompose() throws -> [ResultTable.Row] {
    let text = Self.largeFile(lines: 5_000)
    let files = ComposeFiles.inMemory(["/p/compose.yaml": text])
    let request = ComposeRequest(directory: "/p")
    let checking = best { _ = ComposeReport.check(request, from: files) }
    let read = try ComposeText(text)
    let path = ComposePath(keys: "services", "service100", "image")
    let editing = best { _ = try? read.applying(.set(path, .text("nginx:1.28"))) }
    return [
      ResultTable.Row("Compose file of 5,000 lines read and checked", checking, atMost: 50, unit: " ms"),
      ResultTable.Row(
        "edit of a Compose file of 5,000 lines, meaning checked", editing, atMost: 10, unit: " ms"),
    ] + (try measureConfig())
  }

  /// `davit compose config` on a small file beside `docker compose config`, where that is found.
  private func measureConfig() throws -> [ResultTable.Row] {
    let folder = FileManager.default.temporaryDirectory.path + "/davit-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/compose.yaml"
    try Data(Self.largeFile(lines: 60).utf8).write(to: URL(filePath: file))
    let reference = time("/usr/bin/docker", ["compose", "-f", file, "config", "--format", "json"])
    guard let own = time(davit, ["compose", "config", "-f", file, "--format", "json"]) else { return [] }
    guard let reference else {
      return [
        ResultTable.Row(
          name: "davit compose config on a small file", value: own.text(1) + " ms",
          goal: "a fifth of docker compose config, which is not here", isReached: true)
      ]
    }
    return [
      ResultTable.Row(
        "davit compose config on a small file (docker compose: \(reference.text(1)) ms)", own,
        atMost: reference / 5, unit: " ms")
    ]
  }

  /// The median time of a program in milliseconds; nil where it fails.
  func time(_ program: String, _ arguments: [String]) -> Double? {
    var environment = TerminalProgram.standardEnvironment
    let own = ProcessInfo.processInfo.environment
    environment["DOCKER_CONFIG"] = own["DOCKER_CONFIG"] ?? own["HOME"].map { $0 + "/.docker" }
    var times: [Double] = []
    for _ in 0..<(isQuick ? 5 : 15) {
      let start = ContinuousClock.now
      let result = try? CapturedProgram.run(program, arguments, environment: environment)
      guard result?.end == .exit(0) else { return nil }
      times.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    return times.quantile(0.5)
  }

  /// The shortest of several runs in milliseconds: what the machine does beside them counts least there.
  private func best(_ body: () -> Void) -> Double {
    (0..<10).map { _ in ContinuousClock().measure(body) / .milliseconds(1) }.min() ?? 0
  }

  static func largeFile(lines: Int) -> String {
    let count = max(1, lines / 19)
    var text = "services:\n"
    for number in 0..<count {
      text += """
          service\(number):
            image: registry.example/app\(number):1.\(number)  # pinned
            restart: unless-stopped
            environment:
              NUMBER: "\(number)"
              URL: http://${HOST:-localhost}:80/\(number)
            ports:
              - "\(10_000 + number):80"
            volumes:
              - data:/data\(number)
            healthcheck:
              test: [CMD, curl, -f, http://localhost]
              interval: 30s
            logging:
              driver: json-file
            deploy:
              resources:
                limits: {cpus: '0.5', memory: 64M}

        """
    }
    return text + "volumes:\n  data:\n"
  }
}
