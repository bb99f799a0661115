// What is a secret by its looks: tokens of known services, signed tokens, keys, hashes of passwords.
extension SecretScanner {
  /// How tokens of services begin, and how many bytes follow at least.
  private static let prefixes: [(text: [UInt8], count: Int)] = [
    ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30), ("github_pat_", 22), ("glpat-", 20),
    ("gldt-", 20), ("glrt-", 20), ("glsa_", 32), ("xoxa-", 10), ("xoxb-", 10), ("xoxp-", 10), ("xoxr-", 10),
    ("xoxs-", 10),
    ("xapp-", 10), ("sk-", 20), ("sk_live_", 10), ("sk_test_", 10), ("rk_live_", 10), ("rk_test_", 10),
    ("whsec_", 16),
    ("AKIA", 16), ("ASIA", 16), ("AIza", 35), ("ya29.", 20), ("npm_", 36), ("pypi-", 50), ("dckr_pat_", 20),
    ("dckr_oat_", 20), ("hvs.", 24), ("hvb.", 24), ("SG.", 40), ("AGE-SECRET-KEY-", 50), ("shpat_", 32),
    ("shpss_", 32),
    ("dop_v1_", 60), ("doo_v1_", 60), ("PMAK-", 50), ("ATATT3", 50), ("lin_api_", 40), ("tskey-", 20),
    ("NRAK-", 27),
    ("hf_", 34), ("r8_", 37), ("sbp_", 40), ("pscale_tkn_", 40), ("sntrys_", 40), ("rubygems_", 48),
    ("figd_", 40),
  ].map { (Array($0.0.utf8), $0.1) }
  private static let firstBytes = Set(prefixes.compactMap(\.text.first))
  /// How hashes of passwords begin (crypt(5), htpasswd); in Compose files each `$` is written twice.
  private static let hashes = [
    "$apr1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$", "$y$", "$argon2", "{SHA}", "{SSHA}",
  ]
  .flatMap { [Array($0.utf8), Array($0.replacing("$", with: "$$").utf8)] }
  /// A signed token (RFC 7519) begins with `{"` in base 64.
  private static let signedStart = Array("eyJ".utf8)
  /// No token of a service is longer.
  private static let tokenLimit = 512
  private static let keyStart = Array("-----BEGIN ".utf8)
  private static let keyEnd = Array("-----END ".utf8)
  private static let keyKind = Array("PRIVATE KEY".utf8)

  mutating func findShapes() {
    var place = 0
    while place < bytes.count {
      place = max(place + 1, takeShape(at: place))
    }
  }

  /// Looks at what begins here. Returns where it ends.
  private mutating func takeShape(at place: Int) -> Int {
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "{"):
      guard let hash = Self.hashes.first(where: { starts(place, $0) }),
        !isWordPart(self[place - 1]) || byte == 0x24
      else { return place }
      return take(
        place..<end(of: place + hash.count) { !Self.isBlank($0) && !Self.isQuote($0) && $0 != 0x2C })
    case UInt8(ascii: "-"): return takeKey(at: place)
    case UInt8(ascii: "e") where starts(place, Self.signedStart) && !isWordPart(self[place - 1]):
      let end = end(of: place) { isWordPart($0) || $0 == UInt8(ascii: ".") }
      let parts = bytes[place..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count >= 3 && parts[0].count > 8 && parts[1].count > 2 ? take(place..<end) : end
    case _ where Self.firstBytes.contains(byte) && !isWordPart(self[place - 1]): return takeToken(at: place)
    default: return place
    }
  }

  private mutating func takeToken(at place: Int) -> Int {
    for prefix in Self.prefixes where starts(place, prefix.text) {
      let end = end(of: place + prefix.text.count, within: Self.tokenLimit) {
        isWordPart($0) || $0 == UInt8(ascii: ".")
      }
      let rest = bytes[place + prefix.text.count..<end]
      // Words of a language have no digits and no capitals.
      let isCode = rest.contains(where: Self.isDigit) || rest.contains { (0x41...0x5A).contains($0) }
      if rest.count >= prefix.count, isCode { return take(place..<end) }
    }
    return place
  }

  /// A private key in PEM, its lines and all.
  private mutating func takeKey(at place: Int) -> Int {
    guard starts(place, Self.keyStart) else { return place }
    let start = place + Self.keyStart.count
    guard let kind = (start..<min(start + 32, bytes.count)).first(where: { starts($0, Self.keyKind) }) else {
      return place
    }
    var end = kind + Self.keyKind.count
    while self[end] == UInt8(ascii: "-") { end += 1 }
    let body = end
    while end < bytes.count, !starts(end, Self.keyEnd) { end += 1 }
    return take(body..<end)
  }

  private mutating func take(_ range: Range<Int>) -> Int {
    add(range)
    return range.upperBound
  }

  func starts(_ place: Int, _ text: [UInt8]) -> Bool {
    guard place + text.count <= bytes.count else { return false }
    return text.indices.allSatisfy { bytes[place + $0] == text[$0] }
  }

  /// Where the bytes from `place` on end that fulfil a condition; those beyond `limit` are not looked at. Without a limit
  /// the caller goes on behind them, so that no byte is looked at over and over.
  func end(of place: Int, within limit: Int = .max, while condition: (UInt8) -> Bool) -> Int {
    let last = limit < bytes.count - place ? place + limit : bytes.count
    var end = place
    while end < last, condition(bytes[end]) { end += 1 }
    return end
  }

  private func isWordPart(_ byte: UInt8) -> Bool {
    Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
