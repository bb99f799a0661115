import EngineClient
import EngineModel
import EngineTransport
import Testing

@Suite struct ReadOnlyTests {
  static let changes: [EngineRequest] = [
    .start("a"), .stop("a"), .restart("a"), .kill("a", signal: "SIGTERM"), .pause("a"), .unpause("a"),
    .rename("a", to: "b"), .remove("a"), .pruneContainers, .removeImage("a"), .pruneImages(),
    .removeVolume("a"),
    .createContainer(.object([]), name: "a"), .connectNetwork("a", .object([])), .pruneAllVolumes,
    .removeNetwork("a"), .pruneNetworks,
  ]

  @Test(arguments: changes)
  func whatChangesSomethingNeverLeaves(request: EngineRequest) async throws {
    let server = try await FaultServer { _ in [.answer("{}")] }
    let client = EngineClient(address: server.address, readOnly: true)
    let error = await #expect(throws: EngineError.self) { try await client.perform(request) }
    #expect(error?.kind == .refused)
    #expect(error?.path == request.path)
    #expect(server.seen.opened == 0)
  }

  @Test func streamsPassTheSameGate() async throws {
    let server = try await FaultServer { _ in [.chunkedHead] }
    let transport = Transport(address: server.address, readOnly: true)
    await #expect(throws: TransportError.refused(.post, path: "/x")) {
      try await transport.open(TransportRequest(method: .post, target: "/x?y=1"))
    }
    #expect(server.seen.opened == 0)
  }

  @Test func whatOnlyAsksPasses() async throws {
    let server = try await FaultServer { _ in [.answer("[]")] }
    #expect(try await EngineClient(address: server.address, readOnly: true).containers().isEmpty)
  }
}
