import EngineClient
import EngineModel
import Testing

@Suite struct EngineRequestTests {
  private let old = APIVersion(1, 40)
  private let new = APIVersion(1, 50)

  @Test func encodesPathAndQuery() {
    #expect(EngineRequest.volume("a b/ü?#%").target(version: new) == "/v1.50/volumes/a%20b%2F%C3%BC%3F%23%25")
    #expect(
      EngineRequest.image("registry:5000/a/b:1@sha256:0").path == "/images/registry:5000/a/b:1@sha256:0/json")
    #expect(
      EngineRequest.rename("x", to: "a&b=c").target(version: new)
        == "/v1.50/containers/x/rename?name=a%26b%3Dc")
  }

  @Test func filtersAreAMapOfLists() {
    #expect(
      EngineRequest.containers(ids: ["a", "b"]).target(version: new)
        == "/v1.50/containers/json?all=1&filters=%7B%22id%22:%5B%22a%22%2C%22b%22%5D%7D")
  }

  @Test func leavesOutWhatOldEnginesDoNotKnow() {
    #expect(EngineRequest.statsOnce("x").target(version: old) == "/v1.40/containers/x/stats?stream=0")
    #expect(
      EngineRequest.statsOnce("x").target(version: new) == "/v1.50/containers/x/stats?stream=0&one-shot=1")
    #expect(EngineRequest.pruneAllVolumes.target(version: old) == "/v1.40/volumes/prune")
    #expect(EngineRequest.pruneAllVolumes.target(version: new).contains("filters="))
  }

  @Test func timesHaveNineDecimals() {
    let target = EngineRequest.events(since: Timestamp(nanoseconds: 1_500_000_000_000_000_007)).target(
      version: new)
    #expect(target == "/v1.50/events?since=1500000000.000000007")
  }

  @Test func pingGoesWithoutAVersion() {
    #expect(EngineRequest.ping.target(version: new) == "/_ping")
  }

  @Test func logsAskForBothStreams() {
    let query = LogQuery(follow: true, tail: 100, since: Timestamp(seconds: 5), timestamps: true)
    #expect(
      EngineRequest.logs("x", query).target(version: new)
        == "/v1.50/containers/x/logs?stdout=1&stderr=1&follow=1&timestamps=1&tail=100&since=5.000000000")
  }
}

@Suite struct VolumePruneTests {
  @Test func oldEnginesLoseNoNamedVolumes() async throws {
    let anonymous = String(repeating: "0a", count: 32)
    let server = try await FaultServer(apiVersion: "1.41") { request in
      if request.method == "DELETE" { return [.answer("")] }
      return [.answer(#"{"Volumes":[{"Name":"precious"},{"Name":"\#(anonymous)"}]}"#)]
    }
    let report = try await EngineClient(address: server.address).pruneVolumes()
    #expect(report.deleted == [anonymous])
    #expect(server.seen.requests.filter { $0.method != "GET" && $0.method != "HEAD" }.map(\.line).count == 1)
  }
}
