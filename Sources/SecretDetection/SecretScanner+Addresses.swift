// `scheme://user:password@host`, `https://token@host`, `jdbc:oracle:thin:user/password@host`.
extension SecretScanner {
  private static let scheme = Array("://".utf8)
  private static let oracle = Array("jdbc:oracle:".utf8)
  /// The most bytes of an address that are looked at: a text may be full of its beginnings.
  private static let limit = 1_024

  mutating func findAddresses() {
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: ":"), starts(place, Self.scheme) {
        place += Self.scheme.count
        takeAddress(at: place)
      } else if bytes[place] == UInt8(ascii: "j"), starts(place, Self.oracle) {
        place += Self.oracle.count
        takeOracle(at: place)
      } else {
        place += 1
      }
    }
  }

  private mutating func takeAddress(at start: Int) {
    let stop = end(of: start, within: Self.limit) {
      !Self.isBlank($0) && !Self.isQuote($0) && $0 != UInt8(ascii: ",")
    }
    // A password may have slashes and question marks in it that should be escaped: the last `@` before the path of
    // the address counts, or before the end where no host stands before the path.
    let path = end(of: start, within: Self.limit) {
      !"/?#".utf8.contains($0) && !Self.isBlank($0) && !Self.isQuote($0)
    }
    guard let at = lastAt(start..<min(path, stop)) ?? lastAtOfUnescaped(start, path, stop) else { return }
    if let colon = bytes[start..<at].firstIndex(of: UInt8(ascii: ":")) {
      let value = text(colon + 1..<at)
      if !SecretValue.isReference(value), !value.hasPrefix("<") { add(colon + 1..<at) }
    } else if isCode(start..<at) {
      add(start..<at)
    }
  }

  private func lastAt(_ range: Range<Int>) -> Int? { bytes[range].lastIndex(of: UInt8(ascii: "@")) }

  /// The `@` of an address whose password has a slash in it: there is a user and a colon, and what follows the colon
  /// is no port.
  private func lastAtOfUnescaped(_ start: Int, _ path: Int, _ stop: Int) -> Int? {
    guard let colon = bytes[start..<min(path, stop)].firstIndex(of: UInt8(ascii: ":")),
      !bytes[colon + 1..<min(path, stop)].allSatisfy(Self.isDigit), path < stop,
      bytes[path] != UInt8(ascii: "?")
    else { return nil }
    return lastAt(path..<stop)
  }

  /// Whether a name alone before the `@` is a token: long, with digits.
  private func isCode(_ range: Range<Int>) -> Bool {
    range.count >= 16 && bytes[range].contains(where: Self.isDigit)
      && bytes[range].contains(where: Self.isLetter)
      && !bytes[range].contains(UInt8(ascii: "$"))
  }

  private mutating func takeOracle(at start: Int) {
    let stop = end(of: start, within: Self.limit) { !Self.isBlank($0) && !Self.isQuote($0) }
    guard let at = bytes[start..<stop].firstIndex(of: UInt8(ascii: "@")),
      let slash = bytes[start..<at].firstIndex(of: UInt8(ascii: "/"))
    else { return }
    add(slash + 1..<at)
  }
}
