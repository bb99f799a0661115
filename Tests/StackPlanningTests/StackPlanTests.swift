import ComposeFile
import EngineModel
import StackPlanning
import Testing

/// What a plan makes of the recorded stacks.
@Suite struct StackPlanTests {
  private func stack(
    _ generation: Int = 2, _ change: (inout RunningStack) -> Void = { _ in }
  ) throws -> RecordedStack {
    var stack = try RecordedStack(generation)
    change(&stack.running)
    return stack
  }

  private func service(_ name: String, in plan: StackPlan) throws -> ServicePlan {
    try #require(plan.services.first { $0.name == name })
  }

  private func change(_ set: String..., service: String = "web") -> RecordedChange {
    RecordedChange(service: service, reasons: [], set: set)
  }

  @Test func servicesComeInTheOrderOfTheirStart() throws {
    let names = try stack().plan().services.map(\.name)
    let db = try #require(names.firstIndex(of: "db"))
    #expect(try db < #require(names.firstIndex(of: "web")) && db < #require(names.firstIndex(of: "side")))
  }

  @Test func aServiceWithoutContainersIsCreated() throws {
    let plan = try stack { $0.containers = [] }.plan()
    #expect(plan.services.map(\.action) == plan.services.map { _ in .create })
    #expect(try service("worker", in: plan).wanted == 2)
  }

  @Test func aContainerThatDoesNotRunIsStarted() throws {
    let plan = try stack { running in
      for at in running.containers.indices where running.containers[at].compose.service == "worker" {
        running.containers[at].run.state = .exited
      }
    }.plan()
    let worker = try service("worker", in: plan)
    #expect(worker.action == .start && worker.reasons == [])
    #expect(worker.containers.map(\.isRunning) == [false, false])
  }

  @Test func whatSharesWithARenewedServiceIsRenewedToo() throws {
    let plan = try stack().plan(change("services.db.command=sleep 5"))
    let side = try service("side", in: plan)
    #expect(
      side.action == .recreate && side.reasons.first?.subject == "network_mode of db, which is recreated")
  }

  @Test func composeOneLeavesWhatShares() throws {
    let plan = try stack(1).plan(change("services.db.command=sleep 5"))
    #expect(try service("side", in: plan).action == .unchanged)
    #expect(try service("web", in: plan).action == .unchanged)
  }

  @Test func aServiceThatNoFileHasIsAnOrphan() throws {
    let plan = try stack().plan(RecordedChange(service: "", reasons: [], remove: ["services.plain"]))
    #expect(plan.orphans.map(\.name) == ["shop-plain-1"] && !plan.isInSync)
  }

  @Test func aContainerOfComposeRunIsNeitherOrphanNorReplica() throws {
    let plan = try stack { running in
      for at in running.containers.indices where running.containers[at].compose.service == "plain" {
        running.containers[at].labels["com.docker.compose.oneoff"] = "True"
      }
    }.plan(RecordedChange(service: "", reasons: [], remove: ["services.plain"]))
    #expect(plan.orphans == [])
  }

  @Test func theContainersOfAnInactiveProfileAreNoOrphans() throws {
    let plan = try stack().plan(change("services.plain.profiles=[debug]"))
    #expect(plan.orphans == [] && plan.services.allSatisfy { $0.name != "plain" })
    #expect(plan.notes == ["no active profile has plain: its container stays as it is"])
  }

  @Test func gapsInTheNumbersAreNoDifference() throws {
    let plan = try stack { running in
      for at in running.containers.indices where running.containers[at].name == "shop-worker-2" {
        running.containers[at].labels["com.docker.compose.container-number"] = "7"
        running.containers[at].name = "shop-worker-7"
      }
    }.plan()
    let worker = try service("worker", in: plan)
    #expect(worker.action == .unchanged && worker.containers.map(\.number) == [1, 7])
  }

  @Test func aTagThatLeadsToAnotherImageIsANewerImage() throws {
    let plan = try stack { running in
      let config = running.images.first { $0.tags.contains("shop-app:1") }?.config ?? .null
      for at in running.images.indices { running.images[at].tags.removeAll { $0 == "shop-app:1" } }
      running.images.append(ImageFacts(id: "sha256:0123456789abcdef", tags: ["shop-app:1"], config: config))
    }.plan()
    let web = try service("web", in: plan)
    #expect(web.action == .recreate && web.reasons.map(\.subject) == ["newer image shop-app:1"])
    #expect(web.reasons.first?.after == "0123456789ab")
    #expect(try service("db", in: plan).action == .unchanged)
  }

  @Test func missingNetworksAndVolumesAreTold() throws {
    let plan = try stack { running in
      running.networks.removeAll { $0.name == "shop_back" }
      running.volumes.removeAll { $0.name == "shop_data" }
    }.plan()
    #expect(
      plan.resources == [
        ResourcePlan(.network, name: "shop_back", state: .missing),
        ResourcePlan(.volume, name: "shop_data", state: .missing),
      ])
  }

  @Test func anExternalVolumeThatIsMissingStandsInTheWay() throws {
    let plan = try stack().plan(change("volumes.shared={external: true, name: elsewhere}"))
    #expect(plan.resources == [ResourcePlan(.volume, name: "elsewhere", state: .externalMissing)])
  }

  @Test func aNetworkOfAnotherRangeHasChanged() throws {
    let plan = try stack().plan(change("networks.back.ipam.config[0].subnet=10.213.0.0/16"))
    #expect(plan.resources == [ResourcePlan(.network, name: "shop_back", state: .changed)])
  }

  @Test func containersOfAnotherFolderAreTold() throws {
    let plan = try stack { running in
      running.containers[0].labels["com.docker.compose.project.working_dir"] = "/srv/other"
    }.plan()
    #expect(plan.notes == ["containers of shop were created from the folder /srv/other"])
  }

  @Test func anImageThatIsNotHereIsPulled() throws {
    let plan = try stack().plan(change("services.web.image=shop-app:9"))
    #expect(plan.notes == ["the image shop-app:9 of web is missing: it is pulled"])
  }
}
