/// What may stand in a place of a Compose file.
indirect enum Rule: Sendable {
  /// The types of scalars that a file may use.
  enum Kind: Sendable {
    case text
    case number
    case integer
    case truth
    case null
  }

  case anything
  case scalar([Kind])
  case choice([String])
  /// A text of a form that has a name.
  case form(String, @Sendable (String) -> Bool)
  /// A whole number of a range; up to `Int.max` stands for no end.
  case whole(ClosedRange<Int>)
  case list(Rule, unique: Bool)
  case object(ObjectRule)
  /// One of several forms.
  case either([Rule])

  static let text = Rule.scalar([.text])
  static let flag = Rule.scalar([.truth, .text])
  static let numberOrText = Rule.scalar([.number, .text])
  static let integerOrText = Rule.scalar([.integer, .text])
  static let texts = Rule.list(.text, unique: false)
  static let uniqueTexts = Rule.list(.text, unique: true)
  static let textOrList = Rule.either([.text, .uniqueTexts])

  /// A mapping of any keys.
  static func mapping(_ value: Rule, names: NameRule = .any) -> Rule {
    .object(ObjectRule(others: value, names: names))
  }

  /// A mapping of known keys; keys that start with `x-` may stand beside them.
  static func keys(_ keys: [String: Rule], required: [String] = [], extensible: Bool = true) -> Rule {
    .object(ObjectRule(keys: keys, required: required, isExtensible: extensible))
  }
}

/// What a mapping may hold.
struct ObjectRule: Sendable {
  var keys: [String: Rule] = [:]
  var required: [String] = []
  /// Whether keys that start with `x-` are welcome.
  var isExtensible = false
  /// The rule of keys beyond `keys`; nil where there must be none.
  var others: Rule?
  /// How other keys have to look.
  var names = NameRule.any
}

/// How names have to look.
enum NameRule: Sendable {
  case any
  /// At least one character that is no line end.
  case filled
  /// Letters, digits, `.`, `_` and `-`.
  case resource

  func allows(_ name: String) -> Bool {
    switch self {
    case .any: true
    case .filled: name.unicodeScalars.contains { $0 != "\n" }
    case .resource:
      !name.isEmpty
        && name.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
        }
    }
  }
}
