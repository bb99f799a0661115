import StackPlanning
import Testing

/// Compose's own hashes beside the comparison.
@Suite struct HashTests {
  private func plan(
    _ generation: Int, hashes: (inout [String: String]) -> Void = { _ in }, version: String? = nil,
    _ set: String...
  ) throws -> StackPlan {
    var stack = try RecordedStack(generation)
    var known = stack.hashes
    hashes(&known)
    stack.running.composeHashes = known
    stack.running.composeVersion = version ?? stack.composeVersion
    return try stack.plan(RecordedChange(service: "", reasons: [], set: set))
  }

  private func service(_ name: String, in plan: StackPlan) throws -> ServicePlan {
    try #require(plan.services.first { $0.name == name })
  }

  @Test(arguments: [1, 2])
  func equalHashesAreNoChange(generation: Int) throws {
    let plan = try plan(generation)
    #expect(plan.isInSync)
    #expect(plan.services.filter { $0.name != "side" }.flatMap(\.reasons) == [])
  }

  @Test func aHashThatDiffersIsAChangeEvenWhereNothingElseDoes() throws {
    let db = try service("db", in: plan(2, hashes: { $0["db"] = "0" }))
    #expect(db.action == .recreate && db.reasons == [PlanReason("compose hash")])
  }

  @Test func environmentFilesMakeTheHashesOfComposeTwoDiffer() throws {
    let web = try service("web", in: plan(2, hashes: { $0["web"] = "0" }))
    #expect(web.action == .unchanged && web.reasons == [])
    #expect(try service("web", in: plan(1, hashes: { $0["web"] = "0" })).action == .recreate)
  }

  @Test func theComparisonSaysWhyTheHashDiffers() throws {
    let web = try service("web", in: plan(2, hashes: { $0["web"] = "0" }, "services.web.restart=always"))
    #expect(web.reasons.map(\.text) == ["restart unless-stopped → always"])
  }

  @Test func aDefaultOfTheEngineIsCertainOnceTheHashDiffers() throws {
    let plan = try plan(1, hashes: { $0["web"] = "0" }, "services.web.logging={driver: json-file}")
    #expect(try service("web", in: plan).reasons.allSatisfy { $0.isCertain })
  }

  @Test func whereTheHashIsTheSameADifferenceIsAHint() throws {
    let db = try service("db", in: plan(2, "services.db.stop_signal=SIGINT"))
    #expect(db.action == .unchanged && db.reasons.map(\.isCertain) == [false])
  }

  @Test func aHashOfWhatSharesANamespaceIsAHint() throws {
    let plan = try plan(2)
    let side = try service("side", in: plan)
    #expect(side.action == .unchanged && side.reasons == [PlanReason("compose hash", isCertain: false)])
    #expect(plan.notes.count == 1 && plan.notes[0].hasPrefix("side shares namespaces or volumes"))
  }

  @Test func hashesOfAnotherGenerationAreNotCompared() throws {
    let plan = try plan(1, hashes: { $0["web"] = "0" }, version: "2.26.1", "services.db.command=sleep 5")
    #expect(try service("web", in: plan).reasons.filter { $0.subject == "compose hash" } == [])
    #expect(try service("db", in: plan).reasons.map(\.subject).first == "command")
    #expect(plan.notes.filter { $0.hasPrefix("web was made by Compose 1.29.2") }.count == 1)
  }

  @Test func waitingForMoreThanBeforeExplainsTheHash() throws {
    let plan = try plan(2, hashes: { $0["db"] = "0" }, "services.db.depends_on=[plain]")
    #expect(try service("db", in: plan).reasons.map(\.text) == ["depends_on plain service_started added"])
  }
}
