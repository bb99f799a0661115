/// What a name tells: its words, apart at `_`, `-`, `.` and where upper case begins.
enum SecretName {
  static func isSecret(_ name: String) -> Bool {
    let words = words(of: name)
    guard let last = words.last else { return false }
    if isIdentifierOfSecret(words) { return true }
    if descriptions.contains(last) || words.contains(where: amounts.contains) { return false }
    if let first = words.first, words.count > 1, switches.contains(first) { return false }
    return words.indices.contains { isSecret(words, $0) }
  }

  /// The words of a name in upper case, without the digits at their ends: `dbPassword2` is DB and PASSWORD.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    func end() {
      while word.count > 2, let last = word.last, isDigit(last), !isDigit(word[0]) { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for (place, byte) in bytes.enumerated() {
      guard isLetter(byte) || isDigit(byte) || byte >= 0x80 else {
        end()
        continue
      }
      if isUpper(byte), place > 0 {
        let afterLower = isLower(bytes[place - 1])
        let beginsWord = isUpper(bytes[place - 1]) && place + 1 < bytes.count && isLower(bytes[place + 1])
        if afterLower || beginsWord { end() }
      }
      word.append(isLower(byte) ? byte - 0x20 : byte)
    }
    end()
    return words
  }

  private static func isSecret(_ words: [String], _ place: Int) -> Bool {
    let word = words[place]
    let before = place > 0 ? words[place - 1] : ""
    let after = place + 1 < words.count ? words[place + 1] : ""
    let isLast = after.isEmpty
    if strong.contains(word) { return true }
    if endings.contains(where: { word.hasSuffix($0) }), !notEndings.contains(word) { return true }
    switch word {
    case "TOKENS": return !countedTokens.contains(before)
    case "PASS": return !afterPass.contains(after) && !beforePass.contains(before)
    case "PWD", "PW": return !before.isEmpty && before != "OLD"
    case "AUTH", "PAT", "JWT", "SALT", "PEPPER", "OTP", "TOTP", "PSK", "DSN", "SIG", "SIGNATURE", "BEARER",
      "MNEMONIC":
      return isLast
    case "COOKIE": return isLast && before == "ERLANG"
    case "PHRASE": return isLast && ["SEED", "RECOVERY", "PASS"].contains(before)
    case "KEY", "KEYS":
      return secretKeys.contains(before) || (isLast || after == "BASE") && !publicKeys.contains(before)
    default: return false
    }
  }

  /// Ids that are as good as a password, or half of one.
  private static func isIdentifierOfSecret(_ words: [String]) -> Bool {
    let end = words.suffix(3)
    return end.suffix(2) == ["SECRET", "ID"] || end == ["ACCESS", "KEY", "ID"]
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

// MARK: Words

extension SecretName {
  /// Words that say it wherever they stand.
  private static let strong: Set = [
    "PASSWORD", "PASSWORDS", "PASSWD", "PASSPHRASE", "PASSCODE", "PASSWORT", "SECRET", "SECRETS",
    "CREDENTIAL",
    "CREDENTIALS", "CREDS", "TOKEN",
  ]
  /// Ends of words that are written in one: `PGPASSWORD`, `AUTHTOKEN`.
  private static let endings = [
    "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "PRIVATEKEY", "SECRETKEY", "ACCESSKEY",
    "AUTHKEY",
    "ACCOUNTKEY", "CREDENTIALS", "PASS", "PWD", "REQUIREPASS", "MASTERAUTH",
  ]
  private static let notEndings: Set = [
    "PASS", "PWD", "OLDPWD", "BYPASS", "COMPASS", "TRESPASS", "SURPASS", "ENCOMPASS", "OVERPASS", "UNDERPASS",
    "LOWPASS", "HIGHPASS", "BANDPASS", "SINGLEPASS", "MULTIPASS",
  ]
  private static let countedTokens: Set = [
    "COMPLETION", "INPUT", "OUTPUT", "PROMPT", "CONTEXT", "PREDICT", "NEW", "STOP", "SPECIAL", "USED",
    "CACHED",
  ]
  private static let afterPass: Set = ["THROUGH", "THRU", "RATE", "BY", "ON", "IF", "ENV", "ARGS"]
  private static let beforePass: Set = [
    "FIRST", "SECOND", "ONE", "TWO", "SINGLE", "MULTI", "RENDER", "LOW", "HIGH", "BAND",
  ]
  /// What makes a key one that opens something, wherever it stands.
  private static let secretKeys: Set = [
    "API", "PRIVATE", "SECRET", "ACCESS", "ENCRYPTION", "SIGNING", "MASTER", "ACCOUNT", "AUTH", "DEPLOY",
    "LICENSE",
  ]
  /// Keys that open nothing.
  private static let publicKeys: Set = [
    "PUBLIC", "PUB", "PUBLISHABLE", "PRIMARY", "FOREIGN", "SORT", "PARTITION", "CACHE", "HOST", "HOT",
    "INDEX", "OBJECT",
    "S3", "LOOKUP", "GROUP", "SHARD", "LABEL", "TRANSLATION", "REGISTRY", "CONFIG", "SETTING", "METRIC",
    "TRUSTED",
    "AUTHORIZED", "KNOWN", "UNIQUE", "COMPOSITE", "HASH", "RANGE", "MESSAGE", "TAG", "ANNOTATION", "ARROW",
    "SHORTCUT",
    "ROUTING", "REDIS", "IDEMPOTENCY", "SESSION_STORE", "DOC", "FEATURE", "MAP", "DICT", "JOIN",
  ]
  /// How much of it there is or may be.
  private static let amounts: Set = ["MIN", "MAX", "NUM", "MINIMUM", "MAXIMUM"]
  /// What begins the name of a yes or no.
  private static let switches: Set = [
    "IS", "HAS", "USE", "USES", "ENABLE", "DISABLE", "ALLOW", "REQUIRE", "REQUIRES", "SHOW", "HIDE", "FORCE",
    "SKIP",
    "VALIDATE", "NO", "WITH", "WITHOUT", "ENFORCE",
  ]
  /// Last words that name something about a secret, or a place where it is, but not itself.
  private static let descriptions: Set = [
    "LENGTH", "LEN", "SIZE", "COUNT", "COUNTS", "LIMIT", "LIMITS", "TTL", "EXPIRY", "EXPIRES", "EXPIRE",
    "EXPIRATION",
    "LIFETIME", "AGE", "TIMEOUT", "DAYS", "HOURS", "HOUR", "MINUTES", "MINUTE", "SECONDS", "SECOND", "DATE",
    "TIME",
    "POLICY", "FILE", "FILES", "FILENAME", "PATH", "PATHS", "DIR", "DIRS", "DIRECTORY", "FOLDER", "LOCATION",
    "NAME",
    "NAMES", "TYPE", "TYPES", "ALGORITHM", "ALGORITHMS", "ALG", "ENABLED", "DISABLED", "REQUIRED", "OPTIONAL",
    "URL",
    "URI", "URLS", "ENDPOINT", "HOST", "PORT", "HEADER", "HEADERS", "ISSUER", "AUDIENCE", "PROVIDER",
    "BACKEND", "STORE",
    "STORAGE", "FIELD", "PREFIX", "SUFFIX", "STRENGTH", "COMPLEXITY", "ROTATION", "INTERVAL", "PERIOD",
    "VERSION",
    "METHOD", "METHODS", "MODE", "SCOPE", "SCOPES", "HINT", "MANAGER", "ENGINE", "REGION", "ID", "IDS",
    "USER",
    "USERNAME", "REGEX", "PATTERN", "CHARS", "CHARSET", "COST", "ROUNDS", "ITERATIONS", "REUSE", "HISTORY",
    "ATTEMPTS",
    "RETRIES", "ENCODING", "FORMAT", "KIND", "CLASS", "SERVICE", "SERVER", "DOMAIN", "REALM", "TEMPLATE",
    "SUBJECT",
    "RESET", "LINK", "PAGE", "ROUTE", "LOGIN", "AUTHENTICATION", "GRANT", "VALIDATION", "VERIFICATION",
    "CHECK",
    "CHECKS", "DELIMITER", "SEPARATOR", "SOURCE", "DRIVER", "PARALLELISM", "BUDGET", "USAGE", "PRICE", "ARN",
    "MOUNT",
    "DATABASE", "DB", "TABLE", "COLUMN", "CERT", "CRT", "BITS", "POSITION", "STATUS", "STATE", "STRATEGY",
    "NAMESPACE",
    "CACHE", "REFRESH", "VISIBLE", "CLEANUP", "CURVE", "PARAM", "PARAMETER", "LABEL", "PLACEHOLDER", "SOCK",
    "SOCKET",
  ]
}
