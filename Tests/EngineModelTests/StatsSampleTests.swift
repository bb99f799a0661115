import Testing

@testable import EngineModel

@Suite struct StatsSampleTests {
  private func sample(_ json: String) throws -> StatsSample { try StatsSample(json: Array(json.utf8)) }

  @Test func cgroupV1() throws {
    let sample = try sample(Samples.statsV1)
    #expect(sample.memoryUsed == 300_000)
    #expect(sample.cpuPercent() == 50)
    #expect(sample.networkReceived == 9979)
    #expect(sample.networkSent == 1338)
    #expect(sample.blockRead == 5096)
    #expect(sample.blockWritten == 8192)
    #expect(sample.pids == 3)
  }

  @Test func cgroupV2AtTheStartOfAStream() throws {
    let sample = try sample(Samples.statsV2)
    #expect(sample.memoryUsed == 6_000_000)
    #expect(sample.cpuPercent() == nil)
    #expect(sample.networkReceived == nil)
    #expect(sample.blockRead == 7_593_984)
    #expect(sample.onlineCPUs == 4)
  }

  @Test func podmanCountsByTheClock() throws {
    let first = try sample(Samples.statsPodman(second: 1, cpu: 0))
    let second = try sample(Samples.statsPodman(second: 3, cpu: 500_000_000))
    #expect(second.cpuPercent() == nil)
    #expect(second.cpuPercent(since: first) == 25)
    #expect(second.memoryUsed == 1000)
    #expect(second.blockRead == nil)
  }

  @Test func theClockInsteadOfTheHostsTimeIsSeen() {
    let first = StatsSample(read: Timestamp(seconds: 10), systemCPU: 10_000_000_000, onlineCPUs: 8)
    let second = StatsSample(
      read: Timestamp(seconds: 12), cpuTotal: 1_000_000_000, systemCPU: 12_000_000_000, onlineCPUs: 8)
    #expect(second.cpuPercent(since: first) == 50)
  }

  @Test func countsFromTheSampleBefore() {
    let first = StatsSample(read: Timestamp(seconds: 10), cpuTotal: 5, systemCPU: 0, onlineCPUs: 4)
    let second = StatsSample(
      read: Timestamp(seconds: 12), cpuTotal: 5_000_000_005, systemCPU: 8_000_000_000, onlineCPUs: 4,
      previousCPU: 1, previousSystemCPU: 1)
    #expect(second.cpuPercent(since: first) == 250)
  }

  @Test func aContainerThatStartedAnewHasNoCPU() {
    let first = StatsSample(read: Timestamp(seconds: 10), cpuTotal: 500, systemCPU: 10, onlineCPUs: 2)
    let second = StatsSample(read: Timestamp(seconds: 11), cpuTotal: 100, systemCPU: 20, onlineCPUs: 2)
    #expect(second.cpuPercent(since: first) == nil)
    #expect(first.cpuPercent(since: first) == nil)
  }

  @Test func ratesCountByTheEnginesClock() {
    let first = StatsSample(read: Timestamp(seconds: 10), networkReceived: 100, blockRead: 50)
    let second = StatsSample(
      read: Timestamp(seconds: 14), networkReceived: 500, networkSent: 7, blockRead: 10)
    #expect(second.rates(since: first) == IORates(networkReceived: 100))
    #expect(first.rates(since: second) == IORates())
  }

  @Test func cacheThatIsNotSmallerIsNotTakenOff() {
    let sample = StatsSample(
      read: Timestamp(seconds: 0), memoryUsage: 10, memoryInactiveFile: 10, memoryLimit: 40)
    #expect(sample.memoryUsed == 10)
    #expect(sample.memoryShare == 0.25)
  }
}
