import EngineModel
import EngineTransport
import Testing

@testable import EngineClient

/// What becomes of answers that are not as they should be.
@Suite struct FaultTests {
  private func failure(
    _ request: EngineRequest = .containers(), _ reply: FaultServer.Step...
  ) async throws -> EngineError.Kind? {
    let server = try await FaultServer { _ in reply }
    let client = EngineClient(address: server.address)
    do throws(EngineError) {
      _ = try await client.document(request)
      return nil
    } catch {
      return error.kind
    }
  }

  private var hasty: EngineRequest {
    var request = EngineRequest.info
    request.timeout = 0.2
    return request
  }

  @Test func noSocket() async {
    let address = EngineAddress.unix(path: "/tmp/davit-no-such.sock")
    let error = await #expect(throws: EngineError.self) {
      try await EngineClient(address: address).negotiate()
    }
    #expect(error?.kind == .transport(.cannotConnect(address, .noSuchSocket)))
    #expect(error?.isConnectionLoss == true)
  }

  @Test func tooLongAPath() async {
    let address = EngineAddress.unix(path: "/" + String(repeating: "x", count: 200))
    let error = await #expect(throws: EngineError.self) {
      try await EngineClient(address: address).negotiate()
    }
    #expect(error?.kind == .transport(.cannotConnect(address, .pathTooLong)))
  }

  @Test func nobodyListens() async {
    let address = EngineAddress.tcp(host: "127.0.0.1", port: 1)
    let error = await #expect(throws: EngineError.self) {
      try await EngineClient(address: address).negotiate()
    }
    #expect(error?.kind == .transport(.cannotConnect(address, .connectionRefused)))
  }

  @Test func sshIsOneClearLine() async throws {
    let address = try EngineAddress("ssh://me@prod:2222")
    let error = await #expect(throws: EngineError.self) {
      try await EngineClient(address: address).negotiate()
    }
    #expect(
      error?.description.hasPrefix("cannot connect to ssh://me@prod:2222: this version connects over") == true
    )
  }

  @Test func closedAtOnce() async throws {
    #expect(try await failure(.info, .close) == .transport(.closedEarly(afterHead: false)))
  }

  @Test func cutHead() async throws {
    #expect(
      try await failure(.info, .send("HTTP/1.1 200 OK\r\nContent-Le"), .close)
        == .transport(.closedEarly(afterHead: false)))
  }

  @Test func cutBody() async throws {
    #expect(
      try await failure(.info, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\""), .close)
        == .transport(.closedEarly(afterHead: true)))
  }

  @Test func cutChunk() async throws {
    #expect(
      try await failure(.info, .chunkedHead, .send("20\r\n{\"a\":"), .close)
        == .transport(.closedEarly(afterHead: true)))
  }

  @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "\u{1}\u{2}\u{3}garbage\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"])
  func noHTTP(text: String) async throws {
    guard case .transport(.notHTTP) = try await failure(.info, .send(text)) else {
      Issue.record("not seen")
      return
    }
  }

  @Test func aBadChunkIsNoHTTP() async throws {
    guard case .transport(.notHTTP) = try await failure(.info, .chunkedHead, .send("zz\r\nxx")) else {
      Issue.record("not seen")
      return
    }
  }

  @Test func silence() async throws {
    #expect(try await failure(hasty) == .transport(.timedOut(.head, seconds: 0.2)))
  }

  @Test func halfAnAnswerEndsWithTheTimeOfItsRequest() async throws {
    var request = EngineRequest.info
    request.timeout = 2
    #expect(
      try await failure(request, .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\""))
        == .transport(.timedOut(.body, seconds: 2)))
  }

  @Test func halfAnErrorInsteadOfAStreamDoesSoToo() async throws {
    let head = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 100\r\n\r\n{\"message\":\"it"
    let server = try await FaultServer { _ in [.send(head)] }
    var request = EngineRequest.events()
    request.timeout = 0.2
    let client = EngineClient(address: server.address)
    await #expect(throws: EngineError.self) { try await client.open(request) }
  }

  @Test func anAnswerThatKeepsComingMayTakeLonger() async throws {
    let pieces = (1...14).map { FaultServer.Step.later(Double($0) * 0.2, [UInt8(ascii: " ")]) }
    let head = FaultServer.Step.send("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{")
    var request = EngineRequest.info
    request.timeout = 2
    let server = try await FaultServer { _ in [head] + pieces + [.later(2.9, [UInt8(ascii: "}")])] }
    #expect(try await EngineClient(address: server.address).document(request) == .object([]))
  }

  @Test func anErrorOfMegabytesIsItsBeginning() async throws {
    let words = String(repeating: "no space left \\u2026 ", count: 1 << 20)
    let answer = FaultServer.Step.answer(#"{"message":"\#(words)"}"#, status: "500 Internal Server Error")
    guard case .status(500, let message) = try await failure(.info, answer) else {
      Issue.record("not seen")
      return
    }
    #expect(message.hasPrefix("no space left … no space") && message.hasSuffix(" …"))
    #expect(message.utf8.count < 5_000)
  }

  @Test func anErrorOfMegabytesWithoutJSONIsItsFirstLine() async throws {
    let answer = FaultServer.Step.answer(String(repeating: "x", count: 1 << 24), status: "502 Bad Gateway")
    #expect(try await failure(.info, answer) == .status(502, message: String(repeating: "x", count: 200)))
  }

  @Test func brokenJSON() async throws {
    guard case .decoding(let prefix, let reason) = try await failure(.info, .answer(#"[{"Id":"abc","Na"#))
    else {
      Issue.record("not seen")
      return
    }
    #expect(prefix == #"[{"Id":"abc","Na"#)
    #expect(reason.problem == .endOfText)
  }

  @Test func aWebPageInsteadOfAnEngine() async throws {
    let page = "<html><head><title>502 Bad Gateway</title></head><body>…</body></html>"
    #expect(
      try await failure(.info, .answer(page, status: "502 Bad Gateway"))
        == .status(502, message: "502 Bad Gateway (a web page answered instead of an engine)"))
  }

  @Test func theEnginesOwnMessage() async throws {
    #expect(
      try await failure(.info, .answer(#"{"message":"No such container: x"}"#, status: "404 Not Found"))
        == .status(404, message: "No such container: x"))
  }

  @Test(arguments: ["", "plain words\nmore"])
  func errorsWithoutJSON(body: String) async throws {
    let message = body.isEmpty ? "the engine answered with status 500 and no message" : "plain words"
    #expect(
      try await failure(.info, .answer(body, status: "500 Internal Server Error"))
        == .status(500, message: message))
  }

  @Test func tooLargeABody() async throws {
    let server = try await FaultServer { _ in [.answer(String(repeating: " ", count: 5000))] }
    let client = EngineClient(address: server.address, limits: TransportLimits(maximumBody: 1000))
    let error = await #expect(throws: EngineError.self) { try await client.info() }
    #expect(error?.kind == .transport(.tooLarge(limit: 1000)))
  }

  @Test func tooLargeAHead() async throws {
    let field = "X-Long: " + String(repeating: "x", count: 200_000)
    #expect(
      try await failure(.info, .answer("{}", fields: field + "\r\n")) == .transport(.tooLarge(limit: 81_920)))
  }

  @Test func oneByteAtATime() async throws {
    let server = try await FaultServer { _ in
      [
        .trickle(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"Name\":\"\r\n4\r\nab\"}\r\n0\r\n\r\n")
      ]
    }
    #expect(try await EngineClient(address: server.address).info().name == "ab")
  }

  @Test func anAnswerWithoutLengthEndsWithTheConnection() async throws {
    let server = try await FaultServer { _ in [.send("HTTP/1.0 200 OK\r\n\r\n{\"Name\":\"x\"}"), .close] }
    #expect(try await EngineClient(address: server.address).info().name == "x")
  }
}
