/// A single value as it was written: text and style, no type. Numbers and truth values are read on demand by the
/// rules of YAML 1.2's core schema, so `22:22` is a text and `on` is one too.
public struct YAMLScalar: Sendable, Hashable {
  /// How a scalar was written.
  public enum Style: Sendable, Hashable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// The value after quotes, escapes and folding were taken away.
  public var text: String
  /// How it was written.
  public var style: Style
  /// The tag as written and expanded (`!reset`, `tag:yaml.org,2002:str`); nil where there is none.
  public var tag: String?

  /// A scalar from its parts.
  public init(text: String, style: Style = .plain, tag: String? = nil) {
    self.text = text
    self.style = style
    self.tag = tag
  }
}

/// YAML 1.2.2, chapter 10.3: the core schema.
extension YAMLScalar {
  /// Whether this is null: nothing at all, `~` or `null`.
  public var isNull: Bool {
    if tag == "tag:yaml.org,2002:null" { return true }
    return isUntyped && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The truth value, or nil where it is none.
  public var asBool: Bool? {
    guard isUntyped || tag == "tag:yaml.org,2002:bool" else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The whole number (decimal, `0o` octal or `0x` hexadecimal), or nil where it is none or does not fit.
  public var asInt: Int? {
    guard isUntyped || tag == "tag:yaml.org,2002:int" else { return nil }
    if text.hasPrefix("0o") { return Self.digits(text.dropFirst(2), radix: 8) }
    if text.hasPrefix("0x") { return Self.digits(text.dropFirst(2), radix: 16) }
    return Int(text)
  }

  /// The number, or nil where it is none.
  public var asDouble: Double? {
    if let whole = asInt { return Double(whole) }
    guard isUntyped || tag == "tag:yaml.org,2002:float" else { return nil }
    switch text {
    case ".nan", ".NaN", ".NAN": return .nan
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    default: break
    }
    let allowed = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    return allowed && text.utf8.contains { (0x30...0x39).contains($0) } ? Double(text) : nil
  }

  /// Whether the text alone decides about the type: a plain scalar without a tag.
  private var isUntyped: Bool { style == .plain && tag == nil }

  private static func digits(_ digits: Substring, radix: Int) -> Int? {
    guard let first = digits.utf8.first, first != 0x2B, first != 0x2D else { return nil }
    return Int(digits, radix: radix)
  }
}
