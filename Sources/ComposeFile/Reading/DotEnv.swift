/// Reads environment files (`.env`, `env_file`) by Compose's rules for comments, quotes, escapes and variables.
struct DotEnv {
  /// A variable as the environment that surrounds the file has it; nil where it has none.
  private let lookup: (String) -> String?
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var found: FoundVariables

  private init(_ text: String, lookup: @escaping (String) -> String?, found: FoundVariables) {
    self.lookup = lookup
    let all = Array(text.unicodeScalars)
    scalars = all.first == "\u{FEFF}" ? Array(all.dropFirst()) : all
    self.found = found
  }

  /// Adds the variables of an environment file. A name without `=` takes its value from around the file, and is left
  /// out where there is none. Values may name variables from around the file and from lines above.
  static func parse(
    _ text: String, lookup: @escaping (String) -> String?, into found: inout FoundVariables
  ) throws(MarkedProblem) {
    var reader = DotEnv(text, lookup: lookup, found: found)
    while try reader.statement() {}
    found = reader.found
  }

  /// Adds `KEY=value` lines as they stand, without quotes and variables.
  static func parseRaw(
    _ text: String, lookup: (String) -> String?, into found: inout FoundVariables
  ) throws(MarkedProblem) {
    let all = text.unicodeScalars
    let content = all.first == "\u{FEFF}" ? all.dropFirst() : all[...]
    var number = 0
    for var line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.last == "\r" { line.removeLast() }
      line = line.drop { $0.properties.isWhitespace }
      if line.isEmpty || line.first == "#" { continue }
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(halves[0])
      guard !key.isEmpty else { throw found.problem("a variable has no name", line: number) }
      guard !halves[0].contains(where: { $0.isASCII && $0.properties.isWhitespace }) else {
        throw found.problem("the name of a variable cannot hold a blank", line: number)
      }
      guard let value = halves.count > 1 ? String(halves[1]) : lookup(key) else { continue }
      try found.set(key, to: value, line: number)
    }
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance() {
    if current == "\n" { line += 1 }
    index += 1
  }

  /// Reads one line or quoted value; false at the end of the text.
  private mutating func statement() throws(MarkedProblem) -> Bool {
    skipToStatement()
    guard current != nil else { return false }
    let start = line
    skipExport()
    let (key, isInherited) = try key()
    if isInherited {
      if let value = lookup(key) { try found.set(key, to: value, line: start) }
      return true
    }
    skipBlanks()
    try found.set(key, to: try value(), line: start)
    return true
  }

  private mutating func skipToStatement() {
    while let scalar = current {
      if scalar == "#" {
        skipLine()
      } else if scalar.properties.isWhitespace {
        advance()
      } else {
        return
      }
    }
  }

  /// `export` in front of a name; only a blank of ASCII ends the word.
  private mutating func skipExport() {
    guard scalars[index...].starts(with: "export".unicodeScalars), index + 6 < scalars.count,
      [" ", "\t", "\n", "\u{0C}", "\r"].contains(scalars[index + 6])
    else { return }
    index += 6
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while let scalar = current, Self.isBlank(scalar) { advance() }
  }

  /// The name up to `=`, `:` or the end of the line.
  private mutating func key() throws(MarkedProblem) -> (String, isInherited: Bool) {
    var name = String.UnicodeScalarView()
    var isInherited = true
    scan: while let scalar = current {
      switch scalar {
      case "=", ":":
        isInherited = false
        break scan
      case "\n":
        break scan
      case _ where Self.isBlank(scalar) || Self.isName(scalar):
        name.append(scalar)
        advance()
      default:
        throw found.problem("unexpected character '\(scalar)' in the name of a variable", line: line)
      }
    }
    let start = line
    if current != nil { advance() }
    while let last = name.last, last.properties.isWhitespace { name.removeLast() }
    guard !name.contains(" ") else {
      throw found.problem("the name of a variable cannot hold a blank", line: start)
    }
    return (String(name), isInherited)
  }

  private mutating func value() throws(MarkedProblem) -> String {
    switch current {
    case "'": return try quoted(by: "'")
    case "\"": return try expand(DotEnvEscapes.removed(from: try quoted(by: "\"")))
    default: return try expand(unquoted())
    }
  }

  private mutating func skipLine() {
    while let scalar = current, scalar != "\n" { advance() }
  }

  /// The rest of the line without the comment that a space and `#` start.
  private mutating func unquoted() -> String {
    var value = String.UnicodeScalarView()
    while let scalar = current, scalar != "\n" {
      if scalar == "#", value.last == " " {
        skipLine()
        break
      }
      value.append(scalar)
      advance()
    }
    while let last = value.last, last.properties.isWhitespace { value.removeLast() }
    return String(value)
  }

  /// What stands between quotes, escapes untouched.
  private mutating func quoted(by quote: Unicode.Scalar) throws(MarkedProblem) -> String {
    let start = line
    advance()
    var value = String.UnicodeScalarView()
    var isEscaped = false
    while let scalar = current {
      advance()
      if isEscaped {
        isEscaped = false
        if scalar == quote, quote == "'" { value.removeLast() }
        value.append(scalar)
      } else if scalar == "\\" {
        isEscaped = true
        value.append(scalar)
      } else if scalar == quote {
        return String(value)
      } else {
        value.append(scalar)
      }
    }
    throw found.problem("the quoted value does not end", line: start)
  }

  private func expand(_ value: String) throws(MarkedProblem) -> String {
    let known = found.values
    let outer = lookup
    do {
      return try Template(lookup: { outer($0) ?? known[$0] }, limit: min(found.limit, found.budget.left))
        .resolve(value)
    } catch {
      switch error {
      case .required(let name, let message):
        throw found.problem("the variable \(name) is missing a value: \(message)", line: line)
      case .malformed, .tooDeep:
        throw found.problem("'\(value.prefix(80))' holds a '${' that is no variable", line: line)
      case .tooLong:
        throw found.problem("variables make more than \(found.limit) bytes of this value", line: line)
      }
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    ["\t", "\u{0B}", "\u{0C}", "\r", " ", "\u{85}", "\u{A0}"].contains(scalar)
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    if ["_", ".", "-", "[", "]"].contains(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}

/// The backslashes of values in double quotes.
enum DotEnvEscapes {
  /// A value without them, a dollar sign behind one doubled so that it starts no variable.
  static func removed(from value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "\\")) else { return value }
    var result: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      let escapes: [UInt8: UInt8] = [0x61: 7, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9, 0x76: 11]
      if let escape = escapes[next] {
        result.append(escape)
      } else if next == UInt8(ascii: "$") {
        result += [0x24, 0x24]
      } else if next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
        result.append(next)
      } else {
        result += [byte, next]
      }
      rest = rest.dropFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }
}
