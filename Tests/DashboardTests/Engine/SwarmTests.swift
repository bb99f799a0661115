import EngineModel
import Testing

@testable import Dashboard

/// Containers of a Swarm's tasks are shown as such, and what ends them says that the swarm puts others in their place.
@Suite struct SwarmTests {
  private static let task = "web.1.wuvr2amsohp2kfy1vbrq7xv3b"
  private static let warning = "It belongs to the swarm service web: the swarm replaces it"

  private func stage(stack: String? = nil, state: ContainerState = .running) -> Stage {
    var stage = Stage(200, 50)
    stage.hearContainers { list in
      var container = Fixture.container(Self.task, project: nil, state: state, status: "Up 3 days")
      container.labels = [
        "com.docker.swarm.service.name": "web", "com.docker.swarm.task.id": "wuvr2amsohp2kfy1vbrq7xv3b",
        "com.docker.swarm.task.name": Self.task, "com.docker.swarm.node.id": "q1w2e3",
        "com.docker.swarm.task": "",
      ]
      container.labels["com.docker.stack.namespace"] = stack
      list.append(container)
    }
    stage.select(Self.task)
    return stage
  }

  @Test func theStackColumnNamesTheSwarm() {
    var (alone, inStack) = (stage(), stage(stack: "shop"))
    alone.press("+ +")
    inStack.press("+ +")
    #expect(alone.rows(with: "web.1.wuvr").contains { $0.contains(" swarm") })
    #expect(inStack.rows(with: "web.1.wuvr").contains { $0.contains(" swarm:shop") })
  }

  @Test func aRemovalWarnsOfBoth() {
    var stage = stage()
    stage.press("d")
    #expect(stage.showing("removal needs force") && stage.showing("the swarm replaces it"))
  }

  @Test(arguments: ["s", "r"])
  func whatEndsItAsksWithAWarning(key: String) {
    var stage = stage()
    stage.press(key)
    #expect(stage.calls.isEmpty && stage.showing(Self.warning))
  }

  @Test func soDoesASignal() {
    var stage = stage()
    stage.press("K <enter>")
    #expect(stage.calls.isEmpty && stage.showing(Self.warning))
  }

  @Test func yesDoesIt() {
    var stage = stage()
    stage.press("s y")
    #expect(stage.calls == [.stop(stage.id(Self.task))])
  }

  @Test func enterIsNoYes() {
    var stage = stage()
    stage.press("s <enter>")
    #expect(stage.calls.isEmpty)
  }

  @Test func whatHasEndedIsHistoryThatNobodyReplaces() {
    var stage = stage(state: .exited)
    stage.press("d")
    #expect(stage.showing("Remove 1 container?") && !stage.showing("the swarm replaces"))
  }

  @Test func amongOthersTheyAreCounted() {
    var stage = stage()
    stage.press("<space>")
    stage.select("cache")
    stage.press("<space> s")
    #expect(stage.showing("1 of them belongs to swarm services (web): the swarm replaces them"))
  }
}
