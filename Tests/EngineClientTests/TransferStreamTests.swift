import EngineModel
import EngineTransport
import Synchronization
import Testing

@testable import EngineClient

/// What takes long: progress that comes in pieces, and bodies that are sent piece by piece.
@Suite struct TransferStreamTests {
  private func messages(_ steps: [FaultServer.Step]) async throws -> ([ProgressMessage], EngineError?) {
    let server = try await FaultServer { _ in steps }
    var found: [ProgressMessage] = []
    do throws(EngineError) {
      let stream = try await EngineClient(address: server.address).progress(of: .pullImage("app"))
      var iterator = stream.makeAsyncIterator()
      while let next = try await iterator.next() { found += next }
      return (found, nil)
    } catch {
      return (found, error)
    }
  }

  @Test func messagesAreReadAcrossPieces() async throws {
    let line = #"{"status":"Downloading","progressDetail":{"current":5,"total":10},"id":"a1"}"# + "\r\n"
    let (found, error) = try await messages([
      .chunkedHead, .chunk(String(line.prefix(20))), .chunk(String(line.dropFirst(20)) + line), .lastChunk,
    ])
    #expect(error == nil && found.map(\.current) == [5, 5] && found.map(\.total) == [10, 10])
  }

  @Test func anErrorInAGoodAnswerIsTheFailure() async throws {
    let (found, error) = try await messages([
      .chunkedHead, .chunk(#"{"status":"Pulling fs layer","id":"a1"}"# + "\n"),
      .chunk(#"{"errorDetail":{"message":"toomanyrequests: slow down"},"error":"old words"}"# + "\n"),
      .lastChunk,
    ])
    #expect(found.first?.id == "a1" && error?.description == "toomanyrequests: slow down")
  }

  @Test func whatIsNoJSONIsSomethingPrinted() async throws {
    let (found, error) = try await messages([
      .chunkedHead, .chunk("<oops>\n[1]\n"), .chunk(#"{"status":"Done","total":-1}"#), .lastChunk,
    ])
    #expect(error == nil && found.map(\.stream) == ["<oops>", "[1]", nil] && found.last?.status == "Done")
  }

  @Test func anAnswerThatBreaksOffIsAFailure() async throws {
    let (_, error) = try await messages([
      .chunkedHead, .chunk(#"{"status":"Waiting","id":"a"}"# + "\n"), .close,
    ])
    #expect(error?.isConnectionLoss == true)
  }

  /// Sends pieces to a server that says what it got.
  private func upload(_ pieces: [String], length: Int?) async throws -> (head: String, body: String) {
    let server = try await BodyServer()
    let left = Mutex(pieces[...])
    let upload = RequestUpload(length: length) { left.withLock { $0.popFirst() }.map { Array($0.utf8) } }
    let client = EngineClient(address: server.address)
    let answer = try await client.perform(.loadImages(), sending: upload)
    #expect(String(decoding: answer, as: UTF8.self) == "{}")
    return server.seen
  }

  @Test func aBodyOfUnknownLengthGoesInChunks() async throws {
    let (head, body) = try await upload(["one ", "", "two"], length: nil)
    #expect(head.lowercased().contains("transfer-encoding: chunked"))
    #expect(!head.lowercased().contains("content-length"))
    #expect(body == "4\r\none \r\n3\r\ntwo\r\n0\r\n\r\n")
  }

  @Test func aBodyOfKnownLengthGoesAsItIs() async throws {
    let (head, body) = try await upload(["one ", "two"], length: 7)
    #expect(head.contains("Content-Length: 7") && head.contains("Content-Type: application/x-tar"))
    #expect(body == "one two")
  }

  @Test func whatIsRefusedIsNotSentToItsEnd() async throws {
    let server = try await FaultServer { _ in [.answer(#"{"message":"no room"}"#, status: "507 Full")] }
    let asked = Mutex(0)
    let upload = RequestUpload {
      // It would never end.
      asked.withLock { $0 += 1 }
      return [UInt8](repeating: 7, count: 65_536)
    }
    let client = EngineClient(address: server.address)
    let error = await #expect(throws: EngineError.self) {
      try await client.perform(.loadImages(), sending: upload)
    }
    #expect(error?.description == "no room")
    let before = asked.withLock { $0 }
    try await Task.sleep(for: .milliseconds(200))
    #expect(asked.withLock { $0 } <= before + 1)
  }

  @Test func aSourceThatFailsEndsTheRequest() async throws {
    let server = try await FaultServer { _ in [] }
    let upload = RequestUpload { () throws(UploadFailure) in throw UploadFailure("the file is gone") }
    let client = EngineClient(address: server.address)
    let error = await #expect(throws: EngineError.self) {
      try await client.perform(.loadImages(), sending: upload)
    }
    #expect(error?.description == "cannot send all of it: the file is gone")
    #expect(await server.until { $0.closed >= 1 })
  }

  @Test func aReadOnlyClientSendsNothing() async throws {
    let server = try await FaultServer { _ in [] }
    let client = EngineClient(address: server.address, readOnly: true)
    let error = await #expect(throws: EngineError.self) { try await client.progress(of: .pullImage("app")) }
    #expect(error?.kind == .refused && server.targets.isEmpty)
  }

  @Test(arguments: [
    ("app", "fromImage=app:latest"), ("reg:5000/app", "fromImage=reg:5000%2Fapp:latest"),
    ("app:1", "fromImage=app:1"), ("app@sha256:ab", "fromImage=app@sha256:ab"),
  ])
  func onlyOneTagIsPulled(reference: String, query: String) {
    #expect(EngineRequest.pullImage(reference).target(version: .newest).hasSuffix("create?" + query))
  }

  @Test func credentialsAreNotShown() {
    let auth = RegistryAuth(user: "me", password: "hunter2", server: "reg")
    let request = EngineRequest.pullImage("app", auth: auth)
    var dumped = ""
    dump(request, to: &dumped)
    for text in ["\(auth)", "\(request)", String(reflecting: request), dumped] {
      #expect(!text.contains("hunter2") && !text.contains(auth.headerValue))
    }
  }
}
