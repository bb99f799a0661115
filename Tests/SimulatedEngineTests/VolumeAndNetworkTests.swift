import SimulatedEngine
import TestSupport
import Testing

@Suite struct VolumeAndNetworkTests {
  private let containers = [
    SimulatedContainer(name: "db", mounts: [.init("data", at: "/d")], networks: ["back"])
  ]
  private let anonymous = String(repeating: "0123456789abcdef", count: 4)

  @Test func usedVolumeIsKept() async throws {
    try await withEngine(containers) { _, client in
      let id = try #require(try client.inspect("db")["Id"].string)
      let response = try client.request("DELETE", "/volumes/data")
      #expect(response.status == 409)
      #expect(response.message == "remove data: volume is in use - [\(id)]")
    }
  }

  @Test func unusedVolumeGoes() async throws {
    try await withEngine(volumes: [SimulatedVolume("old")]) { _, client in
      try #expect(client.request("DELETE", "/volumes/old").status == 204)
      try #expect(client.request("GET", "/volumes/old").message == "get old: no such volume")
    }
  }

  @Test(arguments: [("/v1.41", 2), ("/v1.42", 1)])
  func pruneTakesOnlyAnonymousVolumesSince142(version: String, count: Int) async throws {
    try await withEngine(containers, volumes: [SimulatedVolume("old"), SimulatedVolume(anonymous)]) {
      _, client in
      let pruned = try ReferenceJSON(client.request("POST", version + "/volumes/prune").body)
      #expect(pruned["VolumesDeleted"].elements.count == count)
    }
  }

  @Test func removingWithVolumesTakesTheAnonymousOne() async throws {
    let container = SimulatedContainer(
      name: "x", state: .exited(code: 0), mounts: [.init(anonymous, at: "/a"), .init("named", at: "/n")])
    try await withEngine([container]) { _, client in
      _ = try client.request("DELETE", "/containers/x?v=1")
      let left = try ReferenceJSON(client.request("GET", "/volumes").body)["Volumes"].elements
      #expect(left.map { $0["Name"].string } == ["named"])
    }
  }

  @Test func networkTellsItsMembers() async throws {
    try await withEngine(containers) { _, client in
      let network = try ReferenceJSON(client.request("GET", "/networks/back").body)
      let member = network["Containers"][network["Containers"].keys.first ?? ""]
      #expect(member["Name"].string == "db")
      #expect(member["IPv4Address"].string == "172.18.0.2/16")
    }
  }

  @Test func engineHasItsOwnNetworks() async throws {
    try await withEngine { _, client in
      let list = try ReferenceJSON(client.request("GET", "/networks").body).elements
      #expect(list.compactMap { $0["Name"].string } == ["bridge", "host", "none"])
    }
  }

  @Test(arguments: [
    ("bridge", "bridge is a pre-defined network and cannot be removed"),
    ("back", "error while removing network: network back has active endpoints"),
  ])
  func networkInUseIsKept(name: String, message: String) async throws {
    try await withEngine(containers) { _, client in
      let response = try client.request("DELETE", "/networks/\(name)")
      #expect(response.status == 403)
      #expect(response.message.hasPrefix(message))
    }
  }

  @Test func pruneTakesNetworksWithoutMembers() async throws {
    try await withEngine(containers, networks: [SimulatedNetwork("edge")]) { _, client in
      let pruned = try ReferenceJSON(client.request("POST", "/networks/prune").body)
      #expect(pruned["NetworksDeleted"] == .array([.string("edge")]))
    }
  }

  @Test(arguments: [
    ("/v1.51", true, false), ("/v1.52", true, true), ("/v1.53", false, true),
  ])
  func diskUsageChangesItsShape(version: String, hasOld: Bool, hasNew: Bool) async throws {
    try await withEngine(containers, options: .testing(api: "1.53")) { _, client in
      let usage = try ReferenceJSON(client.request("GET", version + "/system/df").body)
      #expect((usage["LayersSize"] != .null) == hasOld)
      #expect((usage["VolumeUsage"]["TotalCount"].number == 1) == hasNew)
    }
  }
}
