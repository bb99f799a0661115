/// What the shape of a value tells.
enum SecretValue {
  /// Whether the value of a name that sounds like a secret is none all the same.
  static func isHarmless(_ value: String, of name: String) -> Bool {
    let value = unquoted(value)
    if value.isEmpty || value == SecretRules.mask || words.contains(value.lowercased()) { return true }
    if isReference(value) || isPlaceholder(value) || isPath(value) { return true }
    let last = SecretName.words(of: name).last
    // The amount of what language models count.
    return last == "TOKENS" && value.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static let words: Set = [
    "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "~", "enabled", "disabled", "required",
    "optional",
  ]

  private static func unquoted(_ value: String) -> String {
    guard value.count > 1, let first = value.first, first == "\"" || first == "'", value.last == first else {
      return value
    }
    return String(value.dropFirst().dropLast())
  }

  /// `$NAME`, `${NAME}`, `${NAME:?why}` and `$(command)`: the secret is elsewhere. A default, `${NAME:-text}`, is here.
  static func isReference(_ value: String) -> Bool {
    if value.hasPrefix("$("), value.hasSuffix(")") { return true }
    guard value.hasPrefix("$"), value != "$" else { return false }
    var rest = value.dropFirst()
    if rest.first == "$" { rest = rest.dropFirst() }
    guard rest.first == "{" else {
      return rest.first.map { !$0.isNumber } ?? false && rest.allSatisfy(isNamePart)
    }
    guard rest.last == "}", !rest.dropLast().contains("}") || rest.contains("${") else { return false }
    let inside = rest.dropFirst().dropLast()
    let after = inside.drop(while: isNamePart).drop { $0 == ":" }
    switch after.first {
    case nil, "?", "+": return true
    case "-": return after.count == 1 || isReference(String(after.dropFirst()))
    default: return false
    }
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  /// `<password>`, `***`, `{{ password }}`: something stands in for it.
  private static func isPlaceholder(_ value: String) -> Bool {
    if value.hasPrefix("<"), value.hasSuffix(">") { return true }
    if value.hasPrefix("{{"), value.hasSuffix("}}") { return true }
    return value.count > 1 && value.allSatisfy { $0 == "*" || $0 == "•" || $0 == "." }
  }

  /// `/run/secrets/db`, `./keys/id.pem`: where it is, not what it is.
  private static func isPath(_ value: String) -> Bool {
    guard value.hasPrefix("/") || value.hasPrefix("./") || value.hasPrefix("../") || value.hasPrefix("~/")
    else {
      return false
    }
    let parts = value.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return (parts.count > 1 || !value.hasPrefix("/"))
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= 40 && part.allSatisfy { isNamePart($0) || ".-".contains($0) }
      }
  }
}
