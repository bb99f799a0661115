import EngineModel
import TerminalUI
import Testing

@testable import Dashboard

/// An engine says that a container has ended before it lists it so.
@Suite struct EndedContainerTests {
  private let id: ContainerID = "c1"
  private var state = DashboardState(size: Size(columns: 120, rows: 40), setup: DashboardSetup())

  init() {
    _ = state.update(.engine(.first, .containers([listed(.running)])))
    _ = state.update(.engine(.first, .live))
  }

  private func listed(_ state: ContainerState) -> ContainerSummary {
    ContainerSummary(id: "c1", names: ["web"], state: state)
  }

  private mutating func happens(_ action: String, _ attributes: [String: String] = [:]) {
    let event = EngineEvent(kind: .container, action: action, actorID: id.rawValue, attributes: attributes)
    _ = state.update(.engine(.first, .event(event)))
  }

  @Test mutating func aListThatIsOlderThanTheEndDoesNotReviveTheContainer() {
    happens("die", ["exitCode": "3"])
    let effects = state.update(.engine(.first, .someContainers(asked: [id], found: [listed(.running)])))
    #expect(state.facts.containers[id]?.state == .exited)
    #expect(state.facts.containers[id]?.exitCode == 3)
    #expect(effects == [.engine(.first, .refresh([.container(id)]))])
  }

  @Test mutating func aListThatAgreesEndsTheAsking() {
    happens("die", ["exitCode": "3"])
    #expect(state.update(.engine(.first, .someContainers(asked: [id], found: [listed(.exited)]))) == [])
    #expect(state.update(.engine(.first, .containers([listed(.running)]))) == [])
    #expect(state.facts.containers[id]?.state == .running)
  }

  @Test mutating func aContainerThatStartsAgainIsBelievedToRun() {
    happens("die")
    happens("start")
    #expect(state.update(.engine(.first, .containers([listed(.running)]))) == [])
    #expect(state.facts.containers[id]?.state == .running)
  }
}
