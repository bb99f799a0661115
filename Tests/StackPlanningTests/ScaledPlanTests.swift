import StackPlanning
import Testing

/// A plan with numbers of replicas that were asked for by hand.
@Suite struct ScaledPlanTests {
  private func service(_ action: ServicePlan.Action, _ running: [Bool], wanted: Int) -> ServicePlan {
    ServicePlan(
      name: "web", action: action, wanted: wanted,
      containers: running.enumerated().map { number, isRunning in
        PlannedContainer(
          id: "\(number)", name: "web-\(number + 1)", service: "web", number: number + 1, isRunning: isRunning
        )
      })
  }

  private func scaled(_ service: ServicePlan, to count: Int) -> ServicePlan? {
    StackPlan(services: [service]).scaled(to: ["web": count]).services.first
  }

  @Test(arguments: [
    (2, ServicePlan.Action.unchanged), (3, .scaleUp), (1, .scaleDown), (0, .scaleDown),
  ])
  func theActionFollowsTheNumber(count: Int, action: ServicePlan.Action) {
    #expect(scaled(service(.scaleUp, [true, true], wanted: 4), to: count)?.action == action)
  }

  @Test func whatDoesNotRunIsStarted() {
    #expect(scaled(service(.scaleUp, [true, false], wanted: 4), to: 2)?.action == .start)
  }

  @Test func nothingIsMadeWhereNoneIsWanted() {
    #expect(scaled(service(.create, [], wanted: 1), to: 0)?.action == .unchanged)
  }

  @Test func aNewDefinitionGoesBeforeANumber() {
    #expect(scaled(service(.recreate, [true], wanted: 1), to: 3)?.action == .recreate)
  }

  @Test func whatTheFilesSayIsKept() {
    let plan = scaled(service(.unchanged, [true], wanted: 1), to: 3)
    #expect(plan?.written == 1 && plan?.wanted == 3 && plan?.countChange == "1 → 3")
  }

  @Test func aNumberOfAServiceThatIsNotThereChangesNothing() {
    let plan = StackPlan(services: [service(.unchanged, [true], wanted: 1)])
    #expect(plan.scaled(to: ["db": 2]) == plan)
  }
}
