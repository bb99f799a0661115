/// Reads environment files (`.env`, `env_file`) by Compose's rules for comments, quotes, escapes and variables.
struct DotEnv {
  /// Why an environment file cannot be read.
  struct Failure: Error, Equatable {
    /// The line, from 1.
    var line: Int
    var message: String
  }

  /// A variable as the environment that surrounds the file has it; nil where it has none.
  private let lookup: (String) -> String?
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var found: [String: String]

  private init(_ text: String, lookup: @escaping (String) -> String?) {
    self.lookup = lookup
    let all = Array(text.utf8)
    bytes = Array(all.starts(with: [0xEF, 0xBB, 0xBF]) ? all[3...] : all[...])
    found = [:]
  }

  /// The variables of an environment file. A name without `=` takes its value from around the file, and is left out
  /// where there is none. Values may name variables from around the file and from lines above.
  static func parse(
    _ text: String, lookup: @escaping (String) -> String?
  ) throws(Failure) -> [String: String] {
    var reader = DotEnv(text, lookup: lookup)
    while try reader.statement() {}
    return reader.found
  }

  /// Reads `KEY=value` lines as they stand, without quotes and variables.
  static func parseRaw(_ text: String, lookup: (String) -> String?) -> [String: String] {
    var found: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let key = String(halves[0])
      if key.allSatisfy(\.isWhitespace) { continue }
      if let value = halves.count > 1 ? String(halves[1]) : lookup(key) { found[key] = value }
    }
    return found
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func advance() {
    if current == 0x0A { line += 1 }
    index += 1
  }

  /// Reads one line or quoted value; false at the end of the text.
  private mutating func statement() throws(Failure) -> Bool {
    skipToStatement()
    guard current != nil else { return false }
    if bytes[index...].starts(with: Array("export".utf8)) {
      let next = index + 6 < bytes.count ? bytes[index + 6] : 0
      if Self.isBlank(next) { index += 6 }
    }
    skipBlanks()
    let (key, isInherited) = try key()
    if isInherited {
      if let value = lookup(key) { found[key] = value }
      return true
    }
    skipBlanks()
    found[key] = try value(of: key)
    return true
  }

  private mutating func skipToStatement() {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        skipLine()
      } else if Self.isBlank(byte) || byte == 0x0A {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func skipBlanks() {
    while let byte = current, Self.isBlank(byte) { advance() }
  }

  /// The name up to `=`, `:` or the end of the line.
  private mutating func key() throws(Failure) -> (String, isInherited: Bool) {
    var name: [UInt8] = []
    var isInherited = true
    scan: while let byte = current {
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: ":"):
        isInherited = false
        break scan
      case 0x0A:
        break scan
      case _ where Self.isBlank(byte) || Self.isName(byte):
        name.append(byte)
        advance()
      default:
        throw Failure(
          line: line,
          message: "unexpected character '\(Unicode.Scalar(byte))' in the name of a variable")
      }
    }
    if current != nil { advance() }
    while let last = name.last, Self.isBlank(last) { name.removeLast() }
    guard !name.contains(where: Self.isBlank) else {
      throw Failure(line: line, message: "the name of a variable cannot hold a blank")
    }
    return (String(decoding: name, as: UTF8.self), isInherited)
  }

  private mutating func value(of key: String) throws(Failure) -> String {
    switch current {
    case UInt8(ascii: "'"): return try quoted(by: UInt8(ascii: "'"))
    case UInt8(ascii: "\""): return try expand(Self.unescape(try quoted(by: UInt8(ascii: "\""))))
    default: return try expand(unquoted())
    }
  }

  private mutating func skipLine() {
    while let byte = current, byte != 0x0A { advance() }
  }

  /// The rest of the line without the comment that a space and `#` start.
  private mutating func unquoted() -> String {
    var value: [UInt8] = []
    while let byte = current, byte != 0x0A {
      if byte == UInt8(ascii: "#"), value.last == 0x20 {
        skipLine()
        break
      }
      value.append(byte)
      advance()
    }
    while let last = value.last, Self.isBlank(last) { value.removeLast() }
    return String(decoding: value, as: UTF8.self)
  }

  /// What stands between quotes, escapes untouched; the rest of the line does not count.
  private mutating func quoted(by quote: UInt8) throws(Failure) -> String {
    let start = line
    advance()
    var value: [UInt8] = []
    var isEscaped = false
    while let byte = current {
      advance()
      if isEscaped {
        isEscaped = false
        if byte == quote, quote == UInt8(ascii: "'") { value.removeLast() }
        value.append(byte)
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
        value.append(byte)
      } else if byte == quote {
        skipLine()
        return String(decoding: value, as: UTF8.self)
      } else {
        value.append(byte)
      }
    }
    throw Failure(line: start, message: "the quoted value does not end")
  }

  private func expand(_ value: String) throws(Failure) -> String {
    let known = found
    let outer = lookup
    do {
      return try Template(lookup: { outer($0) ?? known[$0] }).resolve(value)
    } catch {
      switch error {
      case .required(let name, let message):
        throw Failure(line: line, message: "the variable \(name) is missing a value: \(message)")
      case .malformed, .tooDeep:
        throw Failure(line: line, message: "'\(value.prefix(80))' holds a '${' that is no variable")
      }
    }
  }

  /// Takes the backslashes out of a value in double quotes.
  private static func unescape(_ value: String) -> String {
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

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0B, 0x0C, 0x0D].contains(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]")]
        .contains(byte)
      || byte >= 0x80
  }
}
