/// A text with a few lines about it before it, as davit keeps it: a title, `name value` lines, an empty line, the text.
struct KeptText: Sendable, Hashable {
  /// What it is, and in which version: `davit edit 1`.
  var title: String
  var fields: [String: String]
  var text: String

  init(title: String, fields: [String: String], text: String) {
    self.title = title
    self.fields = fields
    self.text = text
  }

  /// Reads what `written` wrote; nil for anything else.
  init?(_ written: String, title: String) {
    var rest = written[...]
    func line() -> Substring? {
      guard let end = rest.utf8.firstIndex(of: 0x0A) else { return nil }
      defer { rest = rest[rest.utf8.index(after: end)...] }
      return rest[..<end]
    }
    guard let first = line(), first == title else { return nil }
    var fields: [String: String] = [:]
    while true {
      guard let next = line() else { return nil }
      if next.isEmpty { break }
      let parts = next.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      fields[String(parts[0])] = Self.plain(parts[1])
    }
    self.init(title: title, fields: fields, text: String(rest))
  }

  var written: String {
    let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.escaped($0.value))\n" }
    return title + "\n" + lines.joined() + "\n" + text
  }

  /// A path may hold line ends: they are written as `%0A`.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\n": text += "%0A"
      case "%": text += "%25"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func plain(_ value: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
