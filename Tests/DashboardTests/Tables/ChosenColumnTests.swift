import EngineModel
import TerminalUI
import Testing

@testable import Dashboard

/// The columns of a list are chosen and ordered with `c`.
@Suite struct ChosenColumnTests {
  private func stage() -> Stage {
    var stage = Stage(240, 40)
    stage.press("2 + +")
    return stage
  }

  private func titles(_ stage: Stage) -> String { stage.rows(with: "STATUS").first ?? "" }

  @Test func anExtraColumnIsShownOnceChosen() throws {
    var stage = stage()
    #expect(!titles(stage).contains("MOUNTS"))
    stage.press("c")
    stage.choose("MOUNTS")
    stage.press("<esc>")
    #expect(titles(stage).contains("MOUNTS"))
    #expect(stage.rows(with: "shop-db-1").contains { $0.contains("shop_data") })
  }

  @Test func aColumnIsHidden() {
    var stage = stage()
    stage.press("c")
    stage.choose("IMAGE")
    stage.press("h <esc>")
    #expect(!titles(stage).contains("IMAGE"))
  }

  @Test func aColumnGoesFurtherLeft() throws {
    var stage = stage()
    stage.press("c")
    stage.choose("CPU")
    stage.press("< <esc>")
    let line = titles(stage)
    let (cpu, status) = (
      try #require(line.firstRange(of: "CPU")), try #require(line.firstRange(of: "STATUS"))
    )
    #expect(cpu.lowerBound < status.lowerBound)
  }

  @Test func theFirstOneGoesNoFurther() {
    var stage = stage()
    stage.press("c <enter> <")
    #expect(stage.showing("it is the first"))
  }

  @Test func allComesBackOnAKey() {
    var stage = stage()
    let before = titles(stage)
    stage.press("c")
    stage.choose("IMAGE")
    stage.press("h 0 <esc>")
    #expect(titles(stage) == before)
  }

  @Test func theLastColumnStays() {
    var stage = stage()
    stage.state.shared.panes[.containers].columns = ["name"]
    stage.press("c <enter> h")
    #expect(stage.state.shared.panes[.containers].columns == ["name"])
  }

  @Test func aTreeHasItsOwn() {
    var stage = Stage(160, 40)
    stage.press("1 c")
    #expect(stage.showing("stacks are a tree with fixed columns"))
  }

  @Test func whatIsNoColumnAnyMoreIsPassedOver() {
    var stage = stage()
    stage.state.shared.panes[.containers].columns = ["gone", "image"]
    #expect(stage.state.shared.columns(of: .containers).map(\.id) == ["image"])
  }

  @Test func aLabelOfTheSettingsIsAColumn() {
    var setup = DashboardSetup()
    setup.settings.containers.labels = ["com.docker.compose.service", "nobody.has.it"]
    var stage = Stage(240, 40, setup: setup)
    stage.press("2 + +")
    #expect(titles(stage).contains("SERVICE") && titles(stage).contains("IT"))
    #expect(stage.rows(with: "shop-db-1").contains { $0.contains(" db ") })
    stage.press("c")
    #expect(stage.showing("label com.docker.compose.service"))
  }

  @Test func aSecretInALabelIsMasked() {
    var setup = DashboardSetup()
    setup.settings.containers.labels = ["api_token"]
    var stage = Stage(240, 40, setup: setup)
    stage.hearContainers { $0[0].labels["api_token"] = "hunter22" }
    stage.press("2 + +")
    #expect(titles(stage).contains("API_TOKEN") && !stage.showing("hunter22"))
  }

  // MARK: Restarts

  private func counted(_ stage: Stage) -> [(ContainerID, Int)] {
    stage.state.subscriptions.compactMap { subscription in
      if case .restarts(let id, let reading) = subscription.stream { (id, reading) } else { nil }
    }
  }

  @Test func restartsAreAskedForWhereTheyAreShown() throws {
    var stage = stage()
    #expect(counted(stage).isEmpty)
    stage.state.shared.panes[.containers].columns = ["name", "restarts"]
    // No more at a time than an engine bears.
    #expect(counted(stage).count == 8)
    let (id, reading) = try #require(counted(stage).first { $0.0 == stage.id("shop-db-1") })
    stage.hear(.restarts(id, 1_234_567))
    #expect(stage.showing("1.2M"))
    #expect(!counted(stage).contains { $0.0 == id })
    stage.hear(.event(Fixture.event("start", of: "shop-db-1")))
    #expect(counted(stage).contains { $0.0 == id && $0.1 == reading + 1 })
  }

  // MARK: Figures

  @Test(arguments: [
    ("80→8080 443→8443 9000→9000", 26, "80→8080 443→8443 9000→9000"),
    ("80→8080 443→8443 9000→9000", 25, "80→8080 443→8443 +1"), ("80→8080 443→8443", 12, "80→8080 +1"),
    ("15672→15672/udp", 11, "+1"), ("15672→15672 5672", 10, "5672 +1"),
  ])
  func aPortIsShownWholeOrCounted(text: String, columns: Int, shown: String) {
    #expect(WholeWords.text(StyledText(text), columns: columns).plain == shown)
  }

  @Test func noFigureIsWiderThanItsColumn() {
    for value in [0.0, 9.96, 99.94, 999, 9_999.6, 12_800, 99_999] {
      #expect(Quantity.percent(value).count <= 5)
    }
    for bytes: UInt64 in [0, 1_023, 1_024 * 1_023, 104_857_599, 1 << 40, 1 << 59] {
      #expect(Quantity.bytes(bytes).count <= 5)
    }
    for count in [0, 9_999, 10_000, 999_499, 999_500, 4_194_304] {
      #expect(Quantity.shortCount(count).count <= 4)
    }
    for pane in PaneKind.allCases {
      for column in pane.feature.columns where ["net", "block"].contains(column.id) {
        #expect(column.minimum >= "1023M/1023M/s".count)
      }
    }
  }
}

extension Stage {
  /// Chooses the entry of the menu on the screen that has a text.
  mutating func choose(_ text: String) {
    guard case .menu(let menu)? = state.overlays.last,
      let index = menu.entries.firstIndex(where: { $0.title.contains(text) })
    else {
      Issue.record("no menu has \(text)")
      return
    }
    for _ in 0..<menu.entries.count {
      guard case .menu(let now)? = state.overlays.last, now.selected != index else { break }
      press("<down>")
    }
    press("<enter>")
  }
}
