import FoundationEssentials

/// Any JSON document as Foundation reads it: for looking into it, and for comparing with what davit reads or writes.
package enum ReferenceJSON: Decodable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ReferenceJSON])
  case object([String: ReferenceJSON])

  /// Reads a document; throws where it is no JSON.
  package init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(ReferenceJSON.self, from: Data(bytes))
  }

  /// Reads a document's text; throws where it is no JSON.
  package init(_ text: String) throws { try self.init(Array(text.utf8)) }

  /// Reads a part of a document.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([ReferenceJSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: ReferenceJSON].self))
    }
  }

  /// The member of that name; null where there is none, or where this is no object.
  package subscript(_ name: String) -> ReferenceJSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// The element at that place; null where there is none, or where this is no array.
  package subscript(_ index: Int) -> ReferenceJSON {
    elements.indices.contains(index) ? elements[index] : .null
  }

  /// An array's elements; none where this is no array.
  package var elements: [ReferenceJSON] { if case .array(let values) = self { values } else { [] } }
  /// An object's names in alphabetical order; none where this is no object.
  package var keys: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }
  /// A string's text; nil where this is none.
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  /// A number's value; nil where this is none.
  package var number: Double? { if case .number(let value) = self { value } else { nil } }

  /// Where two documents differ: one line a place. Nil stands for a document or a member that is not there.
  package static func differences(
    _ expected: ReferenceJSON?, _ found: ReferenceJSON?, at path: String = ""
  ) -> [String] {
    if expected == found { return [] }
    if case .object(let left)? = expected, case .object(let right)? = found {
      return Set(left.keys).union(right.keys).sorted().flatMap { key in
        differences(left[key], right[key], at: path + "/" + key)
      }
    }
    return [
      "\(path): expected \(expected.map { "\($0)" } ?? "nothing"), found \(found.map { "\($0)" } ?? "nothing")"
    ]
  }
}
