import EngineModel
import Testing

@testable import Dashboard

/// Limits and the restart policy are changed while a container runs.
@Suite struct LimitFormTests {
  /// The form for a container with 256M of memory.
  private func form(_ keys: String = "") -> Stage {
    var stage = Stage()
    stage.select("cache")
    stage.press("L")
    stage.hearDocument(of: "cache")
    stage.press(keys)
    return stage
  }

  @Test func itsDefinitionIsReadForIt() {
    var stage = Stage()
    stage.select("cache")
    stage.press("L")
    #expect(stage.state.engineStreams.contains(.document(.container(stage.id("cache")), revision: 0)))
  }

  @Test func memoryTakesItsSwapAlong() {
    var stage = form()
    stage.type("512m")
    stage.press("<enter> <enter> <enter> <enter>")
    var wanted = ContainerLimits()
    (wanted.memory, wanted.memorySwap) = (512 << 20, 1 << 30)
    #expect(stage.calls == [.update(stage.id("cache"), wanted)])
  }

  @Test func everythingAtOnce() {
    var stage = form()
    stage.type("1g")
    stage.press("<enter>")
    stage.type("0.15")
    stage.press("<enter>")
    stage.type("64")
    stage.press("<enter>")
    stage.type("on-failure:5")
    stage.press("<enter>")
    #expect(stage.calls.count == 1)
    stage.press("@ <enter>")
    let command = "docker update --memory 1073741824 --memory-swap 2147483648 --cpus 0.15 --pids-limit 64"
    #expect(stage.showing(command) && stage.showing("on-failure:5 cache"))
  }

  @Test(arguments: [
    (["lots", "", "", ""], "memory looks like 512m or 2g, at least 6m"),
    (["4m", "", "", ""], "memory looks like 512m or 2g, at least 6m"),
    (["", "many", "", ""], "CPUs look like 0.5 or 2; 0 is no limit"),
    (["", "", "-1", ""], "processes: a number; 0 is no limit"),
    (["", "", "", "sometimes"], "restart is no, always, unless-stopped, on-failure or on-failure:5"),
    (["", "", "", "always:3"], "only on-failure takes a number of retries: on-failure:5"),
  ])
  func whatCannotBeTakenIsSaid(texts: [String], problem: String) throws {
    let error = #expect(throws: LimitProblem.self) {
      try ContainerLimits(
        memory: texts[0], cores: texts[1], pids: texts[2], restart: texts[3], now: nil, swap: nil)
    }
    #expect(error?.text == problem)
  }

  @Test(arguments: [
    ("512m", Int64(256 << 20), Int64(512 << 20)), ("512m", Int64(512 << 20), Int64(768 << 20)),
    ("512m", -1, -1),
    ("512m", 0, 1 << 30),
  ])
  func swapKeepsItsDistance(memory: String, swap: Int64, wanted: Int64) throws {
    let document = Fixture.object([
      ("Id", .string("c")), ("HostConfig", Fixture.object([("Memory", .number("268435456"))])),
    ])
    let host = try #require(ContainerDetails(document)).host
    let limits = try ContainerLimits(memory: memory, cores: "", pids: "", restart: "", now: host, swap: swap)
    #expect(limits.memorySwap == wanted)
  }

  @Test func nothingTypedChangesNothing() {
    let stage = form("<enter> <enter> <enter> <enter>")
    #expect(stage.calls.isEmpty && stage.toasts == ["nothing to change: no value was typed"])
  }

  @Test func theFieldsSayHowItIsNow() {
    let stage = form("<esc> L")
    #expect(stage.showing("now 256M") && stage.showing("now always"))
  }
}
