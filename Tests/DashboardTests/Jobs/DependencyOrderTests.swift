import EngineModel
import Testing

@testable import Dashboard

/// Starting and stopping a stack keeps to what its services wait for.
@Suite struct DependencyOrderTests {
  /// A stack of three services: the web waits for the healthy api, the api for the ended migration.
  private func stage(extra: [ContainerSummary] = []) -> Stage {
    var stage = Stage(silent: 120, 40)
    stage.hear(
      .containers(
        [
          container("web", waiting: "api:service_healthy:false"),
          container("api", waiting: "migrate:service_completed_successfully:false"), container("migrate"),
        ] + extra), .live)
    return stage
  }

  private func container(_ service: String, waiting: String = "", alive: Bool = false) -> ContainerSummary {
    ContainerSummary(
      id: ContainerID("id-\(service)"), names: ["shop-\(service)-1"], state: alive ? .running : .exited,
      labels: [
        "com.docker.compose.project": "shop", "com.docker.compose.service": service,
        "com.docker.compose.project.working_dir": "/srv/shop", "com.docker.compose.container-number": "1",
        "com.docker.compose.depends_on": waiting,
      ])
  }

  private func waves(_ stage: Stage) -> [[EngineCall]] {
    for case .sequence(let waves, _) in stage.engineEffects { return waves }
    return []
  }

  @Test func whatIsWaitedForStartsFirst() {
    var stage = stage()
    stage.press("1 g S y")
    #expect(
      waves(stage) == [
        [.start("id-migrate")], [.wait("id-migrate", for: .completed)], [.start("id-api")],
        [.wait("id-api", for: .healthy)], [.start("id-web")],
      ])
  }

  @Test func theQuestionNamesThemInTheirOrder() throws {
    var stage = stage()
    stage.press("1 g S")
    let rows = ["shop-migrate-1", "shop-api-1", "shop-web-1"].compactMap { stage.place(of: "│ \($0)")?.row }
    #expect(rows.count == 3 && rows == rows.sorted())
  }

  @Test func whatIsWaitedForStopsLast() {
    var stage = Stage(silent: 120, 40)
    stage.hear(
      .containers([
        container("web", waiting: "api:service_started:false", alive: true), container("api", alive: true),
      ]), .live)
    stage.press("1 g s y")
    #expect(waves(stage) == [[.stop("id-web")], [.stop("id-api")]])
  }

  @Test func oneServiceAloneWaitsForNothing() {
    var stage = stage()
    stage.press("1 g j S")
    #expect(stage.calls == [.start("id-api")])
  }

  @Test func independentContainersStartSideBySide() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("<space> j <space> S y")
    #expect(waves(stage).isEmpty)
  }

  @Test func aCircleIsNoTrap() {
    var stage = Stage(silent: 120, 40)
    stage.hear(
      .containers([
        container("a", waiting: "b:service_started:"), container("b", waiting: "a:service_started:"),
      ]),
      .live)
    stage.press("1 g S y")
    #expect(Set(waves(stage).joined()).count + stage.calls.count == 2)
  }

  @Test func aFailedWaitIsToldInTheNameOfTheStack() {
    var stage = stage()
    stage.press("1 g S y")
    stage.end(.failed("shop-api-1 is unhealthy"))
    #expect(stage.showing("cannot start shop: shop-api-1 is unhealthy"))
  }
}
