import YAMLDocument

/// The type of a scalar by the rules of the reference's YAML reader: YAML 1.2's core schema with the numbers of 1.1
/// (`0123` is octal, `1_000` a thousand) and dates, but `yes`, `no`, `on` and `off` as texts.
enum ScalarTyping {
  static func content(of scalar: YAMLScalar) -> ComposeNode.Content {
    guard scalar.style == .plain else { return .text(scalar.text) }
    switch scalar.tag {
    case nil: return plain(scalar.text)
    case "tag:yaml.org,2002:int"?, "tag:yaml.org,2002:bool"?, "tag:yaml.org,2002:null"?:
      return plain(scalar.text)
    case "tag:yaml.org,2002:float"?:
      switch plain(scalar.text) {
      case .integer(let value): return .number(Double(value))
      case .unsigned(let value): return .number(Double(value))
      case let other: return other
      }
    default: return .text(scalar.text)
    }
  }

  static func plain(_ text: String) -> ComposeNode.Content {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return truth(text).map(ComposeNode.Content.bool) ?? .text(text)
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"):
      return ["~", "null", "Null", "NULL"].contains(text) ? .null : .text(text)
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x30...0x39:
      return number(text) ?? (TimeText.isTime(text) ? .time(text) : .text(text))
    default:
      return .text(text)
    }
  }

  private static func truth(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  private static func number(_ text: String) -> ComposeNode.Content? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
    case ".nan", ".NaN", ".NAN": return .number(.nan)
    default: break
    }
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "_") }
    if let value = integer(bytes) { return value }
    guard isFloat(bytes) else { return nil }
    let digits = String(decoding: bytes, as: UTF8.self)
    return GoNumber.float(digits).map(ComposeNode.Content.number)
  }

  /// A whole number: decimal, `0x`, `0o`, `0b`, or octal behind a zero.
  private static func integer(_ bytes: [UInt8]) -> ComposeNode.Content? {
    var digits = bytes[...]
    let sign = digits.first.flatMap { "+-".utf8.contains($0) ? $0 : nil }
    if sign != nil { digits = digits.dropFirst() }
    guard let first = digits.first, (0x30...0x39).contains(first) else { return nil }
    var radix = 10
    if first == 0x30, digits.count > 1 {
      let prefixes: [UInt8: Int] = [0x78: 16, 0x58: 16, 0x6F: 8, 0x4F: 8, 0x62: 2, 0x42: 2]
      if let prefixed = prefixes[digits[digits.startIndex + 1]] {
        (radix, digits) = (prefixed, digits.dropFirst(2))
      } else {
        (radix, digits) = (8, digits.dropFirst())
      }
    }
    guard let next = digits.first, next != 0x2B, next != 0x2D else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    if let value = Int((sign == UInt8(ascii: "-") ? "-" : "") + text, radix: radix) { return .integer(value) }
    return sign == nil ? UInt64(text, radix: radix).map(ComposeNode.Content.unsigned) : nil
  }

  /// `[-+]?(.digits|digits[.digits])([eE][-+]?digits)?`
  private static func isFloat(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    let whole = digits()
    var fraction = 0
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      fraction = digits()
    }
    guard whole + fraction > 0 else { return false }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
