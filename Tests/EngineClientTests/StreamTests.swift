import EngineClient
import EngineModel
import EngineTransport
import Testing

@Suite struct StreamTests {
  private static func frame(_ source: UInt8, _ text: String) -> [UInt8] {
    let count = UInt32(text.utf8.count)
    return [
      source, 0, 0, 0, UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255),
      UInt8(count & 255),
    ]
      + Array(text.utf8)
  }

  private func log(
    version: String, type: String = "", tty: Bool?, _ body: [UInt8], container: String = "{}"
  ) async throws -> [LogChunk] {
    let field = type.isEmpty ? "" : "Content-Type: application/vnd.docker.\(type)-stream\r\n"
    let server = try await FaultServer(apiVersion: version) { request in
      if request.target.hasSuffix("/json") { return [.answer(container)] }
      return [
        .send("HTTP/1.1 200 OK\r\n\(field)Transfer-Encoding: chunked\r\n\r\n"), .chunk(body), .lastChunk,
      ]
    }
    var chunks: [LogChunk] = []
    for try await batch in try await EngineClient(address: server.address).logs("abc", LogQuery(tty: tty)) {
      chunks += batch
    }
    return chunks
  }

  @Test func framesAreTakenApart() async throws {
    let body = Self.frame(1, "out\n") + Self.frame(2, "err\n")
    #expect(
      try await log(version: "1.41", tty: false, body) == [
        LogChunk(source: .stdout, bytes: Array("out\n".utf8)),
        LogChunk(source: .stderr, bytes: Array("err\n".utf8)),
      ])
  }

  @Test func aTerminalsBytesStayAsTheyAre() async throws {
    #expect(
      try await log(version: "1.41", tty: true, Array("hi\r\n".utf8)) == [
        LogChunk(source: .tty, bytes: Array("hi\r\n".utf8))
      ])
  }

  @Test func theTypeOfTheAnswerCountsFromAPI142On() async throws {
    let raw = try await log(version: "1.43", type: "raw", tty: false, Array("hi".utf8))
    #expect(raw.map(\.source) == [.tty])
    let framed = try await log(version: "1.43", type: "multiplexed", tty: true, Self.frame(1, "hi"))
    #expect(framed == [LogChunk(source: .stdout, bytes: Array("hi".utf8))])
  }

  @Test func theContainerIsAskedWhereNothingTells() async throws {
    let container = #"{"Id":"abc","Config":{"Tty":true}}"#
    #expect(
      try await log(version: "1.41", type: "raw", tty: nil, Array("hi".utf8), container: container).map(
        \.source)
        == [.tty])
  }

  @Test func eventsComeOneALineHoweverTheyAreCut() async throws {
    let text = #"{"Action":"start"}"# + "\n\n\u{1E}" + #"{"Action":"die"}"# + "\r\n" + #"{"Action":"x"}"#
    let server = try await FaultServer { _ in
      [.chunkedHead] + text.utf8.map { .chunk([$0]) } + [.lastChunk]
    }
    var actions: [String] = []
    for try await event in try await EngineClient(address: server.address).events() {
      actions.append(event.action)
    }
    #expect(actions == ["start", "die", "x"])
  }

  @Test func aStreamThatIsCutThrows() async throws {
    let server = try await FaultServer { _ in [.chunkedHead, .chunk(#"{"Action":"start"}"# + "\n"), .close] }
    var actions: [String] = []
    let stream = try await EngineClient(address: server.address).events()
    let error = await #expect(throws: EngineError.self) {
      for try await event in stream { actions.append(event.action) }
    }
    #expect(actions == ["start"])
    #expect(error?.kind == .transport(.closedEarly(afterHead: true)))
  }

  @Test func whatTheEngineRefusesIsItsMessage() async throws {
    let server = try await FaultServer { _ in
      [
        .answer(
          #"{"message":"configured logging driver does not support reading"}"#, status: "501 Not Implemented")
      ]
    }
    let client = EngineClient(address: server.address)
    let error = await #expect(throws: EngineError.self) { try await client.logs("abc", LogQuery(tty: false)) }
    #expect(error?.kind == .status(501, message: "configured logging driver does not support reading"))
  }

  @Test func measurementsStream() async throws {
    let server = try await FaultServer { _ in
      [
        .chunkedHead, .chunk(#"{"read":"2026-01-08T22:57:31Z","pids_stats":{"current":5}}"# + "\n"),
        .lastChunk,
      ]
    }
    var pids: [Int] = []
    for try await sample in try await EngineClient(address: server.address).stats("abc") {
      pids += [sample.pids].compactMap { $0 }
    }
    #expect(pids == [5])
  }
}
