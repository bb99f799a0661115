import EngineClient
import EngineModel
import EngineTransport
import Testing

@Suite(.onRealEngine, .serialized, .timeLimit(.minutes(2))) struct ClientStreamTests {
  private let engine: TestEngine
  private let client: EngineClient

  init() throws {
    engine = try TestEngine()
    client = try engine.client
  }

  /// All of a log that has an end.
  private func log(_ id: ContainerID, _ query: LogQuery = LogQuery()) async throws -> [LogChunk.Source:
    String]
  {
    var bytes: [LogChunk.Source: [UInt8]] = [:]
    for try await chunks in try await client.logs(id, query) {
      for chunk in chunks { bytes[chunk.source, default: []] += chunk.bytes }
    }
    return bytes.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func outputAndErrorsAreKeptApart() async throws {
    let id = try engine.run("two-streams", [], ["sh", "-c", "echo out; echo err >&2"])
    #expect(try engine.wait("two-streams", ".State.Status", is: "exited"))
    #expect(try await log(id) == [.stdout: "out\n", .stderr: "err\n"])
    try engine.docker("rm", "-f", "two-streams")
  }

  @Test func aTerminalsLogComesAsItIs() async throws {
    let id = try engine.run("terminal", ["-t"], ["sh", "-c", "echo out; echo err >&2"])
    #expect(try engine.wait("terminal", ".State.Status", is: "exited"))
    #expect(try await log(id) == [.tty: "out\r\nerr\r\n"])
    try engine.docker("rm", "-f", "terminal")
  }

  @Test func onlyTheLastLinesAreAskedFor() async throws {
    let id = try engine.run("tail", [], ["seq", "1", "1000"])
    #expect(try engine.wait("tail", ".State.Status", is: "exited"))
    #expect(try await log(id, LogQuery(tail: 2)) == [.stdout: "999\n1000\n"])
    try engine.docker("rm", "-f", "tail")
  }

  @Test func aLongLogIsComplete() async throws {
    let id = try engine.run("long", [], ["seq", "1", "100000"])
    #expect(try engine.wait("long", ".State.Status", is: "exited"))
    let text = try #require(try await log(id)[.stdout])
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 100_000)
    #expect(text.hasSuffix("99999\n100000\n"))
    try engine.docker("rm", "-f", "long")
  }

  @Test func aFollowedLogGoesOn() async throws {
    let id = try engine.run(
      "follow", [], ["sh", "-c", "echo one; while [ ! -e /go ]; do sleep 0.05; done; echo two"])
    var text = ""
    for try await chunks in try await client.logs(id, LogQuery(follow: true)) {
      let before = text
      for chunk in chunks { text += String(decoding: chunk.bytes, as: UTF8.self) }
      if !before.contains("one"), text.contains("one") { try engine.docker("exec", "follow", "touch", "/go") }
    }
    #expect(text == "one\ntwo\n")
    try engine.docker("rm", "-f", "follow")
  }

  @Test func eventsTellWhatHappens() async throws {
    let stream = try await client.events()
    let id = try engine.run("eventful", [], ["true"])
    var actions: [String] = []
    for try await event in stream where event.actorID == id.rawValue {
      actions.append(event.action)
      if event.action == "die" { break }
    }
    #expect(actions.starts(with: ["create"]))
    #expect(actions.contains("start"))
    try engine.docker("rm", "-f", "eventful")
  }

  @Test func streamsEndWithTheirTask() async throws {
    let id = try engine.run("cancelled")
    let stream = try await client.logs(id, LogQuery(follow: true))
    let reader = Task {
      var iterator = stream.makeAsyncIterator()
      return try await iterator.next()
    }
    reader.cancel()
    await #expect(throws: EngineError.self) { _ = try await reader.value }
    try engine.docker("rm", "-f", "cancelled")
  }
}
