import EngineClient
import EngineModel
import Testing

@Suite struct NegotiationTests {
  @Test(arguments: [
    ("1.41", "/v1.41/info"), ("1.99", "/v1.56/info"), ("1.24", "/v1.24/info"), ("", "/v1.24/info"),
  ])
  func speaksTheHighestThatBothKnow(version: String, target: String) async throws {
    let server = try await FaultServer(apiVersion: version) { _ in [.answer("{}")] }
    let client = EngineClient(address: server.address)
    _ = try await client.info()
    #expect(server.targets == ["/_ping", target])
  }

  @Test func asksWithGetWhereHeadIsNotKnown() async throws {
    let server = try await FaultServer(apiVersion: nil) { request in
      if request.method == "HEAD" { return [.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")] }
      return [.answer("OK", fields: "Api-Version: 1.30\r\n")]
    }
    let client = EngineClient(address: server.address)
    #expect(try await client.negotiate().apiVersion == APIVersion(1, 30))
    #expect(server.seen.requests.map(\.method) == ["HEAD", "GET"])
  }

  @Test func readsWhatTheEngineSaysOfItself() async throws {
    let server = try await FaultServer(apiVersion: nil) { _ in
      [
        .send(
          "HTTP/1.1 200 OK\r\nApi-Version: 1.50\r\nOSType: linux\r\nBuilder-Version: 2\r\nSwarm: active/manager\r\n"
            + "Content-Length: 0\r\n\r\n")
      ]
    }
    let answer = try await EngineClient(address: server.address).ping()
    #expect(
      answer
        == PingAnswer(apiVersion: APIVersion(1, 50), osType: "linux", builder: "2", swarm: "active/manager"))
    #expect(answer.isSwarmManager)
  }

  @Test(arguments: [
    "client version 1.24 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version",
    "client version 1.56 is too new. Maximum supported API version is 1.44",
  ])
  func asksAgainInTheVersionThatTheEngineWants(message: String) async throws {
    let server = try await FaultServer(apiVersion: "") { request in
      if request.target.hasPrefix("/v1.44/") { return [.answer("[]")] }
      return [.answer(#"{"message":"\#(message)"}"#, status: "400 Bad Request")]
    }
    let client = EngineClient(address: server.address)
    #expect(try await client.containers().isEmpty)
    #expect(client.apiVersion == APIVersion(1, 44))
  }

  @Test func anEngineBeyondUsIsHeardOut() async throws {
    let message = "client version 1.56 is too old. Minimum supported API version is 1.60"
    let server = try await FaultServer(apiVersion: "1.70") { _ in
      [.answer(#"{"message":"\#(message)"}"#, status: "400 Bad Request")]
    }
    let client = EngineClient(address: server.address)
    let error = await #expect(throws: EngineError.self) { try await client.containers() }
    #expect(error?.kind == .status(400, message: message))
  }

  @Test func negotiatesAgainAfterALoss() async throws {
    let server = try await FaultServer { request in
      request.target.hasSuffix("/version") ? [.close] : [.answer("{}")]
    }
    let client = EngineClient(address: server.address)
    _ = try await client.info()
    await #expect(throws: EngineError.self) { try await client.version() }
    #expect(client.apiVersion == nil)
    _ = try await client.info()
    #expect(server.targets.filter { $0 == "/_ping" }.count == 2)
  }
}
