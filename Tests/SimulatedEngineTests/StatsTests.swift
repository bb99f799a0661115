import SimulatedEngine
import TestSupport
import Testing

@Suite struct StatsTests {
  private let busy = SimulatedContainer(
    name: "busy",
    usage: UsagePattern(
      .bursty, cpu: 0.5, peak: 1, memory: 50e6, cache: 9e6, received: 1000, sent: 2000, written: 500,
      processes: 4))

  private func sample(_ client: RawClient, _ query: String = "stream=0&one-shot=1") throws -> ReferenceJSON {
    try ReferenceJSON(client.request("GET", "/containers/busy/stats?\(query)").body)
  }

  private func cpu(_ sample: ReferenceJSON) -> Double {
    sample["cpu_stats"]["cpu_usage"]["total_usage"].number ?? -1
  }

  @Test func oneShotHasNothingBefore() async throws {
    try await withEngine([busy]) { _, client in
      let sample = try sample(client)
      #expect(sample["preread"].string == "0001-01-01T00:00:00Z")
      #expect(sample["precpu_stats"]["cpu_usage"]["total_usage"].number == 0)
    }
  }

  @Test func singleSampleHasTheSecondBefore() async throws {
    try await withEngine([busy]) { _, client in
      let sample = try sample(client, "stream=0")
      #expect(sample["read"].string == "2026-01-15T12:00:00.000000000Z")
      #expect(sample["preread"].string == "2026-01-15T11:59:59.000000000Z")
    }
  }

  @Test func streamHasASampleASecond() async throws {
    try await withEngine([busy]) { engine, client in
      client.send("GET", "/containers/busy/stats")
      _ = try client.head()
      try #expect(ReferenceJSON(client.chunk() ?? [])["preread"].string == "0001-01-01T00:00:00Z")
      try await eventually { engine.openStreams == 1 }
      await engine.advance(by: .seconds(1))
      let second = try ReferenceJSON(client.chunk() ?? [])
      #expect(second["read"].string == "2026-01-15T12:00:01.000000000Z")
      #expect(second["preread"].string == "2026-01-15T12:00:00.000000000Z")
    }
  }

  @Test func cpuGrowsByNoMoreThanItsPeak() async throws {
    try await withEngine([busy]) { engine, client in
      var last = cpu(try sample(client))
      for _ in 0..<120 {
        await engine.advance(by: .seconds(1))
        let next = cpu(try sample(client))
        #expect((0.49e9...1.51e9).contains(next - last))
        last = next
      }
    }
  }

  @Test func pausedContainerUsesNoCPU() async throws {
    try await withEngine([busy]) { engine, client in
      _ = try client.request("POST", "/containers/busy/pause")
      let before = cpu(try sample(client))
      await engine.advance(by: .seconds(30))
      #expect(cpu(try sample(client)) == before)
    }
  }

  @Test func restartBeginsAnew() async throws {
    try await withEngine([busy]) { _, client in
      _ = try client.request("POST", "/containers/busy/restart")
      #expect(cpu(try sample(client)) == 0)
    }
  }

  @Test func stoppedContainerHasEmptyStats() async throws {
    try await withEngine([SimulatedContainer(name: "busy", state: .exited(code: 0))]) { _, client in
      let sample = try sample(client)
      #expect(sample["read"].string == "0001-01-01T00:00:00Z")
      #expect(sample["memory_stats"] == .object([:]))
    }
  }

  @Test func secondControlGroupVersionHasLowerCaseOperations() async throws {
    try await withEngine([busy]) { _, client in
      let sample = try sample(client)
      #expect(sample["memory_stats"]["stats"]["inactive_file"].number ?? 0 > 0)
      #expect(sample["memory_stats"]["stats"]["total_inactive_file"] == .null)
      #expect(sample["blkio_stats"]["io_service_bytes_recursive"][0]["op"].string == "read")
    }
  }

  @Test func firstControlGroupVersionHasCoresAndTotals() async throws {
    try await withEngine([busy], options: .testing(cgroup: .v1)) { _, client in
      let sample = try sample(client)
      #expect(sample["cpu_stats"]["cpu_usage"]["percpu_usage"].elements.count == 8)
      #expect(sample["memory_stats"]["stats"]["total_inactive_file"].number ?? 0 > 0)
      #expect(sample["blkio_stats"]["io_service_bytes_recursive"][0]["op"].string == "Read")
    }
  }

  @Test func hostNetworkHasNoTraffic() async throws {
    var host = busy
    host.networks = ["host"]
    try await withEngine([host]) { _, client in try #expect(sample(client)["networks"] == .null) }
  }

  @Test func memoryStaysUnderItsLimit() async throws {
    var tight = busy
    tight.memoryLimit = 8_000_000
    try await withEngine([tight]) { _, client in
      let memory = try sample(client)["memory_stats"]
      #expect(memory["usage"].number == 8_000_000)
      #expect(memory["limit"].number == 8_000_000)
    }
  }
}
