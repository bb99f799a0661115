/// Texts of bytes that need not be UTF-8.
enum ByteText {
  /// The text with U+FFFD for each byte that is no part of a character, as the reference prints such bytes; Swift puts
  /// one for several that belong together.
  static func decoded(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): text.append(Unicode.UTF8.decode(encoded))
      case .error(let length): text.append(contentsOf: repeatElement("\u{FFFD}", count: length))
      case .emptyInput: return String(text)
      }
    }
  }
}
