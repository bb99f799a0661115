import ComposeFile
import EngineModel
import StackPlanning
import Testing

/// What Compose from 2.31 on does otherwise, as `docker compose --dry-run up` of 2.40 and a real `up` have shown it.
@Suite struct NewerComposeTests {
  private func plan(
    _ version: String, _ set: [String] = [], _ change: (inout RunningStack) -> Void = { _ in }
  ) throws -> StackPlan {
    var stack = try RecordedStack(2)
    // The hashes as `up` computes them: those of the labels.
    let kept = stack.running.containers.compactMap { container in
      container.compose.service.map { ($0.rawValue, container.compose.configHash ?? "") }
    }
    stack.running.composeHashes = Dictionary(kept) { first, _ in first }
    stack.running.exactHashes = Set(stack.hashes.keys)
    stack.running.composeVersion = version
    change(&stack.running)
    return try stack.plan(RecordedChange(service: "", reasons: [], set: set))
  }

  private func action(_ name: String, _ plan: StackPlan) -> ServicePlan.Action? {
    plan.services.first { $0.name == name }?.action
  }

  @Test func nothingDiffersByItself() throws {
    #expect(try plan("2.40.3").isInSync)
  }

  @Test(arguments: [("2.26.1", ServicePlan.Action.unchanged), ("2.40.3", .recreate)])
  func aContainerThatIsOutOfItsNetwork(version: String, wanted: ServicePlan.Action) throws {
    let renamed = ["networks.back.name=elsewhere"]
    let plan = try plan(version, renamed)
    #expect(plan.services.contains { $0.action == .recreate } == (wanted == .recreate))
  }

  @Test(arguments: [("2.26.1", false), ("2.40.3", true)])
  func aNetworkThatWasMadeAnewByHand(version: String, isNoticed: Bool) throws {
    let plan = try plan(version) { running in
      for at in running.networks.indices where running.networks[at].name == "shop_back" {
        running.networks[at].id = "0000000000000000000000000000000000000000000000000000000000000000"
      }
    }
    #expect(plan.services.contains { $0.action == .recreate } == isNoticed)
  }

  @Test(arguments: [("2.26.1", false), ("2.40.3", true)])
  func aVolumeOfAnotherName(version: String, isNoticed: Bool) throws {
    let plan = try plan(version, ["volumes.data.name=elsewhere"])
    #expect(plan.services.contains { $0.action == .recreate } == isNoticed)
  }

  @Test func aNetworkThatComposeMakesAnewRestartsItsContainers() throws {
    let plan = try plan("2.40.3", ["networks.back.internal=true"]) { running in
      for at in running.networks.indices {
        running.networks[at].labels["com.docker.compose.config-hash"] = "0"
      }
    }
    #expect(plan.services.contains { $0.action == .restart })
    #expect(plan.services.allSatisfy { [.restart, .unchanged].contains($0.action) })
  }

  @Test func aPausedContainerIsSaidToStandInTheWay() throws {
    let plan = try plan("2.40.3") { running in
      for at in running.containers.indices where running.containers[at].compose.service == "plain" {
        running.containers[at].run.state = .paused
      }
    }
    #expect(plan.notes == ["shop-plain-1 is paused: `up` would fail — unpause it first"])
  }
}

/// Namespaces of containers that are called by their names.
@Suite struct NamedContainerTests {
  private let id = ContainerID(String(repeating: "ab", count: 32))

  private func plan(_ names: [ContainerID: String]?, mode: String = "container:other") throws -> ServicePlan {
    var stack = try RecordedStack(2)
    stack.running.containerNames = names
    let at = try #require(stack.running.containers.firstIndex { $0.compose.service == "plain" })
    let text = stack.running.containers[at].document.prettyText
    let shared = text.replacing(
      "\"NetworkMode\": \"shop_default\"", with: "\"NetworkMode\": \"container:\(id)\"")
    stack.running.containers[at] = try #require(ContainerDetails(JSONValue(json: Array(shared.utf8))))
    let project = try Fixture.project(
      RecordedChange(service: "plain", reasons: [], set: ["services.plain.network_mode=\(mode)"]))
    let plan = StackPlan.make(project: project, running: stack.running)
    return try #require(plan.services.first { $0.name == "plain" })
  }

  @Test func theNameOfTheContainerIsNoChange() throws {
    let plan = try plan([id: "other"])
    #expect(!plan.reasons.contains { $0.subject == "network_mode" })
  }

  @Test func anotherContainerIsOne() throws {
    let plan = try plan([id: "third"])
    let reason = try #require(plan.reasons.first { $0.subject == "network_mode" })
    #expect(reason.text == "network_mode container:third → container:other" && reason.isCertain)
  }

  @Test func aContainerThatIsGoneIsAHint() throws {
    let reason = try #require(try plan([:]).reasons.first { $0.subject == "network_mode" })
    #expect(reason.before == "container:abababababab (gone)" && !reason.isCertain)
  }

  @Test func withoutTheNamesNothingIsSure() throws {
    let reason = try #require(try plan(nil).reasons.first { $0.subject == "network_mode" })
    #expect(!reason.isCertain)
  }
}

/// The file that makes Compose print the hashes that it compares.
@Suite struct HashOverrideTests {
  private func override(_ text: String, _ running: RunningStack = RunningStack()) throws -> HashOverride {
    HashOverride(project: try Fixture.project(text), running: running)
  }

  @Test func whereNothingIsSharedAndNoFileIsReadThereIsNone() throws {
    #expect(try override("services: {a: {image: x}}").text == nil)
  }

  @Test func theVariablesOfFilesStandInIt() throws {
    let text = try override("services: {a: {image: x, env_file: [web.env], environment: {P: 'a$$b\"c'}}}")
      .text
    let found = try #require(text)
    #expect(found.contains("env_file: !reset null") && found.contains(#""P": "a$$b\"c""#))
  }

  @Test func aSharedNamespaceIsThatOfTheContainer() throws {
    let stack = try RecordedStack(2)
    let text = try override(
      "services: {db: {image: x}, a: {image: x, network_mode: 'service:db'}}", stack.running
    ).text
    let id = try stack.container("db").id
    #expect(
      text?.contains("network_mode: \"container:\(id)\", depends_on: {\"db\": {condition: service_started")
        == true)
  }

  @Test func whatTakesVolumesCannotBeKnown() throws {
    #expect(try override("services: {db: {image: x}, a: {image: x, volumes_from: [db]}}").unknowable == ["a"])
  }
}
