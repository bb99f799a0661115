/// Numbers as the reference reads them of texts and makes them of each other, on the machines that it mostly runs on.
enum GoNumber {
  /// The number that a text stands for: with low lines between digits, hexadecimal only with an exponent of two, and
  /// `inf` and `nan` by name; nil for anything else and for what is beyond the largest number.
  static func float(_ text: String) -> Double? {
    let bytes = Array(text.lowercased().utf8)
    let digits = bytes.first.map("+-".utf8.contains) == true ? bytes.dropFirst() : bytes[...]
    if ["inf", "infinity", "nan"].contains(String(decoding: digits, as: UTF8.self)) {
      return digits.first == UInt8(ascii: "n") && digits.count < bytes.count ? nil : Double(text)
    }
    guard let plain = NumberText.withoutSeparators(String(decoding: digits, as: UTF8.self)),
      plain.utf8.contains(where: { (0x30...0x39).contains($0) }),
      plain.hasPrefix("0x") ? plain.utf8.contains(UInt8(ascii: "p")) : isDecimal(plain),
      let value = Double(closed(plain)), value.isFinite
    else { return nil }
    return bytes.first == UInt8(ascii: "-") ? -value : value
  }

  private static func isDecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || ".e+-".utf8.contains($0) }
      && text.utf8.first.map { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } == true
  }

  /// A digit on both sides of the point, which only the reference can do without.
  private static func closed(_ text: String) -> String {
    guard !text.hasPrefix("0x"), let point = text.firstIndex(of: ".") else { return text }
    let fraction = text[text.index(after: point)...]
    let isOpen = fraction.first.map { !("0"..."9").contains($0) } ?? true
    return (point == text.startIndex ? "0" : "") + text[..<point] + "." + (isOpen ? "0" : "") + fraction
  }

  /// A number without its fraction; the least one where it has no place in 64 bits.
  static func signed(_ value: Double) -> Int {
    Int(exactly: value.rounded(.towardZero)) ?? Int.min
  }

  /// A number from 0 on without its fraction; 2^63 where it has no place in 64 bits, nil below 0.
  static func unsigned(_ value: Double) -> UInt64? {
    value < 0 ? nil : UInt64(exactly: value.rounded(.towardZero)) ?? 1 << 63
  }
}
