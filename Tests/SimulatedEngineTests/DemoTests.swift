import SimulatedEngine
import Testing

@Suite struct DemoTests {
  @Test(arguments: [0, 1, 24, 100, 5000])
  func hasAsManyContainersAsAsked(count: Int) {
    let names = Population.demo(containers: count).containers.map(\.name)
    #expect(names.count == count)
    #expect(Set(names).count == count)
  }

  @Test func isTheSameForTheSameSeed() {
    let first = Population.demo(containers: 60, seed: 7).containers.map(\.name)
    #expect(first == Population.demo(containers: 60, seed: 7).containers.map(\.name))
    #expect(first != Population.demo(containers: 60, seed: 8).containers.map(\.name))
  }

  @Test func showsEveryFate() {
    let states = Set(Population.demo().containers.map(\.state))
    let expected: Set<SimulatedContainer.State> = [
      .running, .paused, .created, .restarting(code: 3), .exited(code: 0), .exited(code: 1),
      .exited(code: 137),
    ]
    #expect(states == expected)
  }

  @Test func namesAreValid() {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
    #expect(Population.demo(containers: 200).containers.allSatisfy { $0.name.allSatisfy(allowed.contains) })
  }

  @Test func projectsCarryComposeLabels() async throws {
    let api = try #require(Population.demo().containers.first { $0.name == "shop-api-2" })
    #expect(api.labels["com.docker.compose.project"] == "shop")
    #expect(api.labels["com.docker.compose.service"] == "api")
    #expect(api.labels["com.docker.compose.container-number"] == "2")
    #expect(api.labels["com.docker.compose.project.config_files"] == "/srv/shop/compose.yaml")
  }
}
