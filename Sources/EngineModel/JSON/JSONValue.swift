/// A JSON document with its members in the order of the text and its numbers as they were written, so that it can be
/// shown as the engine gave it.
public enum JSONValue: Hashable, Sendable {
  /// `null`, and what a missing member reads as.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as written.
  case number(String)
  /// A text, its escapes resolved.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order of the text.
  case object([Member])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public var key: String
    /// The member's value.
    public var value: JSONValue

    /// A member as given.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The first member of that name; `null` where there is none or this is no object.
  public subscript(_ key: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }
}

extension JSONValue {
  /// The text; nil for other kinds.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value; nil for other kinds.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number as a whole one; nil for other kinds and for what does not fit.
  public var int: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  /// The number as a whole one that is not negative; nil for other kinds and for what does not fit.
  public var uint64: UInt64? {
    guard case .number(let text) = self else { return nil }
    return UInt64(text) ?? Double(text).flatMap { UInt64(exactly: $0) }
  }

  /// The number; nil for other kinds.
  public var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  /// The elements; empty for other kinds.
  public var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The members; empty for other kinds.
  public var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The elements that are texts.
  public var strings: [String] { elements.compactMap(\.string) }

  /// The members that are texts, by name; the last of a repeated name counts.
  public var dictionary: [String: String] {
    var result: [String: String] = [:]
    for member in members {
      if let text = member.value.string { result[member.key] = text }
    }
    return result
  }

  /// Whether it is `null` or missing.
  public var isNull: Bool { self == .null }
}
