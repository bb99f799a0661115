/// A JSON document to be sent. Members keep the order they were written in, as the engine's do.
indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case unsigned(UInt64)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])
  /// A document that is already text.
  case encoded([UInt8])
}

extension JSON {
  /// An array of strings.
  static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }

  /// An object of strings, sorted by key as Go's encoder sorts maps.
  static func strings(_ values: [String: String]) -> JSON {
    .object(values.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
  }

  static func int(_ value: Int) -> JSON { .integer(Int64(value)) }

  /// The same object with more members at its end.
  func adding(_ members: [(String, JSON)]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }

  /// The same object without the members of these names.
  func removing(_ names: Set<String>) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own.filter { !names.contains($0.0) })
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }
}
