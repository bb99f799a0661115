/// An address of IPv4 or IPv6 as a number, so that addresses can be compared and counted on.
public struct NetworkAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Whether it is one of IPv6.
  public let isIPv6: Bool
  /// The address as a number; below 2^32 for IPv4.
  public let value: UInt128

  /// An address as a number.
  public init(isIPv6: Bool, value: UInt128) {
    self.isIPv6 = isIPv6
    self.value = value
  }

  /// Reads `10.0.0.7` or `fd00::7` (RFC 4291, 2.2); nil for anything else.
  public init?(_ text: some StringProtocol) {
    let value = text.contains(":") ? Self.six(String(text)) : Self.four(text)
    guard let value else { return nil }
    self.init(isIPv6: text.contains(":"), value: value)
  }

  /// How many bits an address has.
  public var bits: Int { isIPv6 ? 128 : 32 }

  /// The address so many further; nil where there is none.
  public func advanced(by count: UInt128) -> NetworkAddress? {
    let (sum, isTooLarge) = value.addingReportingOverflow(count)
    guard !isTooLarge, isIPv6 || sum <= UInt128(UInt32.max) else { return nil }
    return NetworkAddress(isIPv6: isIPv6, value: sum)
  }

  /// IPv4 before IPv6, then by number.
  public static func < (left: NetworkAddress, right: NetworkAddress) -> Bool {
    (left.isIPv6 ? 1 : 0, left.value) < (right.isIPv6 ? 1 : 0, right.value)
  }

  private static func four(_ text: some StringProtocol) -> UInt128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt128 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        let byte = UInt8(part)
      else { return nil }
      value = value << 8 | UInt128(byte)
    }
    return value
  }

  private static func six(_ text: String) -> UInt128? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    let groups = halves.map { half in
      half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false).map(Self.group)
    }
    let known = groups.joined().compactMap(\.self)
    guard known.count == groups.reduce(0, { $0 + $1.count }) else { return nil }
    guard halves.count == 2 ? known.count < 8 : known.count == 8 else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - known.count)
    let all = groups[0].compactMap(\.self) + zeros + (groups.count > 1 ? groups[1].compactMap(\.self) : [])
    return all.reduce(0) { $0 << 16 | UInt128($1) }
  }

  private static func group(_ text: Substring) -> UInt16? {
    (1...4).contains(text.utf8.count) && text.allSatisfy(\.isHexDigit) ? UInt16(text, radix: 16) : nil
  }

  /// `10.0.0.7`, `fd00::7` (RFC 5952: the longest run of zeros is left out).
  public var description: String {
    guard isIPv6 else {
      return (0..<4).map { String(value >> UInt128(24 - $0 * 8) & 0xFF) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128(112 - $0 * 16)) }
    var best = 0..<0
    var start = 0
    while start < 8 {
      let end = groups[start...].firstIndex { $0 != 0 } ?? 8
      if end - start > max(1, best.count) { best = start..<end }
      start = max(end, start) + 1
    }
    func text(_ range: Range<Int>) -> String {
      groups[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    return best.isEmpty ? text(0..<8) : text(0..<best.lowerBound) + "::" + text(best.upperBound..<8)
  }
}

/// A range of addresses as networks have them: `172.18.0.0/16`.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
  /// Its first address: all bits behind the prefix are zero.
  public let first: NetworkAddress
  /// How many leading bits its addresses share.
  public let prefix: Int

  /// The range of a prefix around an address; nil where the prefix is longer than addresses are.
  public init?(around address: NetworkAddress, prefix: Int) {
    guard (0...address.bits).contains(prefix) else { return nil }
    let rest = address.bits - prefix
    let value = rest >= 128 ? 0 : (address.value >> UInt128(rest)) << UInt128(rest)
    first = NetworkAddress(isIPv6: address.isIPv6, value: value)
    self.prefix = prefix
  }

  /// Reads `10.0.0.0/24`; nil for anything else, also where the address is not the range's first.
  public init?(_ text: some StringProtocol) {
    guard let range = Self.around(text), range.address == range.range.first else { return nil }
    self = range.range
  }

  /// Reads `10.0.0.7/24` as an address and the range that it is in; nil for anything else.
  public static func around(_ text: some StringProtocol) -> (address: NetworkAddress, range: AddressRange)? {
    guard let slash = text.firstIndex(of: "/"), let address = NetworkAddress(text[..<slash]),
      let prefix = Int(text[text.index(after: slash)...]),
      let range = AddressRange(around: address, prefix: prefix)
    else { return nil }
    return (address, range)
  }

  /// Whether its addresses are of IPv6.
  public var isIPv6: Bool { first.isIPv6 }

  /// Its last address.
  public var last: NetworkAddress {
    let rest = first.bits - prefix
    let ones = rest >= 128 ? UInt128.max : (UInt128(1) << UInt128(rest)) - 1
    return NetworkAddress(isIPv6: isIPv6, value: first.value | ones)
  }

  /// Whether an address is in it.
  public func contains(_ address: NetworkAddress) -> Bool {
    address.isIPv6 == isIPv6 && first <= address && address <= last
  }

  /// Whether both have addresses in common.
  public func overlaps(_ other: AddressRange) -> Bool { contains(other.first) || other.contains(first) }

  /// How many addresses it has; nil for 2^64 and more, which nobody counts.
  public var count: UInt64? {
    let rest = first.bits - prefix
    return rest < 64 ? UInt64(1) << UInt64(rest) : nil
  }

  /// `172.18.0.0/16`.
  public var description: String { "\(first)/\(prefix)" }
}

/// A range that a network gives addresses from (`IPAM.Config` of GET /networks/{id}).
public struct AddressPool: Hashable, Sendable {
  /// The network's addresses: "172.18.0.0/16".
  public var subnet: String
  /// The part of them that containers get theirs from; nil for all.
  public var range: String?
  /// The gateway's address; nil where there is none.
  public var gateway: String?
  /// Addresses that are kept for something else (`AuxiliaryAddresses`).
  public var reserved: [String]

  /// A pool as given.
  public init(subnet: String, range: String? = nil, gateway: String? = nil, reserved: [String] = []) {
    self.subnet = subnet
    self.range = range
    self.gateway = gateway
    self.reserved = reserved
  }
}

/// How full a pool is, given the addresses that containers have.
public struct PoolUse: Hashable, Sendable {
  /// The addresses of the network.
  public let subnet: AddressRange
  /// The part that containers get theirs from.
  public let range: AddressRange
  /// The addresses in the range that containers, the gateway and others have.
  public let taken: Int
  /// How many can still be given; nil for more than anybody counts.
  public let free: UInt64?
  /// The first free ones, a few.
  public let next: [NetworkAddress]

  /// The use of a pool; nil where the engine's words for it are no addresses. The first address of a range names the
  /// network and the last of an IPv4 range everybody in it: neither is given to anybody.
  public init?(_ pool: AddressPool, members: [NetworkAddress], wanted: Int = 3) {
    guard let subnet = AddressRange.around(pool.subnet)?.range else { return nil }
    let range = pool.range.flatMap { AddressRange.around($0)?.range } ?? subnet
    let others = ([pool.gateway].compactMap(\.self) + pool.reserved).compactMap { text in
      NetworkAddress(text.prefix { $0 != "/" })
    }
    let names =
      subnet.first.bits - subnet.prefix >= 2 ? [subnet.first] + (subnet.isIPv6 ? [] : [subnet.last]) : []
    let held = Set((members + others).filter(range.contains))
    let unusable = held.union(names.filter(range.contains))
    self.subnet = subnet
    self.range = range
    taken = held.count
    free = range.count.map { $0 - min($0, UInt64(unusable.count)) }
    var next: [NetworkAddress] = []
    var address: NetworkAddress? = range.first
    // No more steps than there are addresses in the way.
    while let here = address, here <= range.last, next.count < wanted {
      if !unusable.contains(here) { next.append(here) }
      address = here.advanced(by: 1)
    }
    self.next = next
  }
}
