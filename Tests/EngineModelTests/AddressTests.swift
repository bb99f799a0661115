import EngineModel
import Testing

/// Addresses as numbers: texts, ranges, and what is free in them.
@Suite struct AddressTests {
  @Test(arguments: [
    ("10.0.0.7", "10.0.0.7"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("::", "::"),
    ("::1", "::1"), ("fd00:0:0:0:0:0:0:7", "fd00::7"), ("2001:DB8:0:1:0:0:0:1", "2001:db8:0:1::1"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("fe80::", "fe80::"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
  ])
  func anAddressIsReadAndWritten(text: String, written: String) {
    #expect(NetworkAddress(text)?.description == written)
  }

  @Test(arguments: [
    "", "10.0.0", "10.0.0.256", "10.0.0.+1", "10.0.0.1.2", "10.0.0.0001", ":", ":::", "1::2::3", "12345::",
    "g::",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "\u{1B}[2J",
  ])
  func anythingElseIsNone(text: String) { #expect(NetworkAddress(text) == nil) }

  @Test func aRangeKnowsItsEnds() throws {
    let range = try #require(AddressRange("172.18.0.0/16"))
    #expect(range.last.description == "172.18.255.255" && range.count == 65_536)
    let all = try #require(AddressRange("::/0"))
    #expect(all.last.description == "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" && all.count == nil)
    #expect(AddressRange("10.0.0.1/24") == nil && AddressRange("10.0.0.0/33") == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.9.0.0/24", true), ("10.9.0.0/24", "10.0.0.0/8", true),
    ("10.0.0.0/24", "10.0.1.0/24", false), ("::/0", "10.0.0.0/8", false),
  ])
  func rangesOverlapOrNot(left: String, right: String, wanted: Bool) throws {
    let (first, second) = (try #require(AddressRange(left)), try #require(AddressRange(right)))
    #expect(first.overlaps(second) == wanted)
  }

  @Test func whatIsFreeIsCounted() throws {
    let pool = AddressPool(subnet: "10.9.0.0/29", gateway: "10.9.0.1", reserved: ["10.9.0.3"])
    let use = try #require(PoolUse(pool, members: [NetworkAddress("10.9.0.2")].compactMap(\.self)))
    // Eight addresses: the first and the last name networks, three are taken.
    #expect(use.taken == 3 && use.free == 3)
    #expect(use.next.map(\.description) == ["10.9.0.4", "10.9.0.5", "10.9.0.6"])
  }

  @Test func aPartOfTheSubnetIsWhatIsGiven() throws {
    let pool = AddressPool(subnet: "10.9.0.0/24", range: "10.9.0.128/25", gateway: "10.9.0.1")
    let use = try #require(PoolUse(pool, members: []))
    #expect(use.free == 127 && use.next.first?.description == "10.9.0.128")
  }

  @Test func nobodyCountsAllOfIPv6() throws {
    let pool = AddressPool(subnet: "fd00:9::/64", gateway: "fd00:9::1")
    let use = try #require(PoolUse(pool, members: [NetworkAddress("fd00:9::2")].compactMap(\.self)))
    #expect(use.free == nil && use.taken == 2)
    #expect(use.next.map(\.description) == ["fd00:9::3", "fd00:9::4", "fd00:9::5"])
  }

  @Test func aFullRangeHasNothingFree() throws {
    let members = (1...2).compactMap { NetworkAddress("10.9.0.\($0)") }
    let use = try #require(PoolUse(AddressPool(subnet: "10.9.0.0/30"), members: members))
    #expect(use.free == 0 && use.next.isEmpty)
  }
}
