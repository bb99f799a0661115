/// The `filters` parameter of lists, events and prunes: `{"name":["a"]}`, or the older `{"name":{"a":true}}`.
struct Filters: Sendable {
  private(set) var values: [String: [String]] = [:]

  var isEmpty: Bool { values.isEmpty }

  /// The values wanted for a filter; empty when the filter is not set.
  subscript(_ name: String) -> [String] { values[name] ?? [] }

  /// Whether the filter is not set, or one of its values satisfies.
  func allows(_ name: String, _ matches: (String) -> Bool) -> Bool {
    guard let wanted = values[name], !wanted.isEmpty else { return true }
    return wanted.contains(where: matches)
  }

  /// Whether labels satisfy every `label` filter (`key` or `key=value`).
  func allows(labels: [String: String]) -> Bool {
    self["label"].allSatisfy { wanted in
      guard let equals = wanted.firstIndex(of: "=") else { return labels[wanted] != nil }
      return labels[String(wanted[..<equals])] == String(wanted[wanted.index(after: equals)...])
    }
  }
}

extension Filters {
  /// Reads the parameter's text; nil or empty text is no filter.
  init(_ text: String?) throws(Refusal) {
    guard let text, !text.isEmpty else { return }
    var scanner = FilterScanner(text)
    guard let values = scanner.document() else {
      throw Refusal(400, "invalid filter")
    }
    self.values = values
  }

  /// Throws the engine's refusal for a filter that the endpoint does not know.
  func check(known: Set<String>) throws(Refusal) {
    if let unknown = values.keys.sorted().first(where: { !known.contains($0) }) {
      throw Refusal(400, "invalid filter '\(unknown)'")
    }
  }
}

/// Reads the one shape of JSON that filters have.
private struct FilterScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = [UInt8](text.utf8) }

  mutating func document() -> [String: [String]]? {
    guard take("{") else { return nil }
    var result: [String: [String]] = [:]
    if take("}") { return result }
    repeat {
      guard let name = string(), take(":"), let wanted = list() else { return nil }
      result[name] = wanted
    } while take(",")
    return take("}") ? result : nil
  }

  private mutating func list() -> [String]? {
    let isArray = take("[")
    guard isArray || take("{") else { return nil }
    let close: Character = isArray ? "]" : "}"
    var result: [String] = []
    if take(close) { return result }
    repeat {
      guard let value = string() else { return nil }
      if !isArray { guard take(":"), word() != nil else { return nil } }
      result.append(value)
    } while take(",")
    return take(close) ? result : nil
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { position += 1 }
      if position < bytes.count { text.append(bytes[position]) }
      position += 1
    }
    guard take("\"") else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func word() -> String? {
    let start = position
    while position < bytes.count, bytes[position] >= UInt8(ascii: "a"), bytes[position] <= UInt8(ascii: "z") {
      position += 1
    }
    return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func take(_ character: Character) -> Bool {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
    position += 1
    return true
  }
}
