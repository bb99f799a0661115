import EngineModel
import StackPlanning
import Testing

/// More and fewer replicas, worked out from containers alone.
@Suite struct ScaleTests {
  private func plan(
    _ service: String, to wanted: Int, generation: Int = 2, outdated: Set<String> = [],
    _ change: (inout RunningStack) -> Void = { _ in }
  ) throws -> ScalePlan {
    var running = try RecordedStack(generation).running
    change(&running)
    let old = Set(running.containers.filter { outdated.contains($0.name) }.map(\.id))
    return ScalePlan(project: "shop", service: service, wanted: wanted, running: running, outdated: old)
  }

  private func replica(_ service: String, generation: Int = 2) throws -> ReplicaDefinition {
    let plan = try plan(service, to: 5, generation: generation)
    return try #require(plan.definitions().first)
  }

  @Test(arguments: [(1, "shop_worker_"), (2, "shop-worker-")])
  func newReplicasHaveTheNextNumbersAndTheSeparatorOfTheOthers(generation: Int, start: String) throws {
    let plan = try plan("worker", to: 4, generation: generation)
    #expect(plan.created.map(\.name) == [start + "3", start + "4"] && plan.removed == [])
    #expect(plan.definitions().map(\.number) == [3, 4])
  }

  @Test func theHighestNumbersGo() throws {
    let plan = try plan("worker", to: 1)
    #expect(plan.removed.map(\.name) == ["shop-worker-2"] && plan.created == [])
  }

  @Test func whatIsOutdatedGoesFirst() throws {
    #expect(try plan("worker", to: 1, outdated: ["shop-worker-1"]).removed.map(\.name) == ["shop-worker-1"])
  }

  @Test func whatDoesNotRunGoesBeforeWhatDoes() throws {
    let plan = try plan("worker", to: 1) { running in
      for at in running.containers.indices where running.containers[at].name == "shop-worker-1" {
        running.containers[at].run.state = .exited
      }
    }
    #expect(plan.removed.map(\.name) == ["shop-worker-1"])
  }

  @Test func numbersAreNotUsedTwice() throws {
    let plan = try plan("worker", to: 3) { running in
      for at in running.containers.indices where running.containers[at].name == "shop-worker-2" {
        running.containers[at].labels["com.docker.compose.container-number"] = "9"
      }
    }
    #expect(plan.created.map(\.number) == [10])
  }

  @Test func zeroTakesAllAway() throws {
    #expect(try plan("worker", to: 0).removed.map(\.number) == [2, 1])
  }

  @Test func aFixedHostPortStandsInTheWay() throws {
    let obstacles = try plan("web", to: 2).obstacles
    #expect(
      obstacles.contains(
        "the host port 18480 is taken: publish 80/tcp without a host port, or on a range"))
    #expect(obstacles.allSatisfy { !$0.contains("9000") })
  }

  @Test func aNameOfItsOwnStandsInTheWay() throws {
    #expect(
      try plan("named", to: 2).obstacles == [
        "the container has a name of its own, shop-of-one: remove container_name from the definition"
      ])
  }

  @Test func aFixedAddressStandsInTheWay() throws {
    #expect(
      try plan("db", to: 2).obstacles == [
        "the address 10.213.77.5 in shop_back is taken: remove it from the definition"
      ])
  }

  @Test func sharedNetworksAreDoubtful() throws {
    #expect(
      try plan("host", to: 2).doubts == ["all replicas share the host's network: only one can use a port"])
    #expect(try plan("side", to: 2).doubts.count == 1)
  }

  @Test func fewerReplicasMeetNoObstacle() throws {
    #expect(try plan("web", to: 0).obstacles == [])
  }

  @Test func theCopyHasTheLabelsOfTheOriginalAndItsOwnNumber() throws {
    let labels = try replica("worker").body["Labels"].dictionary
    let original = try RecordedStack(2).container("worker").labels
    #expect(labels["com.docker.compose.container-number"] == "3")
    #expect(labels["com.docker.compose.config-hash"] == original["com.docker.compose.config-hash"])
    #expect(labels.count == original.count)
  }

  @Test func theCopyIsNotCalledLikeTheOriginal() throws {
    #expect(try replica("worker").body["Hostname"].isNull)
    #expect(try replica("web").body["Hostname"].string == "webhost")
  }

  @Test func theCopyHasTheAliasesOfTheServiceOnly() throws {
    let ends = try replica("worker").body["NetworkingConfig"]["EndpointsConfig"]
    #expect(ends.members.map(\.key) == ["shop_back"])
    #expect(ends["shop_back"]["Aliases"].strings == ["shop-worker-3", "worker"])
    #expect(ends["shop_back"]["IPAMConfig"].isNull)
  }

  @Test(arguments: [1, 2])
  func furtherNetworksAreConnected(generation: Int) throws {
    let replica = try replica("web", generation: generation)
    #expect(replica.connections.map(\.name) == ["shop_default"])
    #expect(replica.connections[0].endpoint["Aliases"].strings.contains("web"))
    let body = replica.connections[0].body(connecting: "abc")
    #expect(body["Container"].string == "abc" && !body["EndpointConfig"].isNull)
  }

  @Test(arguments: [1, 2])
  func anonymousVolumesAreNotShared(generation: Int) throws {
    let body = try replica("web", generation: generation).body
    let sources = body["HostConfig"]["Mounts"].elements.compactMap { $0["Source"].string }
    let binds = body["HostConfig"]["Binds"].strings
    #expect((sources + binds).filter { VolumeName(String($0.prefix { $0 != ":" })).isAnonymous } == [])
    #expect((sources + binds).contains { $0.hasPrefix("shop_data") })
  }

  @Test func whatSharesANetworkHasNoPortsAndNoNameOfItsOwn() throws {
    let body = try replica("side").body
    #expect(body["ExposedPorts"].isNull && body["Hostname"].isNull && body["NetworkingConfig"].isNull)
  }

  @Test func anImageThatItsNameNoLongerLeadsToIsNamedById() throws {
    let container = try RecordedStack(2).container("worker")
    let same = ReplicaDefinition(copying: container, number: 3, currentImage: container.imageID)
    let other = ReplicaDefinition(copying: container, number: 3, currentImage: "sha256:0")
    #expect(
      same.body["Image"].string == "shop-app:1" && other.body["Image"].string == container.imageID.rawValue)
  }
}
