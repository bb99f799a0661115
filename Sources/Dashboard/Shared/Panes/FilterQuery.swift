/// Something that rows can be filtered by beside their text: `state:exited`.
struct FilterField: Sendable {
  /// The word before the colon.
  let name: String
  /// How a value and what was typed have to agree.
  enum Agreement: Sendable {
    /// The value holds it, begins with it, or is it.
    case part, beginning, whole
  }

  var agreement = Agreement.part
  /// The values of a row, as one would type them.
  let values: @Sendable (RowID, SharedState) -> [String]
}

/// A filter as it was typed: terms that name a field, each with `!` before it for the opposite, and what is left, which is a
/// regular expression.
struct FilterQuery: Sendable, Equatable {
  /// A part of it that names a field; a nil field means the row's text.
  struct Term: Sendable, Equatable {
    let field: String?
    let value: String
    let isNegated: Bool
  }

  private(set) var terms: [Term] = []
  /// What is left: a regular expression; empty for none.
  private(set) var pattern = ""

  /// Reads a filter. A text without any term is a regular expression as a whole, its blanks too.
  init(_ text: String, fields: Set<String>) {
    var rest: [Substring] = []
    for word in text.split(separator: " ") {
      if let term = Self.term(word, fields) { terms.append(term) } else { rest.append(word) }
    }
    pattern = terms.isEmpty ? text : rest.joined(separator: " ")
  }

  private static func term(_ word: Substring, _ fields: Set<String>) -> Term? {
    let isNegated = word.hasPrefix("!")
    let body = isNegated ? word.dropFirst() : word
    guard let colon = body.firstIndex(of: ":"), fields.contains(body[..<colon].lowercased()) else {
      // A sign alone, or one within an expression, is what it is.
      return isNegated && !body.isEmpty ? Term(field: nil, value: String(body), isNegated: true) : nil
    }
    let value = body[body.index(after: colon)...]
    return Term(field: body[..<colon].lowercased(), value: String(value), isNegated: isNegated)
  }
}

extension FilterQuery.Term {
  /// Whether a row meets the term. One whose value has not been typed yet is met by all.
  func isMet(by row: RowID, of kind: PaneKind, _ state: SharedState) -> Bool {
    guard !value.isEmpty else { return true }
    let wanted = value.lowercased()
    guard let field else {
      return !kind.feature.filterText(row, state).lowercased().contains(wanted)
    }
    guard let known = kind.feature.filterFields.first(where: { $0.name == field }) else { return true }
    let isFound = known.values(row, state).contains { value in
      let value = value.lowercased()
      return switch known.agreement {
      case .part: value.contains(wanted)
      case .beginning: value.hasPrefix(wanted)
      case .whole: value == wanted
      }
    }
    return isFound != isNegated
  }
}

/// Completes the last word of a filter: the name of a field, then one of its values.
enum FilterCompletion {
  /// The most candidates that are named.
  private static let limit = 8

  /// What the last word can be completed to, sorted.
  static func candidates(_ text: String, in kind: PaneKind, _ state: SharedState) -> [String] {
    let word = lastWord(text)
    let body = word.hasPrefix("!") ? word.dropFirst() : word[...]
    let fields = kind.feature.filterFields
    guard let colon = body.firstIndex(of: ":") else {
      guard !body.isEmpty else { return fields.map { $0.name + ":" } }
      return fields.map(\.name).filter { $0.hasPrefix(body.lowercased()) }.map { $0 + ":" }
    }
    guard let field = fields.first(where: { $0.name == body[..<colon].lowercased() }) else { return [] }
    let begun = body[body.index(after: colon)...].lowercased()
    let rows = kind.feature.rows(PaneState(sort: kind.feature.defaultSort), state)
    let values = Set(rows.flatMap { field.values($0, state) })
    return values.filter { $0.lowercased().hasPrefix(begun) && !$0.contains(" ") && !$0.isEmpty }.sorted()
      .map { "\(field.name):\($0)" }
  }

  /// The text with its last word completed as far as all candidates agree; a blank follows where there is one only.
  static func completed(_ text: String, by candidates: [String]) -> String {
    guard let first = candidates.first else { return text }
    var common = Substring(first)
    for other in candidates.dropFirst() { common = common.commonPrefix(with: other)[...] }
    let word = lastWord(text)
    let sign = word.hasPrefix("!") ? "!" : ""
    let isWhole = candidates.count == 1 && !first.hasSuffix(":")
    guard common.count + sign.count >= word.count else { return text }
    return String(text.dropLast(word.count)) + sign + common + (isWhole ? " " : "")
  }

  /// The candidates as the footer names them.
  static func hint(_ candidates: [String]) -> String {
    let shown = candidates.prefix(limit).joined(separator: "  ")
    return candidates.count > limit ? shown + "  …" : shown
  }

  private static func lastWord(_ text: String) -> Substring {
    text.lastIndex(of: " ").map { text[text.index(after: $0)...] } ?? text[...]
  }
}

extension Substring {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
