import EngineModel
import Testing

@testable import Dashboard

/// Compose projects as a tree.
@Suite struct StackTreeTests {
  @Test func theSameNameInTwoFoldersIsTwoStacks() {
    #expect(Stage().names(.stacks).filter { $0 == "shop" }.count == 2)
  }

  @Test func theFolderTellsThemApart() {
    var stage = Stage(200, 50)
    stage.press("1 +")
    #expect(stage.showing("shop  /home/ana/shop") && stage.showing("shop  /srv/shop"))
  }

  @Test func servicesAreInTheOrderOfTheirNames() {
    #expect(
      Stage().names(.stacks) == [
        "shop", "web", "shop", "api", "db", "web", "worker", "shop-migrate-run-1a2b",
      ])
  }

  @Test func aServiceOpensToItsReplicas() {
    var stage = Stage()
    stage.press("1 G k k z")
    #expect(
      stage.names(.stacks).suffix(4) == ["shop-web-1", "shop-web-2", "worker", "shop-migrate-run-1a2b"])
  }

  @Test func aFoldedStackHidesItsServices() {
    var stage = Stage()
    stage.press("1 g z")
    #expect(stage.names(.stacks).prefix(2) == ["shop", "shop"])
  }

  @Test func foldingAReplicaFoldsItsService() {
    var stage = Stage()
    stage.press("1 G k k z j z")
    #expect(stage.selected == "web")
    #expect(!stage.names(.stacks).contains("shop-web-1"))
  }

  @Test func foldingAOneOffContainerFoldsItsStack() {
    var stage = Stage()
    stage.press("1 G z")
    #expect(stage.names(.stacks) == ["shop", "web", "shop"])
  }

  @Test func aOneOffContainerIsNoReplica() {
    var stage = Stage()
    stage.hearContainers { $0.append(Fixture.container("shop-web-run-9", service: "web", isOneOff: true)) }
    stage.press("1")
    #expect(stage.showing("4/5 unhealthy"))
  }

  @Test func aServiceStopsAllItsReplicas() {
    var stage = Stage()
    stage.press("1 G k k s y")
    #expect(stage.calls == [.stop(stage.id("shop-web-1")), .stop(stage.id("shop-web-2"))])
  }

  @Test func aStackSaysHowManyRun() {
    var stage = Stage()
    stage.press("1")
    #expect(!stage.rows(with: "4/5 unhealthy").isEmpty)
  }
}
