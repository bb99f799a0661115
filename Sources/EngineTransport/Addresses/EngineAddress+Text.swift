extension EngineAddress {
  /// Reads "unix:///path", "tcp://host:port", "http://host:port", "ssh://[user@]host[:port][/path]", and a bare path.
  public init(_ text: String) throws(AddressError) {
    if text.hasPrefix("/") {
      self = .unix(path: text)
      return
    }
    guard let separator = text.firstRange(of: "://") else {
      throw AddressError(
        "cannot use the address \(text): it has no scheme — write unix:///path or tcp://host:port")
    }
    let rest = text[separator.upperBound...]
    switch text[..<separator.lowerBound] {
    case "unix":
      guard rest.hasPrefix("/"), rest.count > 1 else {
        throw AddressError(
          "cannot use the address \(text): the socket's path is not absolute — write unix:///path")
      }
      self = .unix(path: String(rest))
    case "tcp", "http": self = try Self.tcp(rest, in: text)
    case "ssh": self = try Self.ssh(rest, in: text)
    case "https":
      throw .needsTLS("the address \(text)", because: "it asks for TLS")
    default:
      throw AddressError(
        "cannot use the address \(text): unknown scheme — write unix:///path or tcp://host:port")
    }
  }

  private static func tcp(_ rest: Substring, in text: String) throws(AddressError) -> EngineAddress {
    let authority = rest.prefix { $0 != "/" }
    guard let (host, port) = split(authority), !host.isEmpty else {
      throw AddressError("cannot use the address \(text): no host and port in it — write tcp://host:port")
    }
    return .tcp(host: host, port: port ?? 2375)
  }

  private static func ssh(_ rest: Substring, in text: String) throws(AddressError) -> EngineAddress {
    let authority = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(authority.count)
    let parts = authority.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let user = parts.count == 2 ? String(parts[0]) : nil
    guard let last = parts.last, let (host, port) = split(last), !host.isEmpty, !host.hasPrefix("-") else {
      throw AddressError("cannot use the address \(text): no host in it — write ssh://user@host")
    }
    return .ssh(user: user, host: host, port: port, path: path.count > 1 ? String(path) : nil)
  }

  /// Host and port of "host:port", "host", "[::1]:port"; nil for a bad port.
  private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
    var host = authority
    var portText: Substring?
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<close]
      let rest = authority[authority.index(after: close)...]
      if !rest.isEmpty {
        guard rest.hasPrefix(":") else { return nil }
        portText = rest.dropFirst()
      }
    } else if let colon = authority.lastIndex(of: ":") {
      host = authority[..<colon]
      portText = authority[authority.index(after: colon)...]
    }
    guard let portText else { return (String(host), nil) }
    guard let port = Int(portText), (1...65_535).contains(port) else { return nil }
    return (String(host), port)
  }
}

extension String {
  /// The first place where `needle` stands.
  fileprivate func firstRange(of needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
