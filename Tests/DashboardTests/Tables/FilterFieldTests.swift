import EngineModel
import Testing

@testable import Dashboard

/// A list is filtered by fields too, several together, completed while one types.
@Suite struct FilterFieldTests {
  private func names(_ filter: String, in pane: PaneKind = .containers) -> [String] {
    var stage = Stage()
    stage.press("\(pane.digit) /")
    stage.type(filter)
    return stage.names(pane)
  }

  @Test(arguments: [
    ("state:exited", ["shop-migrate-run-1a2b", "shop-worker-1"]), ("health:unhealthy", ["shop-web-2"]),
    ("exit:137", ["shop-worker-1"]), ("port:8080", ["shop-web-1"]), ("port:808", []),
    ("image:postgres", ["shop-db-1", "日本語データベース"]),
    (
      "stack:shop state:running !health:healthy",
      [
        "shop-api-1", "shop-db-1", "shop-web-2",
      ]
    ),
    ("state:exited worker", ["shop-worker-1"]),
    ("service:web !health:healthy !state:paused", ["shop-web-2"]),
    ("volume:shop_data", ["shop-db-1"]),
  ])
  func containersByTheirFields(filter: String, wanted: [String]) { #expect(names(filter) == wanted) }

  @Test(arguments: [
    ("used:no", PaneKind.volumes, ["backup", "d9c1a53b443d"]), ("driver:null", .networks, ["none"]),
    ("used:cache", .images, ["redis:7"]),
  ])
  func otherPanesHaveFieldsToo(filter: String, pane: PaneKind, wanted: [String]) {
    #expect(names(filter, in: pane) == wanted)
  }

  @Test func aLabelIsFoundByItsKeyAndValue() {
    #expect(names("label:com.docker.compose.service=db") == ["shop-db-1"])
  }

  @Test func whatIsNoFieldIsAnExpression() { #expect(names("redis:7") == ["cache"]) }

  @Test func anExpressionKeepsItsBlanks() { #expect(names("exit 137") == ["shop-worker-1"]) }

  @Test func tabCompletesAFieldAndItsValue() {
    var stage = Stage()
    stage.press("/ h e <tab> u <tab>")
    #expect(stage.state.panes[.containers].filter == "health:unhealthy ")
    #expect(stage.names(.containers) == ["shop-web-2"])
  }

  @Test func theFooterNamesWhatIsPossible() {
    var stage = Stage(160, 40)
    stage.press("/ h e a l t h :")
    #expect(stage.showing("tab: health:healthy  health:starting  health:unhealthy"))
  }

  @Test func aFieldWithoutAValueYetHidesNothing() {
    #expect(names("state:").count == Fixture.containers.count)
  }

  @Test func everyPaneOfALotHasFields() {
    for pane in PaneKind.allCases where !pane.feature.isTree { #expect(pane.feature.filterFields.count >= 3) }
  }
}
