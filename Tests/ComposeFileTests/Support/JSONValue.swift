import FoundationEssentials

/// Any JSON, for comparing.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case map([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .map(try container.decode([String: JSONValue].self))
    }
  }

  static func parse(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  /// Where two values differ: one line a place.
  static func differences(_ expected: JSONValue?, _ found: JSONValue?, at path: String = "") -> [String] {
    if expected == found { return [] }
    if case .map(let left)? = expected, case .map(let right)? = found {
      return Set(left.keys).union(right.keys).sorted().flatMap { key in
        differences(left[key], right[key], at: path + "/" + key)
      }
    }
    return [
      "\(path): expected \(expected.map { "\($0)" } ?? "nothing"), found \(found.map { "\($0)" } ?? "nothing")"
    ]
  }
}
