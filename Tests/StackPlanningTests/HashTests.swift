import StackPlanning
import Testing

/// Compose's own hashes beside the comparison.
@Suite struct HashTests {
  private func plan(
    _ generation: Int, hashes: (inout [String: String]) -> Void = { _ in }, version: String? = nil,
    exact: Set<String> = [], _ set: String...
  ) throws -> StackPlan {
    var stack = try RecordedStack(generation)
    var known = stack.hashes
    hashes(&known)
    stack.running.composeHashes = known
    stack.running.exactHashes = exact
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

  @Test(arguments: ["web", "side"])
  func aHashThatWasAskedForAsUpComputesItDecides(name: String) throws {
    let plan = try plan(2, hashes: { $0[name] = "0" }, exact: [name])
    #expect(try service(name, in: plan).action == .recreate)
    #expect(!plan.notes.contains { $0.hasPrefix(name) })
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

  @Test func whatAnotherGenerationMadeIsMadeAnewAndSaysSo() throws {
    let plan = try plan(
      1, hashes: { $0 = $0.mapValues { _ in "0" } }, version: "2.26.1", "services.db.command=sleep 5")
    #expect(plan.services.filter { !$0.containers.isEmpty }.allSatisfy { $0.action == .recreate })
    let why = "created by Compose 1.29.2: Compose 2.26.1 recreates it"
    #expect(try service("web", in: plan).reasons.contains(PlanReason(why)))
    #expect(try service("db", in: plan).reasons.map(\.subject) == ["command", why])
    #expect(!plan.isInSync)
  }

  @Test func whatComposeTwoMadeIsMadeAnewByComposeOne() throws {
    #expect(
      try service("plain", in: plan(2, hashes: { $0["plain"] = "0" }, version: "1.29.2")).action == .recreate)
  }

  @Test func volumesOfAServiceAreHashedOtherwiseInEachRelease() throws {
    let change = "services.plain.volumes_from=[db]"
    let (newer, same) = (
      try plan(2, hashes: { $0["plain"] = "0" }, version: "2.40.3", change),
      try plan(2, hashes: { $0["plain"] = "0" }, version: nil, change)
    )
    #expect(
      try service("plain", in: newer).reasons.last?.subject.hasPrefix("created by Compose 2.26.1") == true)
    #expect(try service("plain", in: same).reasons.allSatisfy { !$0.subject.hasPrefix("created by") })
  }

  @Test func waitingForMoreThanBeforeExplainsTheHash() throws {
    let plan = try plan(2, hashes: { $0["db"] = "0" }, "services.db.depends_on=[plain]")
    #expect(try service("db", in: plan).reasons.map(\.text) == ["depends_on plain service_started added"])
  }
}
