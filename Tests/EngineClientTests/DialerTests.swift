import EngineClient
import Glibc
import NIOCore
import NIOPosix
import TestSupport
import Testing

@testable import EngineTransport

/// The ways to an engine: one dialer each.
@Suite struct DialerTests {
  @Test(arguments: [
    ("unix:///var/run/docker.sock", true), ("tcp://localhost:2375", true), ("tcp://127.0.0.1:2375", true),
    ("tcp://[::1]:2375", true), ("tcp://127.0.1.1:2375", true), ("tcp://LOCALHOST:2375", true),
    ("tcp://127.prod:2375", false), ("tcp://prod:2375", false), ("ssh://localhost", false),
  ])
  func tellsWhetherTheEngineIsOnThisHost(text: String, isLocal: Bool) throws {
    let address = try EngineAddress(text)
    #expect(address.dialer.isLocal == isLocal)
    #expect(EngineClient(address: address).isLocal == isLocal)
  }

  @Test(arguments: [
    ("unix:///var/run/docker.sock", "docker"), ("tcp://prod:2375", "prod:2375"),
    ("tcp://[::1]:2375", "[::1]:2375"), ("ssh://me@prod", "docker"),
  ])
  func namesTheHostOfItsRequests(text: String, authority: String) throws {
    #expect(try EngineAddress(text).dialer.authority == authority)
  }

  @Test func aTCPPortIsAnEngineLikeASocket() async throws {
    let server = try await FaultServer(overTCP: true) { _ in [.answer("{}")] }
    let client = EngineClient(address: server.address)
    _ = try await client.info()
    #expect(server.seen.requests.map(\.target) == ["/_ping", "/v1.41/info"])
  }

  @Test func aChannelIsSetUpBeforeItsFirstByte() async throws {
    let server = try await FaultServer { _ in [] }
    let isActive = try await server.address.dialer.dial(on: loop, within: 2) { channel in
      channel.eventLoop.makeSucceededFuture(channel.isActive)
    }
    #expect(!isActive)
  }

  @Test func aSocketWhoseQueueIsFullIsTriedAgain() async throws {
    let listener = try FullListener()
    let path = listener.path
    let loop = loop
    let dialled = Task {
      try await UnixDialer(path: path).dial(on: loop, within: 60) { $0.eventLoop.makeSucceededFuture($0) }
    }
    await #expect(throws: (any Error).self) {
      try await UnixDialer(path: path).dial(on: loop, within: 0.05) { $0.eventLoop.makeSucceededFuture($0) }
    }
    listener.accept()
    let channel = try await dialled.value
    #expect(channel.isActive)
    try await channel.close()
  }

  @Test func anAddressThatCannotBeUsedFailsBeforeAnythingIsSetUp() async throws {
    let address = try EngineAddress("ssh://me@prod")
    await #expect(throws: TransportError.cannotConnect(address, .unsupported)) {
      try await address.dialer.dial(on: loop, within: 2) { channel in
        Issue.record("a channel was made")
        return channel.eventLoop.makeSucceededVoidFuture()
      }
    }
  }

  private var loop: any EventLoop { MultiThreadedEventLoopGroup.singleton.next() }
}

/// A Unix socket whose queue of waiting connections is full until `accept`.
private final class FullListener {
  private let folder: TestFolder
  var path: String { folder.file("engine.sock") }
  private let listening: Int32
  private var waiting: [Int32] = []

  init() throws {
    folder = try TestFolder()
    listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    try #require(withAddress { bind(listening, $0, $1) } == 0)
    try #require(listen(listening, 0) == 0)
    while true {
      let end = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
      waiting.append(end)
      if withAddress({ connect(end, $0, $1) }) != 0 { break }
    }
  }

  deinit {
    for end in waiting { close(end) }
    close(listening)
  }

  /// Takes the connection that has waited longest.
  func accept() { waiting.append(Glibc.accept(listening, nil, nil)) }

  private func withAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
