import StackPlanning
import Testing

/// The recorded stacks against their file: nothing differs by itself, and each change is told as what it is.
@Suite struct DefinitionComparisonTests {
  @Test(arguments: [1, 2])
  func whatComposeMadeDoesNotDiffer(generation: Int) throws {
    let plan = try RecordedStack(generation).plan()
    #expect(plan.services.map(\.action) == plan.services.map { _ in .unchanged })
    #expect(plan.services.flatMap(\.reasons).map(\.text) == [])
    #expect(plan.isInSync && plan.notes == [])
  }

  @Test func theChangesAreRead() { #expect(RecordedChange.all.count > 100) }

  @Test(arguments: RecordedChange.all, [1, 2])
  func aChangedKeyIsTheReason(change: RecordedChange, generation: Int) throws {
    guard change.only ?? generation == generation else { return }
    let stack = try RecordedStack(generation)
    let plan = try stack.plan(change)
    let service = try #require(plan.services.first { $0.name == change.service })
    let name = try stack.container("web").name
    let wanted = change.reasons.map {
      $0.split(separator: "shop-WEB").count > 1 ? "container_name \(name) → webby" : $0
    }
    #expect(service.reasons.map(\.text) == wanted)
    #expect(service.action.rawValue == change.action ?? "recreate")
    #expect(service.reasons.filter { !$0.isCertain } == [])
    // Who shares something with the changed service, or waits for it, follows it; nobody else changes.
    let followers = plan.services.filter { $0.name != change.service && $0.action != .unchanged }
    let texts = followers.flatMap(\.reasons).map(\.text)
    #expect(texts.filter { !$0.hasSuffix(" \(change.service), which is recreated") } == [])
  }
}
