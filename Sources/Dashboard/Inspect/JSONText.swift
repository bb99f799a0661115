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

  private mutating func add(_ value: JSONValue, indent: Int, lead: StyledText?) {
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() where !Self.isEmpty(member.value) {
        add(member, indent: indent, lead: index == 0 ? lead : nil)
      }
    case .array(let elements):
      for element in elements {
        let dash = StyledText(Self.blanks(indent) + "- ", Style(.muted))
        if Self.isNested(element) {
          add(element, indent: indent + 2, lead: dash)
        } else {
          rows.append(dash + scalar(element, hides: false))
        }
      }
    default: rows.append((lead ?? StyledText(Self.blanks(indent))) + scalar(value, hides: false))
    }
  }

  private mutating func add(_ member: JSONValue.Member, indent: Int, lead: StyledText?) {
    let start = lead ?? StyledText(Self.blanks(indent))
    let key = start + StyledText(member.key, Style(.syntaxKey)) + StyledText(":", Style(.muted))
    if Self.isNested(member.value) {
      rows.append(key)
      let step = if case .array = member.value { 0 } else { 2 }
      add(member.value, indent: indent + step, lead: nil)
    } else {
      rows.append(key + StyledText(" ") + scalar(member.value, hides: secrets.hides(member.key)))
    }
  }

  private func scalar(_ value: JSONValue, hides: Bool) -> StyledText {
    switch value {
    case .null: StyledText("null", Style(.syntaxKeyword))
    case .bool(let flag): StyledText(String(flag), Style(.syntaxKeyword))
    case .number(let text): StyledText(text, Style(.syntaxNumber))
    case .string(let text):
      StyledText(hides ? Secrets.mask : secrets.withoutPassword(secrets.masked(text)), Style(.syntaxString))
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
