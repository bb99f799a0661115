import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// What has happened since davit was started.
@Suite struct EventPaneTests {
  private func stage(_ keys: String = "") -> Stage {
    var stage = Stage(160, 48)
    stage.hearEvents()
    stage.press("8 " + keys)
    return stage
  }

  @Test func exitCodesAreWords() {
    #expect(stage().rows(with: "die").contains { $0.contains("exit 137, SIGKILL") })
  }

  @Test func noiseIsHiddenUntilItIsAskedFor() {
    var stage = stage()
    #expect(!stage.showing("exec_start"))
    stage.press(".")
    #expect(stage.showing("exec_start"))
    stage.press(".")
    #expect(!stage.showing("exec_start"))
  }

  @Test(arguments: [
    ("type:volume", ["backup"], ["shop_default"]), ("action:die", ["SIGKILL"], ["backup"]),
    ("!type:container", ["backup", "shop_default"], ["SIGKILL"]), ("exit:137", ["SIGKILL"], ["backup"]),
    ("label:team=ops", ["cache"], ["backup"]),
  ])
  func eventsAreFiltered(filter: String, shown: [String], hidden: [String]) {
    var stage = stage("/")
    stage.type(filter)
    stage.press("<enter>")
    let list = stage.lines.map { String($0.prefix(90)) }
    for word in shown { #expect(list.contains { $0.contains(word) }) }
    for word in hidden { #expect(!list.dropFirst(2).contains { $0.contains(word) }) }
  }

  @Test func theNewestIsFollowedUntilTheCursorLeavesIt() {
    var stage = stage()
    stage.hear(.event(Fixture.event("start", of: "cache", ["name": "cache"])))
    #expect(stage.state.panes[.events].isAtEnd && stage.showing("follow"))
    stage.press("k")
    let selection = stage.state.panes[.events].selection
    stage.hear(.event(Fixture.event("stop", of: "cache", ["name": "cache"])))
    #expect(stage.state.panes[.events].selection == selection && stage.showing("paused"))
    stage.press("f")
    #expect(stage.state.panes[.events].isAtEnd)
  }

  @Test func anEventOpensWhatItIsAbout() {
    var stage = stage("/")
    stage.type("type:network")
    stage.press("<enter> <enter> <enter>")
    #expect(stage.state.shared.activePane == .networks && stage.selected == "shop_default")
  }

  @Test func whatTheEngineRemembersIsReadForAContainer() {
    var stage = stage("/")
    stage.type("action:die")
    stage.press("<enter> ]")
    let id = stage.id("shop-worker-1")
    #expect(stage.state.engineStreams.contains(.document(.events(id), revision: 0)))
    let start = Fixture.event("start", of: "shop-worker-1")
    stage.hear(.document(.events(id), .success(.events([start]))))
    #expect(stage.rows(with: "start").count >= 1)
  }

  @Test func theyAreBoundedWithAWord() {
    var stage = Stage(160, 48)
    for second in 0..<3_000 {
      var event = Fixture.event("start", of: "cache", ["name": "cache"])
      event.time = Timestamp(seconds: Fixture.now.seconds + Int64(second))
      stage.hear(.event(event))
    }
    stage.press("8")
    let log = stage.state.firstEngine.seen
    #expect(log.events.count + log.dropped == 3_000 && log.events.count < SeenEvents.limit + 200)
    #expect(stage.showing("older dropped"))
  }

  @Test func longLabelsAreBoundedToo() {
    var log = SeenEvents()
    let label = String(repeating: "x", count: 100_000)
    for _ in 0..<500 { log.add(Fixture.event("start", of: "cache", ["label": label])) }
    #expect(log.events.count < 50 && log.events.count + log.dropped == 500)
  }

  @Test func quietEventsStandWhereTheirTimeIs() {
    var log = SeenEvents()
    for (second, action) in [(1, "start"), (3, "die"), (2, "exec_start: sh")] {
      var event = Fixture.event(action, of: "cache")
      event.time = Timestamp(seconds: Int64(second))
      log.add(event)
    }
    #expect(log.events.map(\.event.baseAction) == ["start", "exec_start", "die"])
    #expect(log.events.allSatisfy { log[$0.number] == $0.event })
  }

  @Test func aBreakIsSaid() {
    var stage = stage()
    stage.hear(.lost(Trouble("gone")))
    #expect(stage.showing("the engine went away"))
  }

  @Test func hostileNamesAreHarmless() {
    var stage = stage()
    stage.hear(.event(Fixture.event("start", of: "x", ["name": Fixture.hostile])))
    #expect(!stage.frame.plainText.contains("\u{1B}"))
  }
}

extension Stage {
  /// Events of every kind.
  mutating func hearEvents() {
    var second: Int64 = 0
    func event(
      _ kind: EngineEvent.Kind, _ action: String, _ actor: String, _ attributes: [String: String]
    ) -> EngineEvent {
      second += 7
      return EngineEvent(
        kind: kind, action: action, actorID: actor, attributes: attributes,
        time: Timestamp(seconds: Fixture.now.seconds + second))
    }
    let worker = Fixture.hex("shop-worker-1")
    let cache = Fixture.hex("cache")
    hear(
      .event(
        event(
          .container, "start", worker,
          ["name": "shop-worker-1", "image": "shop/api:dev", "com.docker.compose.project": "shop"])),
      .event(
        event(
          .network, "connect", Fixture.shopNetwork.rawValue, ["name": "shop_default", "container": worker])),
      .event(event(.container, "health_status: unhealthy", cache, ["name": "cache", "team": "ops"])),
      .quietEvents([event(.container, "exec_start: redis-cli ping", cache, ["name": "cache"])], unread: 0),
      .event(event(.container, "die", worker, ["name": "shop-worker-1", "exitCode": "137"])),
      .event(event(.volume, "create", "backup", ["driver": "local"])),
      .event(event(.image, "prune", "", ["reclaimed": "52428800"])))
  }
}
