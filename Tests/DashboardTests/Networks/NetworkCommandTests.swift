import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// Networks are made, and containers connected to them and taken out of them.
@Suite struct NetworkCommandTests {
  /// The form of a new network with what was typed into its fields, sent.
  private func form(_ name: String, driver: String = "", subnets: [String] = []) -> Stage {
    var stage = Stage()
    stage.press("5 n")
    stage.type(name)
    stage.press("<down>")
    if !driver.isEmpty {
      stage.press("<ctrl-u>")
      stage.type(driver)
    }
    stage.press("<down>")
    for subnet in subnets {
      stage.type(subnet)
      stage.press("<enter>")
    }
    stage.press("<down> <down> <down> <down> <down> <down> <enter>")
    return stage
  }

  @Test func aNameIsEnough() {
    #expect(form("backend").calls == [.createNetwork(NetworkDefinition(name: "backend"))])
  }

  @Test func everythingIsTyped() {
    var stage = Stage()
    stage.press("5 n")
    stage.type("backend")
    stage.press("<down> <ctrl-u>")
    stage.type("macvlan")
    stage.press("<down>")
    stage.type("10.20.0.0/24")
    stage.press("<enter>")
    stage.type("fd00:9::/64")
    stage.press("<enter> <down>")
    stage.type("10.20.0.254")
    stage.press("<enter> <down> <down> <space> <down> <down>")
    stage.type("parent=eth0")
    stage.press("<enter> <down>")
    stage.type("note=two words")
    stage.press("<enter> <enter>")
    var wanted = NetworkDefinition(name: "backend")
    wanted.driver = "macvlan"
    wanted.pools = [
      AddressPool(subnet: "10.20.0.0/24", gateway: "10.20.0.254"), AddressPool(subnet: "fd00:9::/64"),
    ]
    (wanted.hasIPv6, wanted.isInternal) = (true, true)
    wanted.options = [LabelPair(key: "parent", value: "eth0")]
    wanted.labels = [LabelPair(key: "note", value: "two words")]
    #expect(stage.calls == [.createNetwork(wanted)])
    let command =
      "docker network create --driver macvlan --subnet 10.20.0.0/24 --gateway 10.20.0.254 --subnet fd00:9::/64 "
      + "--ipv6 --internal --opt parent=eth0 --label 'note=two words' backend"
    #expect(stage.state.jobs.last?.command == command)
  }

  @Test(arguments: [
    ([""], "a network needs a name"), (["lonely"], "there is a network lonely already"),
    (["a b"], "a name has no blanks and no /"), (["x", "", "many"], "many is no subnet"),
    (["x", "", "10.0.0.1/24"], "10.0.0.1/24 is within 10.0.0.0/24: write that"),
    (["x", "", "10.9.0.0/16"], "10.9.0.0/16 overlaps 10.9.0.0/24 of the network lonely"),
    (["x", "", "10.1.0.0/16 10.1.2.0/24"], "10.1.2.0/24 and 10.1.0.0/16 overlap"),
    (["x", "", "", "10.0.0.1"], "a gateway needs a subnet that it is in"),
    (["x", "", "10.1.0.0/24", "10.2.0.1"], "the gateway 10.2.0.1 is in no subnet"),
    (["x", "", "10.1.0.0/24", "10.1.0.0"], "10.1.0.0 names the network"),
    (["x", "", "", "", "", "", "", "=1"], "=1 is not key=value"),
  ])
  func whatCannotBeTakenIsSaid(texts: [String], problem: String) {
    let engine = Stage().state.firstEngine
    let error = #expect(throws: TypedProblem.self) { try NetworkForm.definition(texts, on: engine) }
    #expect(error?.text.hasPrefix(problem) == true)
  }

  @Test func whatTheEngineRefusesLosesNothing() {
    var stage = form("backend", driver: "wireguard")
    #expect(stage.showing("waiting for the engine"))
    stage.end(.failed(Trouble("could not find plugin wireguard in v1 plugin registry")))
    #expect(stage.showing("could not find plugin wireguard") && stage.showing("backend"))
    #expect(stage.toasts.isEmpty)
    stage.press("<enter>")
    #expect(stage.calls.count == 2)
    stage.end(.done)
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func whileTheEngineThinksNothingIsTypedOrSentAgain() {
    var stage = form("backend")
    stage.press("z <enter>")
    #expect(stage.calls == [.createNetwork(NetworkDefinition(name: "backend"))])
  }

  @Test func anEngineThatGoesAwayGivesTheFormBack() {
    var stage = form("backend")
    stage.hear(.lost(Trouble("gone")))
    #expect(stage.showing("the engine went away before answering") && stage.showing("backend"))
  }

  @Test func aContainerIsConnected() {
    var stage = Stage()
    stage.select("lonely", in: .networks)
    stage.press("C g <enter>")
    stage.type("store cache2")
    stage.press("<down>")
    stage.type("10.9.0.7")
    stage.press("<enter>")
    let connection = NetworkConnection(
      network: NetworkID(Fixture.hex("lonely")), name: "lonely", aliases: ["store", "cache2"],
      ipv4: "10.9.0.7")
    #expect(stage.calls.count == 1)
    guard case .connect(_, connection)? = stage.calls.first else {
      Issue.record("\(stage.calls)")
      return
    }
    let command = "docker network connect --alias store --alias cache2 --ip 10.9.0.7 lonely"
    #expect(stage.state.jobs.last?.command.hasPrefix(command) == true)
  }

  @Test func aTakenAddressIsSaid() throws {
    let engine = Stage().state.firstEngine
    for (text, problem) in [
      ("172.18.0.2", "172.18.0.2 is taken by "), ("172.18.0.1", "172.18.0.1 is taken by the gateway"),
      ("10.0.0.1", "10.0.0.1 is not in 172.18.0.0/16"), ("x", "x is no address"),
    ] {
      let error = #expect(throws: TypedProblem.self) {
        try ConnectForm.connection(Fixture.shopNetwork, ["", text], on: engine)
      }
      #expect(error?.text.hasPrefix(problem) == true)
    }
  }

  @Test func aContainerIsTakenOut() {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("D <enter>")
    #expect(stage.showing("Disconnect from shop_default?") && stage.showing("172.18.0.2"))
    #expect(stage.showing("nothing can reach it then") && stage.showing("8080"))
    stage.press("f y")
    let wanted = EngineCall.disconnect(
      stage.id("shop-web-1"), from: Fixture.shopNetwork, named: "shop_default", force: true)
    #expect(stage.calls == [wanted])
    stage.press("@ <enter>")
    #expect(stage.showing("docker network disconnect --force shop_default shop-web-1"))
  }

  @Test func theHostsNetworkTakesNobody() {
    var stage = Stage()
    stage.select("host", in: .networks)
    stage.press("C")
    #expect(stage.toasts.last?.contains("a container is on the host's network from its start") == true)
  }

  @Test func severalContainersAreConnectedAtOnce() {
    var stage = Stage()
    stage.select("cache")
    stage.press("<space>")
    stage.select("shop-web-1")
    stage.press("<space> C")
    #expect(stage.showing("Connect 2 containers to"))
    for _ in 0..<10 where !stage.selectedEntry("lonely") { stage.press("j") }
    stage.press("<enter>")
    #expect(stage.calls.count == 2)
  }

  @Test func readOnlyChangesNothing() {
    for keys in ["5 n", "5 G C", "5 G D", "2 C", "2 D", "4 n"] {
      var stage = Stage(setup: DashboardSetup(isReadOnly: true))
      stage.press(keys)
      #expect(stage.state.overlays.isEmpty && stage.toasts.last?.contains("read-only") == true)
    }
  }
}

extension Stage {
  /// Whether the cursor of the menu on top is on an entry.
  func selectedEntry(_ title: String) -> Bool {
    guard case .menu(let menu)? = state.overlays.last else { return false }
    return menu.entries[menu.selected].title == title
  }
}
