import EngineModel
import Testing

@testable import Dashboard

/// The tab that tells who is in a network.
@Suite struct AddressesTabTests {
  @Test func membersAreReadWhileItIsLookedAt() {
    var stage = Stage()
    stage.select("shop_default", in: .networks)
    #expect(stage.state.engineStreams.contains(.document(.members(Fixture.shopNetwork), revision: 0)))
    stage.press("]")
    #expect(!stage.state.engineStreams.contains(.document(.members(Fixture.shopNetwork), revision: 0)))
    #expect(stage.state.engineStreams.contains(.document(.network(Fixture.shopNetwork), revision: 0)))
  }

  @Test func aRowOpensItsContainer() {
    var stage = Stage()
    stage.hearMembers()
    stage.press("<enter> j <enter>")
    #expect(stage.state.shared.activePane == .containers)
    #expect(stage.selected?.hasPrefix("shop-") == true)
  }

  @Test func aContainerThatJoinsIsReadAgain() {
    var stage = Stage()
    stage.hearMembers()
    stage.hear(
      .event(
        EngineEvent(
          kind: .network, action: "connect", actorID: Fixture.shopNetwork.rawValue,
          attributes: ["container": Fixture.hex("cache")])))
    #expect(stage.state.engineStreams.contains(.document(.members(Fixture.shopNetwork), revision: 1)))
  }

  @Test func whatWasNotAskedIsSaid() {
    var stage = Stage()
    stage.select("shop_default", in: .networks)
    stage.hear(.document(.members(Fixture.shopNetwork), .success(.members(NetworkMembers([], unasked: 12)))))
    #expect(stage.showing("the aliases of 12 containers were not read"))
  }
}

extension Stage {
  /// Looks at the shop's network and hears who is in it.
  mutating func hearMembers() {
    select("shop_default", in: .networks)
    let members = ["shop-api-1", "shop-db-1", "shop-web-1", "shop-web-2"].enumerated().map { index, name in
      NetworkMember(
        container: id(name), name: name,
        addresses: [NetworkAddress("172.18.0.\(index + 2)")].compactMap(\.self),
        mac: "02:42:ac:12:00:0\(index + 2)", aliases: [String(name.dropFirst(5).dropLast(2))])
    }
    hear(.document(.members(Fixture.shopNetwork), .success(.members(NetworkMembers(members)))))
  }
}
