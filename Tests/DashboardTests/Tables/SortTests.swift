import EngineModel
import Testing

@testable import Dashboard

/// Lists are sorted by a column of one's choice, and equal rows never trade places.
@Suite struct SortTests {
  @Test func containersBeginInTheOrderOfTheirNames() {
    let names = Stage().names(.containers)
    #expect(names == names.sorted())
  }

  @Test func theMenuOffersTheColumns() {
    var stage = Stage()
    stage.press("o")
    #expect(stage.showing("Sort containers by") && stage.showing("now ascending"))
  }

  @Test func aChosenColumnSorts() {
    var stage = Stage()
    stage.press("3 o j <enter>")
    #expect(stage.names(.images).first == "registry.example:5000/team/old-tool:2.1")
  }

  @Test func theSameColumnAgainTurnsTheOrder() {
    var stage = Stage()
    stage.press("3 o j <enter> o <enter>")
    #expect(stage.names(.images).first == "busybox:1.36")
  }

  @Test func reverseTurnsTheOrder() {
    var stage = Stage()
    let before = stage.names(.containers)
    stage.press("O")
    #expect(stage.names(.containers) == before.reversed())
  }

  @Test func theSortedColumnHasAnArrow() {
    var stage = Stage()
    stage.press("+")
    #expect(stage.showing("NAME↑"))
  }

  @Test func equalRowsKeepTheirPlaces() {
    var stage = Stage()
    stage.press("o")
    for _ in 0..<3 { stage.press("j") }
    stage.press("k k <enter>")
    let before = stage.names(.containers)
    stage.hear(.containers(Fixture.containers.reversed()))
    #expect(stage.names(.containers) == before)
  }

  @Test func newSamplesSortAgain() {
    var stage = Stage()
    stage.sample(1, ["cache": 0, "shop-db-1": 0])
    stage.sample(2, ["cache": 0.1, "shop-db-1": 0.9])
    stage.press("o")
    stage.press("g j j j <enter>")
    #expect(stage.names(.containers).first == "shop-db-1")
    stage.sample(3, ["cache": 1.1, "shop-db-1": 0.9])
    #expect(stage.names(.containers).first == "cache")
  }

  @Test func stacksAreATreeAndNotSorted() {
    var stage = Stage()
    stage.press("1 o")
    #expect(stage.toasts == ["Sort: stacks are a tree with a fixed order"])
  }

  @Test func thoseNotRunningCanBeHidden() {
    var stage = Stage()
    stage.press(".")
    #expect(!stage.names(.containers).contains("shop-worker-1"))
    #expect(stage.names(.containers).contains("ana-web-1"))
  }

  @Test func thoseNotRunningComeBack() {
    var stage = Stage()
    stage.press(". .")
    #expect(stage.names(.containers).contains("shop-worker-1"))
  }

  @Test func theSidePaneShowsWhatItIsSortedBy() {
    var stage = Stage(120, 40)
    stage.sample(0, ["cache": 1])
    stage.sample(2, ["cache": 2], memory: 99 << 20)
    stage.press("2 o m")
    #expect(stage.showing("Containers MEM ↓"))
    #expect(stage.rows(with: "cache").contains { $0.contains("99.0M") })
  }

  @Test func aKeyOfTheMenuChoosesTheColumn() {
    var stage = Stage(120, 40)
    stage.press("2 o m")
    #expect(stage.state.panes[.containers].sort == SortOrder("memory", descending: true))
  }

  @Test func everyColumnOfTheMenuHasAKeyOfItsOwn() {
    for pane in PaneKind.allCases where !pane.feature.isTree {
      var stage = Stage(120, 40)
      stage.press("\(pane.digit) o")
      let keys = stage.menu?.entries.compactMap(\.key) ?? []
      #expect(Set(keys).count == keys.count && keys.count >= 4, "\(pane.title)")
    }
  }

  @Test func markedRowsDoNotMove() {
    var stage = Stage(120, 40)
    stage.press("2 o m g <space>")
    let before = stage.names(.containers)
    stage.sample(0, ["日本語データベース": 1])
    stage.sample(2, ["日本語データベース": 2], memory: 900 << 20)
    #expect(stage.names(.containers) == before)
    stage.press("<esc>")
    #expect(stage.names(.containers).first == "日本語データベース")
  }
}
