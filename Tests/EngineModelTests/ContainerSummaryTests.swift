import Testing

@testable import EngineModel

@Suite struct ContainerSummaryTests {
  private let list: [ContainerSummary]

  init() throws { list = try [ContainerSummary](json: Array(Samples.containerList.utf8)) }

  @Test func readsNameStateAndHealth() {
    #expect(list[0].name == "shop_web_1")
    #expect(list[0].state == .running)
    #expect(list[0].health == .healthy)
    #expect(list[0].id.short == "b1aad7f1dfe7")
    #expect(list[0].created == Timestamp(seconds: 1_795_561_500))
  }

  @Test func readsPortsMountsAndNetworks() {
    #expect(
      list[0].ports == [
        PortBinding(address: "0.0.0.0", privatePort: 80, publicPort: 8080),
        PortBinding(privatePort: 53, proto: "udp"),
      ])
    #expect(list[0].mounts.map(\.name) == ["data", nil])
    #expect(list[0].mounts.map(\.readWrite) == [true, false])
    #expect(
      list[0].networks == [
        NetworkAttachment(name: "shop_default", networkID: "86c6", ipAddress: "172.17.0.5")
      ])
    #expect(list[0].networkMode == "shop_default")
  }

  @Test func readsWhatComposeWrote() {
    #expect(list[0].project == "shop")
    #expect(list[0].service == "web")
    #expect(list[0].containerNumber == 2)
    #expect(!list[0].isOneOff)
    #expect(list[0].projectWorkingDirectory == "/srv/shop")
    #expect(list[0].projectConfigFiles == ["/srv/shop/a.yml", "/srv/shop/b.yml"])
  }

  @Test func readsTheCodeOfOneThatEnded() {
    #expect(list[1].state == .exited)
    #expect(list[1].exitCode == 137)
    #expect(list[1].name == "cc99")
    #expect(list[1].project == nil)
  }

  @Test func theHealthMemberCountsBeforeTheText() throws {
    let json =
      #"{"Id":"a","Status":"Up 1 second (healthy)","Health":{"Status":"unhealthy","FailingStreak":3}}"#
    #expect(try ContainerSummary(json: Array(json.utf8)).health == .unhealthy)
  }

  @Test(arguments: [
    ("Up 2 hours (healthy)", HealthState.healthy), ("Up 2 hours (unhealthy)", .unhealthy),
    ("Up 3 seconds (health: starting)", .starting), ("Up 2 hours", .none), ("Up 9 seconds (Paused)", .none),
    ("", .none),
  ])
  func readsHealthFromText(status: String, health: HealthState) {
    #expect(HealthState(statusText: status) == health)
  }

  @Test(
    arguments: [
      ("Exited (0) 9 seconds ago", 0), ("Exited (137) 2 days ago", 137), ("Restarting (3) 2 seconds ago", 3),
      ("Up 9 seconds (Paused)", nil), ("Created", nil), ("Exited (", nil), ("Exited )(", nil),
    ] as [(String, Int?)])
  func readsExitCodeFromText(status: String, code: Int?) {
    #expect(ContainerSummary.exitCode(inStatus: status) == code)
  }

  @Test(arguments: [
    "created", "running", "paused", "restarting", "removing", "exited", "dead", "stopped", "melting",
  ])
  func keepsEveryStatesWord(word: String) {
    #expect(ContainerState(word).word == word)
  }

  @Test(arguments: ["{}", "\"x\"", "null", "[1]", "5"])
  func anythingButAListIsOfTheWrongShape(text: String) {
    #expect(throws: JSONError.self) { try [ContainerSummary](json: Array(text.utf8)) }
  }
}
