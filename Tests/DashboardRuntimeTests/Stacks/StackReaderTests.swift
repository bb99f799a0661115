import EngineClient
import EngineModel
import Glibc
import SimulatedEngine
import StackPlanning
import Synchronization
import TestSupport
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// A stack is read over a simulated engine, and read again when something changes.
@MainActor @Suite struct StackReaderTests {
  let folder: TestFolder
  private let key = ProjectKey(name: "shop", folder: "/srv/shop")

  init() throws { folder = try TestFolder() }

  private func compose(_ image: String, more: String = "") -> String {
    "services:\n  web:\n    image: \(image)\n    command: [sleep, infinity]\n\(more)"
  }

  private var source: StackSource {
    StackSource(name: "shop", directory: folder.path, files: [folder.path + "/compose.yaml"])
  }

  /// Follows a stack whose web runs from nginx:1.27.
  private func follow(
    local: LocalEnvironment = LocalEnvironment(), _ body: @MainActor (Followed) async throws -> Void
  ) async throws {
    let path = folder.path
    let labels = [
      "com.docker.compose.project": "shop", "com.docker.compose.service": "web",
      "com.docker.compose.container-number": "1", "com.docker.compose.oneoff": "False",
      "com.docker.compose.config-hash": String(repeating: "a", count: 64),
      "com.docker.compose.version": "2.26.1", "com.docker.compose.project.working_dir": path,
    ]
    let engine = try await SimulatedEngine.start(
      socketPath: path + "/engine.sock",
      population: Population(
        containers: [
          SimulatedContainer(
            name: "shop-web-1", image: "nginx:1.27", labels: labels, networks: ["shop_default"])
        ], images: [SimulatedImage("nginx:1.27"), SimulatedImage("nginx:1.28")],
        networks: [
          SimulatedNetwork("shop_default", labels: ["com.docker.compose.project": "shop"])
        ]))
    let followed = try await Followed(engine, source: source, local: local)
    do {
      try await body(followed)
    } catch {
      Issue.record(error)
    }
    followed.end()
    await engine.stop()
  }

  @Test func filesAndContainersAreCompared() async throws {
    folder.put(compose("nginx:1.28"), in: "compose.yaml")
    try await follow { followed in
      let reading = try await followed.next { $0.plan != nil }
      #expect(reading.project?.serviceNames == ["web"])
      #expect(reading.files.map(\.path) == [folder.path + "/compose.yaml"])
      #expect(reading.plan?.services.first?.reasons.first?.text == "image nginx:1.27 → nginx:1.28")
    }
  }

  @Test func aWrittenFileIsReadAgain() async throws {
    folder.put(compose("nginx:1.28"), in: "compose.yaml")
    try await follow { followed in
      let first = try await followed.next { $0.plan != nil }
      folder.put(compose("nginx:1.27"), in: "compose.yaml")
      let second = try await followed.next { $0.serial > first.serial }
      #expect(second.files.first?.text == compose("nginx:1.27"))
      #expect(second.plan?.services.first?.action == .unchanged)
    }
  }

  @Test func aMistakeInTheFileIsAFinding() async throws {
    folder.put("services: [", in: "compose.yaml")
    try await follow { followed in
      let reading = try await followed.next { _ in true }
      #expect(reading.project == nil && reading.plan == nil)
      #expect(reading.findings.first?.severity == .error)
    }
  }

  @Test func aMissingFileThatComesBackIsRead() async throws {
    let text = compose("nginx:1.27")
    try await follow { followed in
      _ = try await followed.next { $0.files.isEmpty && $0.project == nil }
      folder.put(text, in: "compose.yaml")
      let back = try await followed.next { $0.files.count == 1 }
      #expect(back.files.map(\.text) == [text])
    }
  }

  @Test func variablesInAFileBesideAreWatchedToo() async throws {
    folder.put(compose("nginx:${TAG}"), in: "compose.yaml")
    folder.put("TAG=1.28\n", in: ".env")
    try await follow { followed in
      let first = try await followed.next { $0.plan != nil }
      #expect(first.plan?.services.first?.action == .recreate)
      folder.put("TAG=1.27\n", in: ".env")
      let second = try await followed.next { $0.serial > first.serial }
      #expect(second.plan?.isInSync == true)
    }
  }

  @Test func nothingIsAskedAgainWhileNothingChanges() async throws {
    folder.put(compose("nginx:1.28"), in: "compose.yaml")
    try await follow { followed in
      let first = try await followed.next { $0.plan != nil }
      let asked = followed.engine.requests.count
      folder.put(compose("nginx:1.28", more: "    labels: {a: b}\n"), in: "compose.yaml")
      _ = try await followed.next { $0.serial > first.serial }
      #expect(followed.engine.requests.count == asked)
    }
  }

  @Test func composesOwnHashDecides() async throws {
    let programs = try FakePrograms()
    programs.add(
      "docker",
      """
      case "$*" in
        'compose version --short') echo 2.26.1 ;;
        *'config --hash'*) echo "web \(String(repeating: "b", count: 64))" ;;
      esac
      """)
    folder.put(compose("nginx:1.27"), in: "compose.yaml")
    let local = LocalEnvironment(environment: programs.environment, usesCompose: true)
    try await follow(local: local) { followed in
      let reading = try await followed.next { $0.plan?.services.first?.action == .recreate }
      #expect(reading.plan?.services.first?.action == .recreate)
    }
  }
}

/// A reader that follows one stack, with what it posts.
@MainActor
private final class Followed {
  let engine: SimulatedEngine
  private let inbox = Inbox {}
  private let reader: StackReader
  private let task: Task<Void, Never>
  private var seen: [StackReading] = []

  init(_ engine: SimulatedEngine, source: StackSource, local: LocalEnvironment) async throws {
    self.engine = engine
    let client = EngineClient(address: .unix(path: engine.socketPath))
    let inventory = EngineInventory()
    let own = EngineInbox(inbox)
    let reader = StackReader(
      planner: StackPlanner(client: client, inventory: inventory), inbox: own, local: local)
    self.reader = reader
    let containers = try await client.containers()
    let lists = EngineLists(client: client, inbox: own, inventory: inventory)
    await lists.readOthers()
    let members = containers.map { StackWatch.Member(id: $0.id.rawValue, isRunning: true) }
    let watch = StackWatch(
      key: ProjectKey(name: "shop", folder: source.directory), source: source, members: members, revision: 0)
    task = Task.detached { await reader.follow(watch) }
  }

  func end() { task.cancel() }

  /// The next reading that a condition holds for, from the first on that was not handed out yet.
  func next(_ condition: (StackReading) -> Bool) async throws -> StackReading {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      for action in inbox.drain() {
        if case .stacks(_, .read(_, let reading)) = action { seen.append(reading) }
      }
      if let at = seen.firstIndex(where: condition) { return seen[at] }
      try await Task.sleep(for: .milliseconds(5))
    }
    throw NeverCame()
  }
}
