/// Bytes as text (RFC 4648).
package enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  private static func alphabet(forURL: Bool) -> [UInt8] { letters + Array((forURL ? "-_" : "+/").utf8) }

  /// The text of bytes, padded; with the letters that stand for themselves in a URL where asked for.
  package static func encoded(_ bytes: [UInt8], forURL: Bool = false) -> String {
    let alphabet = alphabet(forURL: forURL)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word: UInt32 = 0
      for offset in 0..<3 { word = word << 8 | UInt32(group.dropFirst(offset).first ?? 0) }
      for place in 0..<4 {
        let letter = alphabet[Int(word >> UInt32(18 - 6 * place) & 63)]
        text.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text in either alphabet, padded or not; nil where it is no such text.
  package static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (word, bits): (UInt32, Int) = (0, 0)
    for byte in text.utf8.filter({ $0 > 0x20 && $0 != UInt8(ascii: "=") }) {
      guard let value = value(of: byte) else { return nil }
      word = word << 6 | value
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
      word &= (1 << UInt32(bits)) - 1
    }
    return bits == 6 ? nil : bytes
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: letters.firstIndex(of: byte).map(UInt32.init)
    }
  }
}
