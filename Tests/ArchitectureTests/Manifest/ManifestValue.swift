/// An expression of Package.swift, as far as it is looked at.
indirect enum ManifestValue: Equatable, Sendable {
  case text(String)
  case name(String)
  case list([ManifestValue])
  case call(String, [ManifestArgument])
  /// Anything else.
  case other

  /// The expression as a list; empty where it is none.
  var elements: [ManifestValue] { if case .list(let elements) = self { elements } else { [] } }

  /// The string that it is; nil where it is none.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The argument of that label, where the expression is a call and has one.
  subscript(_ label: String) -> ManifestValue? {
    guard case .call(_, let arguments) = self else { return nil }
    return arguments.first { $0.label == label }?.value
  }
}

/// One argument of a call.
struct ManifestArgument: Equatable, Sendable {
  var label: String?
  var value: ManifestValue
}

/// Reads the constants of Package.swift: `let NAME: TYPE = EXPRESSION`, with the constants before it put in.
struct ManifestReader {
  /// The constants by name.
  private(set) var constants: [String: ManifestValue] = [:]
  private var rest: ArraySlice<ManifestToken>

  init(_ text: String) {
    rest = ManifestToken.all(in: text)[...]
    while let token = rest.popFirst() {
      guard token == .name("let"), case .name(let name)? = rest.popFirst() else { continue }
      rest = rest.drop { $0 != .mark("=") }.dropFirst()
      constants[name] = expression()
    }
  }

  /// Values with `+` between them. Lists are joined; a list and something else is the list.
  private mutating func expression() -> ManifestValue {
    var value = operand()
    while take("+") { value = Self.joined(value, operand()) }
    return value
  }

  private mutating func operand() -> ManifestValue {
    switch rest.popFirst() {
    case .text(let text): return .text(text)
    case .mark("["): return .list(values(until: "]").map(\.value))
    case .mark("("):
      let inner = values(until: ")").map(\.value)
      return inner.count == 1 ? inner[0] : .other
    case .name(let name):
      if take("(") { return .call(name, values(until: ")")) }
      return constants[name] ?? .name(name)
    case .mark, nil: return .other
    }
  }

  /// The values up to a closing mark, each with its label.
  private mutating func values(until end: Character) -> [ManifestArgument] {
    var found: [ManifestArgument] = []
    while let next = rest.first, next != .mark(end) {
      if take(",") { continue }
      found.append(ManifestArgument(label: label(), value: expression()))
      if rest.first == .mark(",") || rest.first == .mark(end) { continue }
      // An operator that is not looked at makes the whole another thing.
      found[found.count - 1].value = .other
      skip(to: end)
    }
    rest = rest.dropFirst()
    return found
  }

  /// The label before a value; nil where none stands there.
  private mutating func label() -> String? {
    guard case .name(let name)? = rest.first, rest.dropFirst().first == .mark(":") else { return nil }
    rest = rest.dropFirst(2)
    return name
  }

  /// Goes on to the next comma or the closing mark, over whole brackets.
  private mutating func skip(to end: Character) {
    var depth = 0
    while case let next? = rest.first {
      if depth == 0, next == .mark(",") || next == .mark(end) { return }
      if next == .mark("(") || next == .mark("[") { depth += 1 }
      if next == .mark(")") || next == .mark("]") { depth -= 1 }
      rest = rest.dropFirst()
    }
  }

  private mutating func take(_ mark: Character) -> Bool {
    guard rest.first == .mark(mark) else { return false }
    rest = rest.dropFirst()
    return true
  }

  private static func joined(_ left: ManifestValue, _ right: ManifestValue) -> ManifestValue {
    if case .list = left { return .list(left.elements + right.elements) }
    return right == .other ? left : right
  }
}
