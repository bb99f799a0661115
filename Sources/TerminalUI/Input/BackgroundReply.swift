/// The terminal's answer to the question for its background colour (OSC 11, "XTerm Control Sequences").
enum BackgroundReply {
  /// Whether the colour in `ESC ] 11 ; rgb:RRRR/GGGG/BBBB` is a light one; nil for other strings.
  static func isLight(_ bytes: some Collection<UInt8>) -> Bool? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "]11;rgb"),
      let colon = text[start.upperBound...].firstIndex(of: ":")
    else { return nil }
    let parts = text[text.index(after: colon)...].split(separator: "/")
    guard parts.count >= 3, let red = share(parts[0]), let green = share(parts[1]), let blue = share(parts[2])
    else { return nil }
    // Rec. 709's weights, on values that are not made linear: enough to tell light from dark.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5
  }

  /// A component of one to four hexadecimal digits as a share of its largest value.
  private static func share(_ digits: Substring) -> Double? {
    let digits = digits.prefix(while: \.isHexDigit)
    guard (1...4).contains(digits.count), let value = Int(digits, radix: 16) else { return nil }
    return Double(value) / Double((1 << (4 * digits.count)) - 1)
  }
}
