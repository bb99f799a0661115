import SimulatedEngine
import TestSupport
import Testing

@Suite struct ImageTests {
  private let images = [
    SimulatedImage("web:1", "web:latest", size: 100), SimulatedImage("old:1", size: 30),
    SimulatedImage(size: 7),
  ]
  private let containers = [
    SimulatedContainer(name: "w", image: "web:1"),
    SimulatedContainer(name: "d", image: "db:1", state: .exited(code: 0)),
  ]

  @Test func listHasEveryImageOnceWithAllItsTags() async throws {
    try await withEngine(containers, images: images) { _, client in
      let list = try ReferenceJSON(client.request("GET", "/images/json").body).elements
      #expect(list.count == 4)
      #expect(list.contains { $0["RepoTags"] == .array([.string("web:1"), .string("web:latest")]) })
    }
  }

  @Test(arguments: [("/v1.43", true), ("/v1.44", false)])
  func virtualSizeIsGoneSince144(version: String, isThere: Bool) async throws {
    try await withEngine(images: images) { _, client in
      let list = try ReferenceJSON(client.request("GET", version + "/images/json").body)
      #expect((list[0]["VirtualSize"] != .null) == isThere)
    }
  }

  @Test func danglingFilter() async throws {
    try await withEngine(images: images) { _, client in
      let list = try ReferenceJSON(
        client.request("GET", "/images/json?" + filter(#"{"dangling":["true"]}"#)).body)
      #expect(list.elements.map { $0["Size"].number } == [7])
    }
  }

  @Test func namesMayHaveSlashes() async throws {
    try await withEngine(images: [SimulatedImage("registry.example.com:5000/a/b:1")]) { _, client in
      let image = try ReferenceJSON(
        client.request("GET", "/images/registry.example.com:5000/a/b:1/json").body)
      #expect(image["RepoTags"][0].string == "registry.example.com:5000/a/b:1")
    }
  }

  @Test func historyEndsWithTheBase() async throws {
    try await withEngine(images: images) { _, client in
      let history = try ReferenceJSON(client.request("GET", "/images/web/history").body).elements
      #expect(history.first?["Tags"][0].string == "web:1")
      #expect(history.last?["Id"].string == "<missing>")
      #expect(history.compactMap { $0["Size"].number }.reduce(0, +) == 100)
    }
  }

  @Test func usedImageIsKept() async throws {
    try await withEngine(containers, images: images) { _, client in
      let response = try client.request("DELETE", "/images/db:1")
      #expect(response.status == 409)
      #expect(response.message.contains("(must force) - container"))
    }
  }

  @Test func oneOfSeveralTagsIsOnlyTakenOff() async throws {
    try await withEngine(containers, images: images) { _, client in
      try #expect(client.request("DELETE", "/images/web").text.contains(#"[{"Untagged":"web:latest"}]"#))
    }
  }

  @Test func unusedImageIsDeleted() async throws {
    try await withEngine(containers, images: images) { _, client in
      try #expect(client.request("DELETE", "/images/old:1").text.contains("Deleted"))
      try #expect(client.request("GET", "/images/old:1/json").message == "No such image: old:1")
      try #expect(client.pastEvents() == ["image untag", "image delete"])
    }
  }

  @Test func pruneTakesTheDangling() async throws {
    try await withEngine(containers, images: images) { _, client in
      let pruned = try ReferenceJSON(client.request("POST", "/images/prune").body)
      #expect(pruned["SpaceReclaimed"].number == 7)
    }
  }

  @Test func pruneOfAllTakesTheUnused() async throws {
    try await withEngine(containers, images: images) { _, client in
      let query = "/images/prune?" + filter(#"{"dangling":["false"]}"#)
      try #expect(ReferenceJSON(client.request("POST", query).body)["SpaceReclaimed"].number == 37)
    }
  }
}
