import EngineClient
import EngineModel
import EngineTransport
import Testing

@Suite(.onRealEngine, .serialized) struct ClientActingTests {
  private let engine: TestEngine
  private let client: EngineClient

  init() throws {
    engine = try TestEngine()
    client = try engine.client
  }

  @Test func aContainerIsStoppedStartedAndRestarted() async throws {
    let id = try engine.run("cycle", ["--stop-signal", "KILL"])
    try await client.perform(.stop(id))
    #expect(try engine.inspect("cycle", ".State.Status") == "exited")
    try await client.perform(.start(id))
    let started = try engine.inspect("cycle", ".State.StartedAt")
    try await client.perform(.restart(id))
    #expect(try engine.inspect("cycle", ".State.StartedAt") != started)
    try engine.docker("rm", "-f", "cycle")
  }

  @Test func aContainerIsPausedAndGoesOn() async throws {
    let id = try engine.run("pausing")
    try await client.perform(.pause(id))
    #expect(try engine.inspect("pausing", ".State.Status") == "paused")
    try await client.perform(.unpause(id))
    #expect(try engine.inspect("pausing", ".State.Status") == "running")
    try engine.docker("rm", "-f", "pausing")
  }

  @Test func aSignalReachesTheContainer() async throws {
    let id = try engine.run(
      "signalled", [], ["sh", "-c", "trap 'exit 42' USR1; while :; do sleep 0.1; done"])
    try await client.perform(.kill(id, signal: "SIGUSR1"))
    #expect(try engine.wait("signalled", ".State.ExitCode", is: "42"))
    try engine.docker("rm", "-f", "signalled")
  }

  @Test func aContainerIsRenamedAndRemoved() async throws {
    let id = try engine.run("before")
    try await client.perform(.rename(id, to: "after"))
    #expect(try engine.inspect("after", ".Id") == id.rawValue)
    try await client.perform(.remove(id, force: true))
    #expect(try await client.containers().allSatisfy { $0.id != id })
  }

  @Test func theEnginesOwnWordsComeWithAConflict() async throws {
    let id = try engine.run("running")
    let error = await #expect(throws: EngineError.self) { try await client.perform(.remove(id)) }
    #expect(error?.status == 409)
    #expect(error?.description.contains("running container") == true)
    try engine.docker("rm", "-f", "running")
  }

  @Test func whatIsGoneIsNotFound() async throws {
    let error = await #expect(throws: EngineError.self) {
      try await client.perform(.start("nothing-of-that-name"))
    }
    #expect(error?.status == 404)
    #expect(error?.description.contains("nothing-of-that-name") == true)
  }

  @Test func whatIsStoppedCanBeStoppedAgain() async throws {
    let id = try engine.run("twice", ["--stop-signal", "KILL"])
    try await client.perform(.stop(id))
    await #expect(throws: Never.self) { try await client.perform(.stop(id)) }
    try engine.docker("rm", "-f", "twice")
  }

  @Test func aReadOnlyClientChangesNothing() async throws {
    let id = try engine.run("untouched")
    let reader = EngineClient(address: try EngineAddress(engine.address), readOnly: true)
    let error = await #expect(throws: EngineError.self) { try await reader.perform(.stop(id)) }
    #expect(error?.kind == .refused)
    #expect(try engine.inspect("untouched", ".State.Status") == "running")
    try engine.docker("rm", "-f", "untouched")
  }

  @Test func volumesAndNetworksAreRemoved() async throws {
    try engine.docker("volume", "create", "leaving")
    try await client.perform(.removeVolume("leaving"))
    #expect(try await client.volumes().allSatisfy { $0.name != "leaving" })
    try engine.docker("network", "create", "leaving-network")
    let network = try #require(await client.networks().first { $0.name == "leaving-network" })
    try await client.perform(.removeNetwork(network.id))
    #expect(try await client.networks().allSatisfy { $0.name != "leaving-network" })
  }

  @Test func limitsChangeWhileItRuns() async throws {
    let id = try engine.run("limited", ["--memory", "64m", "--memory-swap", "128m"])
    let limits = try JSONValue(
      json: Array(
        #"{"Memory": 134217728, "MemorySwap": 201326592, "RestartPolicy": {"Name": "always"}}"#.utf8))
    try await client.perform(.update(id, limits))
    #expect(try engine.inspect("limited", ".HostConfig.Memory") == "134217728")
    #expect(try engine.inspect("limited", ".HostConfig.RestartPolicy.Name") == "always")
    try engine.docker("rm", "-f", "limited")
  }

  @Test func anImageLosesATagAndThenItsLayers() async throws {
    try engine.docker("tag", "busybox:test", "second:tag")
    let removals = try await client.removeImage("second:tag")
    #expect(!removals.isEmpty)
    #expect(try await client.images().contains { $0.repoTags == ["busybox:test"] })
  }

  @Test func stoppedContainersArePruned() async throws {
    let id = try engine.run("pruned", [], ["true"])
    #expect(try engine.wait("pruned", ".State.Status", is: "exited"))
    #expect(try await client.pruneContainers().deleted.contains(id.rawValue))
  }
}
