// `--password x`, `-p x`, `mysql -px`, `curl -u user:x`, `Bearer x`.
extension SecretScanner {
  /// A word of a command; quotes, commas and brackets of a list of words are around it, not in it.
  private struct Word {
    var range: Range<Int>
    /// Whether a command begins here.
    var beginsCommand: Bool
  }

  /// The most bytes that are looked at for the end of a quote: what is longer is read word by word.
  private static let quoteLimit = 2_048

  mutating func findOptions() {
    var program = ""
    var before: Word?
    for word in words() {
      let text = text(word.range)
      if word.beginsCommand || isProgram(text) { program = name(ofProgram: text) }
      takeGlued(word, text, program)
      if let before { takePair(before, word, text, program) }
      before = word
    }
  }

  private func words() -> [Word] {
    var words: [Word] = []
    var place = 0
    var beginsCommand = true
    while place < bytes.count {
      let byte = bytes[place]
      if Self.isQuote(byte), let inside = quoted(place, within: Self.quoteLimit), !inside.isEmpty,
        isWordInQuotes(place)
      {
        words.append(Word(range: inside, beginsCommand: beginsCommand))
        beginsCommand = false
        place = inside.upperBound + 1
      } else if isBetween(byte) || Self.isQuote(byte) {
        if "|;&\n(".utf8.contains(byte) { beginsCommand = true }
        place += 1
      } else {
        var end = place
        while end < bytes.count, !isBetween(bytes[end]), !Self.isQuote(bytes[end]) { end += 1 }
        words.append(Word(range: place..<end, beginsCommand: beginsCommand))
        beginsCommand = false
        place = end
      }
    }
    return words
  }

  /// Whether quotes hold one word, as in a list of words, or the argument of an option; a whole command in quotes is read
  /// word by word.
  private func isWordInQuotes(_ place: Int) -> Bool {
    guard let inside = quoted(place, within: Self.quoteLimit) else { return false }
    guard bytes[inside].contains(where: Self.isBlank) else { return true }
    var start = place
    while start > 0,
      Self.isBlank(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ",")
        || Self.isQuote(bytes[start - 1])
    {
      start -= 1
    }
    guard start < place else { return false }
    var begin = start
    while begin > 0, !isBetween(bytes[begin - 1]), !Self.isQuote(bytes[begin - 1]) { begin -= 1 }
    let option = text(begin..<start)
    return option.hasPrefix("-") && (option == "-p" || isSecretOption(option))
  }

  private func isBetween(_ byte: UInt8) -> Bool { Self.isBlank(byte) || ",[]()|;&".utf8.contains(byte) }

  private func name(ofProgram text: String) -> String {
    String(text.split(separator: "/").last ?? "").lowercased()
  }

  /// Programs whose short options are known; they count wherever they stand (after `exec`, `sudo`, `CMD-SHELL` …).
  private func isProgram(_ text: String) -> Bool {
    let name = name(ofProgram: text)
    return Self.glued.contains(name) || Self.pairs[name] != nil || Self.otherMeanings.contains(name)
  }

  /// Programs that take a password right behind `-p`.
  private static let glued: Set = [
    "mysql", "mysqladmin", "mysqldump", "mysqlcheck", "mysqlimport", "mysqlsh", "mariadb", "mariadb-admin",
    "mariadb-dump",
    "mariadb-check", "sshpass", "xtrabackup", "mariabackup",
  ]
  /// Options of programs whose next word is a secret.
  private static let pairs: [String: Set<String>] = [
    "redis-cli": ["-a"], "valkey-cli": ["-a"], "ldapsearch": ["-w"], "ldapwhoami": ["-w"], "ldapadd": ["-w"],
    "mongo": ["-p"], "mongosh": ["-p"], "mongodump": ["-p"], "mongorestore": ["-p"], "sqlcmd": ["-P"],
    "bcp": ["-P"],
    "cqlsh": ["-p"], "login": ["-p"], "htpasswd": ["-b"],
    "sshpass": ["-p"],
  ]
  /// Programs in which `-p` means something else.
  private static let otherMeanings: Set = [
    "mkdir", "cp", "ps", "ssh", "scp", "sftp", "nc", "ncat", "netcat", "git", "patch", "tar", "test", "read",
    "pg_isready",
    "psql", "pgbench", "pg_dump", "nmap", "rsync", "make", "python", "python3", "tmux", "kill", "pgrep",
    "pip", "npm",
    "redis-server", "memcached", "iperf", "iperf3", "perl", "ruby", "node", "xargs", "install", "touch",
    "bash", "sh",
    "declare", "export", "unzip", "lsof", "ss", "taskset", "cargo", "gradle", "docker-compose", "chage", "su",
    "time",
    "perf", "strace", "docker", "podman", "nerdctl", "grpc_health_probe", "wget", "env", "sudo", "passwd",
  ]

  private mutating func takeGlued(_ word: Word, _ text: String, _ program: String) {
    guard Self.glued.contains(program), text.hasPrefix("-p"), text.count > 2, !text.hasPrefix("-port") else {
      return
    }
    takeSecret(word.range.lowerBound + 2..<word.range.upperBound)
  }

  /// Looks at a word and the one before it.
  private mutating func takePair(_ option: Word, _ word: Word, _ text: String, _ program: String) {
    let name = self.text(option.range)
    if isAuthorization(name), isCode(text) { return takeSecret(word.range) }
    guard !text.hasPrefix("-"), !text.isEmpty, !word.beginsCommand else { return }
    if ["requirepass", "masterauth"].contains(name) { return takeSecret(word.range) }
    guard name.hasPrefix("-"), !name.contains("=") else { return }
    if Self.pairs[program]?.contains(name) == true, !isPortLike(text) { return takeSecret(word.range) }
    switch name {
    case "-p": if takesPassword(program), !isPortLike(text), !isPathLike(text) { takeSecret(word.range) }
    case "-u", "--user", "--proxy-user", "-U": takeLogin(word, text, program)
    default:
      if isSecretOption(name), !SecretValue.isHarmless(text, of: name) { takeSecret(word.range) }
    }
  }

  private func isSecretOption(_ option: String) -> Bool {
    let name = option.drop { $0 == "-" }
    return name.count > 1 && (rules.isSecret(name: name) || Self.longOptions.contains(String(name)))
  }

  private static let longOptions: Set = [
    "pass", "passwd", "pw", "auth", "requirepass", "masterauth", "apikey",
  ]

  private func takesPassword(_ program: String) -> Bool {
    !Self.otherMeanings.contains(program) && !Self.glued.contains(program)
  }

  /// `user:password` of curl and its like; only what is behind the colon.
  private mutating func takeLogin(_ word: Word, _ text: String, _ program: String) {
    guard
      ["curl", "http", "https", "httpie", "wget", "ab", "elasticdump"].contains(program) || program.isEmpty,
      let colon = bytes[word.range].firstIndex(of: UInt8(ascii: ":"))
    else { return }
    takeSecret(colon + 1..<word.range.upperBound)
  }

  private mutating func takeSecret(_ range: Range<Int>) {
    let value = text(range)
    guard !SecretValue.isReference(value), !(value.hasPrefix("<") && value.hasSuffix(">")) else { return }
    add(range)
  }

  /// `8080`, `8080:80`, `127.0.0.1:80:80/tcp`.
  private func isPortLike(_ text: String) -> Bool {
    text.utf8.contains(where: Self.isDigit)
      && text.split { ":./-".contains($0) }.allSatisfy { part in
        part.utf8.allSatisfy(Self.isDigit) || ["tcp", "udp", "sctp"].contains(part)
      }
  }

  private func isPathLike(_ text: String) -> Bool {
    text.contains("/") || text.hasPrefix(".") || text.hasPrefix("~")
  }

  private func isAuthorization(_ word: String) -> Bool {
    let word = word.lowercased().split(separator: "=").last.map(String.init) ?? ""
    return ["bearer", "basic", "authorization:bearer", "token"].contains(word)
  }

  /// Whether a word is no word of a language: long, with digits, capitals within, or signs.
  private func isCode(_ text: String) -> Bool {
    guard text.utf8.count >= 8, !SecretValue.isReference(text), !text.contains("://") else { return false }
    let inner = text.utf8.dropFirst()
    return text.utf8.contains(where: Self.isDigit) || inner.contains { (0x41...0x5A).contains($0) }
      || text.utf8.contains(UInt8(ascii: "_")) || text.utf8.last == UInt8(ascii: "=")
  }
}
