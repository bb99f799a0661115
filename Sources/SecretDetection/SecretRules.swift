/// What must not be read over a shoulder, kept in a log or pasted into a report: the one judgement of it, by the words of
/// a name, the shape of a value, and both in any text. It errs on the side of hiding: what is hidden can be shown on a
/// key, what was seen cannot be taken back.
package struct SecretRules: Sendable, Hashable {
  /// Names whose values are secrets beside those that are found out.
  package var hidden: [NamePattern] = []
  /// Names whose values never are, whatever is found out; they win.
  package var shown: [NamePattern] = []

  /// What stands in place of a secret.
  package static let mask = "••••••"
  /// The rules without a user's own names.
  package static let standard = SecretRules()

  /// Rules without names of one's own.
  package init() {}

  /// Whether what a variable, label, option or key of that name holds is a secret, as far as the name tells.
  package func isSecret(name: some StringProtocol) -> Bool {
    let name = String(name)
    if shown.contains(where: { $0.matches(name) }) { return false }
    return hidden.contains { $0.matches(name) } || SecretName.isSecret(name)
  }

  /// Whether the value of that name is a secret as a whole: not where it is empty, a yes or no, a reference to a
  /// variable, or a path.
  package func isSecret(name: some StringProtocol, value: some StringProtocol) -> Bool {
    isSecret(name: name) && !SecretValue.isHarmless(String(value), of: String(name))
  }

  /// Whether the value of that name holds a secret, be it a part of it.
  package func holdsSecret(name: some StringProtocol, value: some StringProtocol) -> Bool {
    if isSecret(name: name, value: value) { return true }
    return !shown.contains { $0.matches(String(name)) } && !secrets(in: String(value)).isEmpty
  }

  /// A value with the secrets in it masked: all of it where the name says so.
  package func masked(name: some StringProtocol, value: String) -> String {
    if shown.contains(where: { $0.matches(String(name)) }) { return value }
    return isSecret(name: name, value: value) ? Self.mask : masked(text: value)
  }

  /// An entry `NAME=value` as engines list variables, with the secrets in it masked.
  package func masked(entry: String) -> String {
    guard let equals = entry.firstIndex(of: "=") else { return masked(text: entry) }
    let value = String(entry[entry.index(after: equals)...])
    return entry[...equals] + masked(name: entry[..<equals], value: value)
  }

  /// Any text (a command, a message, a line of a file, a document) with the secrets in it masked.
  package func masked(text: String) -> String {
    let secrets = secrets(in: text)
    guard !secrets.isEmpty else { return text }
    var shown = ""
    var end = text.startIndex
    for secret in secrets {
      shown += text[end..<secret.lowerBound] + Self.mask
      end = secret.upperBound
    }
    return shown + text[end...]
  }

  /// The words of a command with the secrets in them masked: a word may be the secret because of the one before it.
  package func masked(words: [String]) -> [String] {
    let quoted = words.map { $0.contains { $0.isWhitespace } }
    // Read as one line, in which a mark keeps the words apart that have blanks in them.
    var ranges: [Range<Int>] = []
    var line: [UInt8] = []
    for (word, isQuoted) in zip(words, quoted) {
      if !line.isEmpty { line.append(UInt8(ascii: " ")) }
      if isQuoted { line.append(UInt8(ascii: "\"")) }
      let start = line.count
      line +=
        isQuoted ? word.utf8.map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: "'") : $0 } : Array(word.utf8)
      ranges.append(start..<line.count)
      if isQuoted { line.append(UInt8(ascii: "\"")) }
    }
    let secrets = SecretScanner(line, self).ranges
    return zip(words, ranges).map { word, range in
      let inside = secrets.filter { $0.overlaps(range) }
        .map { $0.clamped(to: range) }
        .map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound }
      return Self.masked(Array(word.utf8), inside)
    }
  }

  private static func masked(_ bytes: [UInt8], _ secrets: [Range<Int>]) -> String {
    guard !secrets.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    var shown: [UInt8] = []
    var end = 0
    for secret in secrets {
      shown += bytes[end..<secret.lowerBound] + Array(mask.utf8)
      end = secret.upperBound
    }
    return String(decoding: shown + bytes[end...], as: UTF8.self)
  }

  /// Where secrets stand in a text, in order and apart from each other.
  package func secrets(in text: String) -> [Range<String.Index>] {
    let utf8 = text.utf8
    guard utf8.count > 4 else { return [] }
    return SecretScanner(Array(utf8), self).ranges.map {
      utf8.index(
        utf8.startIndex, offsetBy: $0.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: $0.upperBound)
    }
  }
}
