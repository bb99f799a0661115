/// A number of 128 bits that stands for a text: the same for the same text in every run, in practice never the same for
/// two. It guards against mistakes, not against forgers.
package struct ContentDigest: Sendable, Hashable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  /// The digest of a text.
  package init(of text: String) {
    var text = text
    self = text.withUTF8 { Self(of: UnsafeRawBufferPointer($0)) }
  }

  init(of bytes: UnsafeRawBufferPointer) {
    var (one, two): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F)
    var at = 0
    while at + 8 <= bytes.count {
      (one, two) = Self.mixed(one, two, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian)
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    (one, two) = Self.mixed(one, two, rest)
    (one, two) = Self.mixed(one, two, UInt64(bytes.count))
    (high, low) = Self.mixed(one, two, one ^ two)
  }

  /// Both halves after one more word, each by a multiplication whose upper half is folded in, so that every bit of the
  /// word reaches every bit of the halves.
  private static func mixed(_ one: UInt64, _ two: UInt64, _ word: UInt64) -> (UInt64, UInt64) {
    let first = (one ^ word).multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    let second = (two &+ word ^ (one << 32 | one >> 32)).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return (first.high ^ first.low &+ two, second.high ^ second.low &+ one)
  }

  /// 32 hexadecimal digits.
  package var description: String { Self.digits(high) + Self.digits(low) }

  /// A digest from its description; nil for anything else.
  package init?(_ description: String) {
    guard description.utf8.count == 32,
      description.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
      let high = UInt64(description.prefix(16), radix: 16),
      let low = UInt64(description.suffix(16), radix: 16)
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  private static func digits(_ number: UInt64) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
