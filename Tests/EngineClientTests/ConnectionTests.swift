import EngineClient
import EngineModel
import EngineTransport
import Testing

/// How connections are used, again and for the last time.
@Suite struct ConnectionTests {
  @Test func oneConnectionServesManyRequests() async throws {
    let server = try await FaultServer { _ in [.answer("{}")] }
    let client = EngineClient(address: server.address)
    for _ in 0..<10 { _ = try await client.info() }
    #expect(server.seen.opened == 1)
  }

  @Test func aConnectionThatTheEngineClosedIsReplaced() async throws {
    let server = try await FaultServer { request in
      request.connection == 0 ? [.answer("{}"), .close] : [.answer("{}")]
    }
    let client = EngineClient(address: server.address)
    try await client.negotiate()
    _ = try await client.info()
    _ = try await client.info()
    #expect(server.seen.opened == 2)
  }

  @Test func aRequestIsSentOnceMoreWhereTheKeptConnectionEndsUnderIt() async throws {
    let server = try await FaultServer { request in request.connection == 0 ? [.close] : [.answer("{}")] }
    let client = EngineClient(address: server.address)
    try await client.negotiate()
    _ = try await client.info()
    #expect(server.seen.requests.map(\.connection) == [0, 0, 1])
  }

  @Test func whatChangesSomethingIsNeverSentTwice() async throws {
    let server = try await FaultServer { _ in [.close] }
    let client = EngineClient(address: server.address)
    try await client.negotiate()
    await #expect(throws: EngineError.self) { try await client.perform(.start("abc")) }
    #expect(server.seen.requests.filter { $0.method == "POST" }.count == 1)
  }

  @Test func manyStreamsAtOnce() async throws {
    let server = try await FaultServer { _ in [.chunkedHead, .chunk(#"{"Action":"start"}"# + "\n")] }
    let client = EngineClient(address: server.address)
    try await client.negotiate()
    var streams: [EventStream] = []
    try await withThrowingTaskGroup(of: EventStream.self) { group in
      for _ in 0..<200 {
        group.addTask {
          let stream = try await client.events()
          for try await event in stream {
            #expect(event.action == "start")
            break
          }
          return stream
        }
      }
      for try await stream in group { streams.append(stream) }
    }
    #expect(server.seen.opened == 201)
    #expect(server.seen.closed == 0)
    streams = []
    #expect(await server.until { $0.closed == 200 })
  }

  @Test func cancellingAReaderClosesItsConnection() async throws {
    let server = try await FaultServer { _ in [.chunkedHead, .chunk("{}\n")] }
    let client = EngineClient(address: server.address)
    let stream = try await client.events()
    let task = Task {
      var error: EngineError?
      do { for try await _ in stream {} } catch let thrown as EngineError { error = thrown }
      return error
    }
    task.cancel()
    #expect(try await task.value?.isCancellation == true)
    #expect(await server.until { $0.closed == 1 })
  }

  @Test func cancellingARequestClosesItsConnection() async throws {
    let server = try await FaultServer { _ in [] }
    let client = EngineClient(address: server.address)
    try await client.negotiate()
    let task = Task { () -> EngineError? in
      do throws(EngineError) { _ = try await client.info() } catch { return error }
      return nil
    }
    #expect(await server.until { $0.requests.count == 2 })
    task.cancel()
    #expect(await task.value?.isCancellation == true)
    #expect(await server.until { $0.closed == 1 })
  }

  @Test func nothingIsReadThatNobodyAsksFor() async throws {
    let piece = [UInt8](repeating: 0x20, count: 65_536)
    let server = try await FaultServer { _ in
      [.chunkedHead] + [FaultServer.Step](repeating: .chunk(piece), count: 2000)
    }
    let transport = Transport(address: server.address, readOnly: true)
    let stream = try await transport.open(TransportRequest(method: .get, target: "/events"))
    let first = try await stream.next()
    #expect((first?.count ?? 0) < 3_000_000)
    stream.close()
    #expect(await server.until { $0.closed == 1 })
  }
}
