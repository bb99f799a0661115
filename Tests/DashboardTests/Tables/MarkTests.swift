import EngineModel
import Testing

@testable import Dashboard

/// Marks make one command act on several rows.
@Suite struct MarkTests {
  @Test func aMarkMovesOn() {
    var stage = Stage()
    stage.press("g <space>")
    #expect(stage.state.panes[.containers].selectionIndex == 1)
  }

  @Test func markedRowsAreCountedInTheFooter() {
    var stage = Stage()
    stage.press("g <space> <space>")
    #expect(stage.showing("2 marked"))
  }

  @Test func aMarkIsTakenBackByTheSameKey() {
    var stage = Stage()
    stage.press("g <space> k <space>")
    #expect(stage.state.panes[.containers].marks.isEmpty)
  }

  @Test func allRowsAreMarkedAtOnce() {
    var stage = Stage()
    stage.press("*")
    #expect(stage.state.panes[.containers].marks.count == Fixture.containers.count)
  }

  @Test func allMarksGoAtOnce() {
    var stage = Stage()
    stage.press("* *")
    #expect(stage.state.panes[.containers].marks.isEmpty)
  }

  @Test func aBulkStopAsksFirst() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space> <space> s")
    #expect(stage.showing("Stop 2 containers?"))
    #expect(stage.calls.isEmpty)
  }

  @Test func aBulkStopStopsTheMarkedOnes() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space> <space> s y")
    #expect(stage.calls == [.stop(stage.id("shop-api-1")), .stop(stage.id("shop-db-1"))])
  }

  @Test func aBulkStopLeavesStoppedOnesAlone() {
    var stage = Stage()
    stage.press("* s")
    #expect(stage.showing("Stop 8 containers?"))
  }

  @Test func marksEndWithTheBulkCommand() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space> <space> s y")
    #expect(stage.state.panes[.containers].marks.isEmpty)
  }

  @Test func marksStayWhenTheQuestionIsDeclined() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space> <space> s n")
    #expect(stage.state.panes[.containers].marks.count == 2)
  }

  @Test func aMarkGoesWithItsRow() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space> <space>")
    stage.hearContainers { list in list.removeAll { $0.name == "shop-api-1" } }
    #expect(stage.state.panes[.containers].marks == [.container(stage.id("shop-db-1"), on: .first)])
  }

  @Test func markedImagesAreRemovedByTag() {
    var stage = Stage()
    stage.select("nginx:1.27", in: .images)
    stage.press("<space> <space> d y")
    #expect(
      stage.calls == [
        .removeImage(reference: "nginx:1.27", force: false),
        .removeImage(reference: "nginx:latest", force: false),
      ])
  }

  @Test func aMarkedRowIsMarkedOnTheScreen() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space>")
    #expect(stage.showing("✓ shop-api-1"))
  }
}
