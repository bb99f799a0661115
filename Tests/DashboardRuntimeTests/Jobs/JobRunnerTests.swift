import EngineClient
import EngineModel
import SimulatedEngine
import StackPlanning
import TestSupport
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// What a job prints and how it ends comes back as actions.
@MainActor @Suite struct JobRunnerTests {
  let programs: FakePrograms
  let folder: TestFolder
  let inbox = Inbox {}
  private let job = JobID(rawValue: 1)

  init() throws {
    programs = try FakePrograms()
    folder = try TestFolder()
  }

  private func runner(address: String = "/nonexistent.sock", readOnly: Bool = false) -> JobRunner {
    let client = EngineClient(address: .unix(path: address), readOnly: readOnly)
    return JobRunner(client: client, inbox: inbox, environment: programs.environment)
  }

  private func program(_ script: String) -> ComposeProgram {
    ComposeProgram(kind: .plugin, version: "2.26.1", command: [programs.add("docker", script), "compose"])
  }

  private var run: ComposeRun {
    ComposeRun(
      .up, StackSource(name: "shop", directory: folder.path, files: [folder.path + "/compose.yaml"]))
  }

  /// What has come until a condition holds.
  private func wait(until isDone: ([JobLine], JobOutcome?) -> Bool) async throws -> ([JobLine], JobOutcome?) {
    var lines: [JobLine] = []
    var outcome: JobOutcome?
    let deadline = ContinuousClock.now + .seconds(60)
    while !isDone(lines, outcome) {
      guard ContinuousClock.now < deadline else { throw NeverCame() }
      for action in inbox.drain() {
        switch action {
        case .jobOutput(_, let more): lines += more
        case .jobEnded(_, let end): outcome = end
        default: break
        }
      }
      try await Task.sleep(for: .milliseconds(5))
    }
    return (lines, outcome)
  }

  @Test func outputAndSuccessComeBack() async throws {
    let runner = runner()
    runner.runCompose(
      run, with: program("echo \"$DOCKER_HOST $PWD\"; echo ' Container shop-web-1  Started' >&2"), job)
    let (lines, outcome) = try await wait { $1 != nil }
    #expect(outcome == .done)
    #expect(lines.filter { !$0.isError }.map(\.text) == ["unix:///nonexistent.sock \(folder.path)"])
    #expect(lines.filter(\.isError).map(\.text) == [" Container shop-web-1  Started"])
  }

  @Test func aFailureIsToldInComposesWords() async throws {
    let runner = runner()
    runner.runCompose(
      run, with: program("echo 'Error response from daemon: no such image' >&2; echo 'bye' >&2; exit 1"), job)
    let outcome = try await wait { $1 != nil }.1
    #expect(outcome == .failed("Error response from daemon: no such image"))
  }

  @Test func aMissingProgramIsAFailure() async throws {
    let runner = runner()
    runner.runCompose(
      run, with: ComposeProgram(kind: .plugin, version: "2", command: ["/nonexistent/docker"]), job)
    let outcome = try await wait { $1 != nil }.1
    #expect(outcome == .failed("/nonexistent/docker is missing or not executable"))
  }

  @Test func aRunIsCancelled() async throws {
    let runner = runner()
    runner.runCompose(
      run, with: program("trap 'exit 130' INT; echo ready; while :; do sleep 0.02; done"), job)
    _ = try await wait { lines, _ in !lines.isEmpty }
    runner.cancel(job)
    let outcome = try await wait { $1 != nil }.1
    #expect(outcome == .cancelled)
  }

  @Test func readOnlyRunsNothing() async throws {
    let runner = runner(readOnly: true)
    runner.runCompose(run, with: program("echo never"), job)
    let (lines, outcome) = try await wait { $1 != nil }
    #expect(lines.isEmpty)
    #expect(outcome == .failed("davit is read-only"))
  }

  @Test func aSequenceEndsWithTheFirstWaveThatFails() async throws {
    let engine = try await SimulatedEngine.start(
      socketPath: folder.path + "/engine.sock",
      population: Population(containers: [
        .init(name: "a", state: .exited(code: 0)), .init(name: "b", state: .exited(code: 0)),
      ]))
    let runner = runner(address: engine.socketPath)
    runner.call(waves: [[.start("a")], [.start("missing"), .start("a")], [.start("b")]], job)
    let outcome = try await wait { $1 != nil }.1
    #expect(outcome == .failed("No such container: missing"))
    let starts = engine.requests.map(\.target).filter { $0.contains("/start") }
    #expect(!starts.contains { $0.contains("/b/") })
    await engine.stop()
  }

  @Test func aReplicaIsMadeConnectedAndStarted() async throws {
    let labels = [
      "com.docker.compose.project": "shop", "com.docker.compose.service": "web",
      "com.docker.compose.container-number": "1",
    ]
    let engine = try await SimulatedEngine.start(
      socketPath: folder.path + "/engine.sock",
      population: Population(containers: [
        .init(name: "shop-web-1", image: "nginx:1.27", labels: labels, networks: ["front", "back"])
      ]))
    let client = EngineClient(address: .unix(path: engine.socketPath))
    let original = try await client.container("shop-web-1")
    let runner = runner(address: engine.socketPath)
    runner.call(waves: [[.createReplica(ReplicaDefinition(copying: original, number: 2))]], job)
    let outcome = try await wait { $1 != nil }.1
    #expect(outcome == .done)
    let made = try await client.container("shop-web-2")
    #expect(made.run.state == .running)
    #expect(made.compose.containerNumber == 2)
    #expect(Set(made.document["NetworkSettings"]["Networks"].members.map(\.key)) == ["front", "back"])
    await engine.stop()
  }
}
