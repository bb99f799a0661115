/// The smallest parts of Package.swift.
enum ManifestToken: Equatable {
  /// What a string literal holds, as it stands between its quotes.
  case text(String)
  /// A name: `target` for `.target` too.
  case name(String)
  /// Any other character.
  case mark(Character)

  /// The tokens of a manifest's text, without its comments.
  static func all(in text: String) -> [ManifestToken] {
    var tokens: [ManifestToken] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var rest = line
      while let first = rest.first, !rest.hasPrefix("//") {
        if first == "\"" {
          let content = rest.dropFirst().prefix { $0 != "\"" }
          tokens.append(.text(String(content)))
          rest = rest.dropFirst(content.count + 2)
        } else if first.isPartOfName {
          let name = rest.prefix(while: \.isPartOfName)
          tokens.append(.name(String(name)))
          rest = rest.dropFirst(name.count)
        } else {
          // A dot before a name says nothing that is looked at here.
          if !first.isWhitespace, first != "." { tokens.append(.mark(first)) }
          rest = rest.dropFirst()
        }
      }
    }
    return tokens
  }
}

extension Character {
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}
