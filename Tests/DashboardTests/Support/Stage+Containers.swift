import EngineModel
import Testing

@testable import Dashboard

extension Stage {
  /// The id of a container of the fixture.
  func id(_ name: String) -> ContainerID { ContainerID(Fixture.hex(name)) }

  /// Puts the cursor of the containers' pane on a container.
  mutating func select(_ name: String) {
    press("2 g")
    for _ in state.panes[.containers].rows.indices where selected != name { press("j") }
    if selected != name { Issue.record("there is no container \(name) on the screen") }
  }

  /// Puts the cursor of any pane on a row.
  mutating func select(_ name: String, in pane: PaneKind) {
    press("\(pane.digit) g")
    for _ in state.panes[pane].rows.indices where selected != name { press("j") }
    if selected != name { Issue.record("there is no \(name) in \(pane.title)") }
  }

  /// The list of containers as the engine sends it after a change.
  mutating func hearContainers(_ change: (inout [ContainerSummary]) -> Void) {
    var list = Fixture.containers
    change(&list)
    hear(.containers(list))
  }

  /// Measurements of running containers: seconds of CPU time by name.
  mutating func sample(_ second: Int64, _ cpu: [String: Double], memory: UInt64 = 64 << 20) {
    var samples: [ContainerID: StatsSample] = [:]
    for (name, used) in cpu { samples[id(name)] = Fixture.sample(second, cpu: used, memory: memory) }
    take(.sampled(.first, samples))
  }

  /// The log streams that should run now, in the order of their containers' names.
  var logRequests: [LogRequest] {
    state.subscriptions
      .compactMap { if case .logs(let request) = $0.stream { request } else { nil } }
      .sorted { state.containerName($0.container) < state.containerName($1.container) }
  }

  /// Lines of the container whose log is shown; of the first where there are several.
  mutating func log(
    _ texts: [String], from first: Int64 = 0, of name: String? = nil, isError: Bool = false
  ) {
    let wanted = name.map { id($0) }
    guard let request = logRequests.first(where: { wanted == nil || $0.container == wanted }) else {
      Issue.record("no log is streamed")
      return
    }
    let lines = texts.enumerated().map { index, text in
      LogLine(
        container: request.container, time: Timestamp(seconds: Fixture.now.seconds + first + Int64(index)),
        isError: isError, text: text)
    }
    take(.logs(.lines(request, lines)))
  }

  /// The engine's document of a container.
  mutating func hearDocument(of name: String, env: [String] = [], cmd: [String] = ["serve"]) {
    let document = Fixture.document(name, env: env, cmd: cmd)
    guard let details = ContainerDetails(document) else {
      Issue.record("no document of \(name)")
      return
    }
    hear(.document(.container(id(name)), .success(.container(details))))
  }
}

extension Stage {
  /// The engine's document of a container that has run before.
  mutating func hearRun(of name: String, startedAt: String, finishedAt: String, restarts: Int) {
    let document = Fixture.object([
      ("Id", .string(Fixture.hex(name))), ("Name", .string("/" + name)),
      ("RestartCount", .number("\(restarts)")),
      (
        "State",
        Fixture.object([
          ("Status", .string("running")), ("StartedAt", .string(startedAt)),
          ("FinishedAt", .string(finishedAt)),
        ])
      ),
    ])
    guard let details = ContainerDetails(document) else {
      Issue.record("no document of \(name)")
      return
    }
    hear(.document(.container(id(name)), .success(.container(details))))
  }
}

extension Stage {
  /// An end a few seconds after the fixture's moment.
  static let lastEnd = RunEnd(
    time: Timestamp(seconds: Fixture.now.seconds + 5), exitCode: 137, isOutOfMemory: true, restarts: 4)

  /// What the worker that has ended was through.
  mutating func hearWhy() {
    clock(180)
    let state = Fixture.object([
      ("Status", .string("exited")), ("ExitCode", .number("137")), ("OOMKilled", .bool(true)),
      ("StartedAt", .string("2026-11-24T11:40:00Z")), ("FinishedAt", .string("2026-11-24T12:00:05Z")),
    ])
    let host = Fixture.object([
      ("Memory", .number("67108864")), ("RestartPolicy", Fixture.object([("Name", .string("on-failure"))])),
    ])
    let config = Fixture.object([
      ("Image", .string("shop/api:dev")), ("Cmd", Fixture.strings(["work", "--queue", "orders"])),
    ])
    let document = Fixture.object([
      ("Id", .string(Fixture.hex("shop-worker-1"))), ("Name", .string("/shop-worker-1")),
      ("RestartCount", .number("4")), ("State", state), ("HostConfig", host), ("Config", config),
    ])
    guard let details = ContainerDetails(document) else {
      Issue.record("no document of the worker")
      return
    }
    let id = id("shop-worker-1")
    let earlier = RunEnd(time: Timestamp(seconds: Fixture.now.seconds - 600), exitCode: 137, restarts: 3)
    let start = EngineEvent(
      kind: .container, action: "start", actorID: id.rawValue,
      time: Timestamp(seconds: Fixture.now.seconds - 1_200))
    let die = EngineEvent(
      kind: .container, action: "die", actorID: id.rawValue, attributes: ["exitCode": "137"],
      time: Self.lastEnd.time)
    let history = ContainerHistory(
      ends: [earlier, Self.lastEnd],
      lastWords: [Self.lastEnd.time: ["order 4711: 40,000 rows", "order 4712: 81,000 rows"]],
      events: [start, die])
    hear(.document(.container(id), .success(.container(details))), .history(id, history))
  }
}

extension Fixture {
  static func document(_ name: String, env: [String], cmd: [String]) -> JSONValue {
    object([
      ("Id", .string(hex(name))), ("Name", .string("/" + name)), ("Image", .string("sha256:" + hex("nginx"))),
      ("RestartCount", .number("2")),
      (
        "State",
        object([
          ("Status", .string("running")), ("StartedAt", .string("2026-11-24T10:00:00Z")),
          ("ExitCode", .number("0")),
        ])
      ),
      (
        "Config",
        object([
          ("Image", .string("nginx:1.27")), ("User", .string("www")), ("Env", strings(env)),
          ("Cmd", strings(cmd)),
        ])
      ),
      (
        "HostConfig",
        object([
          ("RestartPolicy", object([("Name", .string("always"))])), ("Memory", .number("268435456")),
          ("Password", .string("hunter2")),
        ])
      ),
    ])
  }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member(key: $0.0, value: $0.1) })
  }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
