internal import PrintableText

extension JSONValue {
  /// The document as JSON text over several lines, indented by two spaces, members in their order.
  public var prettyText: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): text += JSONValue.quoted(string)
    case .array(let elements) where elements.isEmpty: text += "[]"
    case .object(let members) where members.isEmpty: text += "{}"
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        JSONValue.newLine(&text, indentation + 1, first: index == 0)
        element.write(to: &text, indentation: indentation + 1)
      }
      JSONValue.newLine(&text, indentation, first: true)
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        JSONValue.newLine(&text, indentation + 1, first: index == 0)
        text += JSONValue.quoted(member.key) + ": "
        member.value.write(to: &text, indentation: indentation + 1)
      }
      JSONValue.newLine(&text, indentation, first: true)
      text += "}"
    }
  }

  private static func newLine(_ text: inout String, _ indentation: Int, first: Bool) {
    text += (first ? "\n" : ",\n") + String(repeating: "  ", count: indentation)
  }

  /// The text as a JSON string, in quotes; what could command a terminal or hide in it is escaped.
  public static func quoted(_ string: String) -> String { PrintableText.quoted(string) }
}
