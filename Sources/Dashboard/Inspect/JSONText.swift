import EngineModel
import TerminalUI

/// A JSON document in the shape of YAML, which is easier on the eyes: the order of the engine's answer is kept,
/// empty values are left out, secrets are masked.
struct JSONText {
  let secrets: Secrets
  private(set) var rows: [StyledText] = []

  init(secrets: Secrets) { self.secrets = secrets }

  /// The rows of a document.
  static func rows(_ value: JSONValue, secrets: Secrets) -> [StyledText] {
    var text = JSONText(secrets: secrets)
    text.add(value, indent: 0, lead: nil)
    return text.rows
  }

  private mutating func add(_ value: JSONValue, of name: String = "", indent: Int, lead: StyledText?) {
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() where !Self.isEmpty(member.value) {
        add(member, indent: indent, lead: index == 0 ? lead : nil)
      }
    case .array(let elements):
      for element in masked(elements, of: name) {
        let dash = StyledText(Self.blanks(indent) + "- ", Style(.muted))
        if Self.isNested(element) {
          add(element, indent: indent + 2, lead: dash)
        } else {
          rows.append(dash + scalar(element))
        }
      }
    default: rows.append((lead ?? StyledText(Self.blanks(indent))) + scalar(value))
    }
  }

  private mutating func add(_ member: JSONValue.Member, indent: Int, lead: StyledText?) {
    let start = lead ?? StyledText(Self.blanks(indent))
    let key = start + StyledText(member.key, Style(.syntaxKey)) + StyledText(":", Style(.muted))
    if Self.isNested(member.value) {
      rows.append(key)
      let step = if case .array = member.value { 0 } else { 2 }
      add(member.value, of: member.key, indent: indent + step, lead: nil)
    } else {
      rows.append(key + StyledText(" ") + scalar(masked(member.value, of: member.key)))
    }
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
    case .string(let text): StyledText(text, Style(.syntaxString))
    case .array: StyledText("[]", Style(.muted))
    case .object: StyledText("{}", Style(.muted))
    }
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
