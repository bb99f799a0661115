import EngineModel
import TerminalUI

/// A JSON document in the shape of YAML, which is easier on the eyes: the order of the engine's answer is kept,
/// empty values are left out, secrets are masked.
struct JSONText: RowText {
  private let secrets: Secrets
  /// What is still to be shown, the innermost last.
  private var stack: [Level] = []
  /// The value itself, where it is neither an object nor a list.
  private var single: JSONValue?

  /// What is left of an object or of a list.
  private enum Level {
    /// `lead` stands before the first of them: the dash of a list.
    case members(ArraySlice<JSONValue.Member>, indent: Int, lead: StyledText?)
    case elements(ArraySlice<JSONValue>, indent: Int)
  }

  /// The text of a document, from its first row.
  init(_ value: JSONValue, secrets: Secrets) {
    self.secrets = secrets
    if !open(value, of: "", indent: 0, lead: nil) { single = value }
  }

  /// The rows of a document.
  static func rows(_ value: JSONValue, secrets: Secrets) -> [StyledText] {
    var text = JSONText(value, secrets: secrets)
    var rows: [StyledText] = []
    while let row = text.next() { rows.append(row) }
    return rows
  }

  /// The next row; nil at the end.
  mutating func next() -> StyledText? {
    if let value = single {
      single = nil
      return scalar(value)
    }
    while let level = stack.popLast() {
      switch level {
      case .members(let members, let indent, let lead):
        if let row = row(of: members, indent: indent, lead: lead) { return row }
      case .elements(var elements, let indent):
        guard let element = elements.popFirst() else { continue }
        stack.append(.elements(elements, indent: indent))
        let dash = StyledText(Self.blanks(indent) + "- ", Style(.muted))
        if !Self.isNested(element) { return dash + scalar(element) }
        _ = open(element, of: "", indent: indent + 2, lead: dash)
      }
    }
    return nil
  }

  /// Goes into an object or a list; false where it is neither.
  private mutating func open(_ value: JSONValue, of name: String, indent: Int, lead: StyledText?) -> Bool {
    switch value {
    case .object(let members): stack.append(.members(members[...], indent: indent, lead: lead))
    case .array(let elements): stack.append(.elements(masked(elements, of: name)[...], indent: indent))
    default: return false
    }
    return true
  }

  /// The row of the first member that is not empty; nil where there is none.
  private mutating func row(
    of members: ArraySlice<JSONValue.Member>, indent: Int, lead: StyledText?
  ) -> StyledText? {
    guard let place = members.firstIndex(where: { !Self.isEmpty($0.value) }) else { return nil }
    let member = members[place]
    stack.append(.members(members[(place + 1)...], indent: indent, lead: nil))
    let start = lead ?? StyledText(Self.blanks(indent))
    let key = start + StyledText(member.key, Style(.syntaxKey)) + StyledText(":", Style(.muted))
    guard Self.isNested(member.value) else {
      return key + StyledText(" ") + scalar(masked(member.value, of: member.key))
    }
    let step = if case .array = member.value { 0 } else { 2 }
    _ = open(member.value, of: member.key, indent: indent + step, lead: nil)
    return key
  }

  /// A value as it may be shown under its name.
  private func masked(_ value: JSONValue, of name: String) -> JSONValue {
    guard case .string(let text) = value else { return value }
    return .string(secrets.masked(name, text))
  }

  /// The elements of a list: entries of an environment, or words of a command, in which one may be a secret because of
  /// the one before it.
  private func masked(_ elements: [JSONValue], of name: String) -> [JSONValue] {
    let words = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    guard words.count == elements.count else { return elements }
    return (name == "Env" ? words.map(secrets.masked(entry:)) : secrets.masked(words: words)).map {
      .string($0)
    }
  }

  private func scalar(_ value: JSONValue) -> StyledText {
    switch value {
    case .null: StyledText("null", Style(.syntaxKeyword))
    case .bool(let flag): StyledText(String(flag), Style(.syntaxKeyword))
    case .number(let text): StyledText(text, Style(.syntaxNumber))
    case .string(let text): Self.string(text)
    case .array: StyledText("[]", Style(.muted))
    case .object: StyledText("{}", Style(.muted))
    }
  }

  /// How many bytes of a text are shown.
  static let most = 65_536

  private static func string(_ text: String) -> StyledText {
    guard text.utf8.count > most else { return StyledText(text, Style(.syntaxString)) }
    let rest = UInt64(text.utf8.count - most)
    return StyledText(String(decoding: text.utf8.prefix(most), as: UTF8.self), Style(.syntaxString))
      + StyledText(" … \(Quantity.bytes(rest)) more of it are not shown", Style(.muted))
  }

  private static func isNested(_ value: JSONValue) -> Bool {
    switch value {
    case .object(let members): members.contains { !isEmpty($0.value) }
    case .array(let elements): !elements.isEmpty
    default: false
    }
  }

  private static func isEmpty(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty || members.allSatisfy { isEmpty($0.value) }
    default: false
    }
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
