/// The short syntax of ports: `[[ip:][published]:]target[/protocol]`, each port or a range of them.
enum PortSyntax {
  /// The ports that a short text stands for, in the order in which the reference lists them.
  static func parse(
    _ text: String, node: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> [ComposeNode] {
    func problem(_ message: String) -> MarkedProblem {
      MarkedProblem(
        .schema, "'\(text)' is no port: \(message)", advice: "write \"published:target\", as \"8080:80\"",
        path: path.joined(separator: "."), mark: node.mark)
    }
    let spec: Spec
    do {
      spec = try Spec(text)
    } catch {
      throw problem(error.message)
    }
    return spec.ports.map { ComposeNode(.map($0), mark: node.mark) }
  }

  private struct Failure: Error {
    var message: String
  }

  /// The parts of a short text.
  private struct Spec {
    var host = ""
    var published: ClosedRange<Int>?
    var target: ClosedRange<Int>
    var transport = "tcp"

    init(_ text: String) throws(Failure) {
      let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      if halves.count > 1, !halves[1].isEmpty { transport = halves[1].lowercased() }
      guard ["tcp", "udp", "sctp"].contains(transport) else {
        throw Failure(message: "unknown protocol \(halves[1])")
      }
      let (host, published, target) = Self.split(halves.first ?? "")
      self.host = try Self.address(host)
      guard let target else { throw Failure(message: "no port stands there") }
      guard let range = Self.range(target) else {
        throw Failure(message: "\(target) is no port of a container")
      }
      self.target = range
      if !published.isEmpty {
        guard let range = Self.range(published) else {
          throw Failure(message: "\(published) is no port of the host")
        }
        self.published = range
      }
      if let other = self.published, other.count != range.count, range.count != 1 {
        throw Failure(message: "the ranges \(published) and \(target) have different sizes")
      }
    }

    /// Address, published port and target of `ip:published:target`.
    private static func split(_ text: String) -> (String, String, String?) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let target = parts[parts.count - 1]
      let published = parts.count > 1 ? parts[parts.count - 2] : ""
      return (parts.dropLast(2).joined(separator: ":"), published, target.isEmpty ? nil : target)
    }

    private static func address(_ text: String) throws(Failure) -> String {
      var host = text
      if host.hasPrefix("["), host.hasSuffix("]") {
        host = String(host.dropFirst().dropLast())
      } else if host.contains(":") {
        throw Failure(message: "\(text) has too many colons for an address")
      }
      guard host.isEmpty || IPAddress.isValid(host) else { throw Failure(message: "\(host) is no address") }
      return host
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
      let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      let numbers = ends.compactMap { UInt16($0) }.map(Int.init)
      guard numbers.count == ends.count, let first = numbers.first, let last = numbers.last, first <= last,
        ends.allSatisfy({ !$0.hasPrefix("+") })
      else { return nil }
      return first...last
    }

    var ports: [ComposeMap] {
      let maps = target.map { port in (port, map(target: port, published: publishedText(for: port))) }
      return maps.sorted { ByteOrder.precedes("\($0.0)/\(transport)", "\($1.0)/\(transport)") }.map(\.1)
    }

    private func publishedText(for port: Int) -> String? {
      guard let published else { return nil }
      if published.count > 1, target.count == 1 { return "\(published.lowerBound)-\(published.upperBound)" }
      return String(published.lowerBound + port - target.lowerBound)
    }

    private func map(target: Int, published: String?) -> ComposeMap {
      var map = ComposeMap([("mode", .text("ingress"))])
      if !host.isEmpty { map["host_ip"] = .text(host) }
      // Port 0 is none: the reference leaves it out and then misses it.
      if target != 0 { map["target"] = ComposeNode(.integer(target)) }
      if let published { map["published"] = .text(published) }
      map["protocol"] = .text(transport)
      return map
    }
  }
}

/// Addresses of the internet protocol, as texts.
enum IPAddress {
  static func isValid(_ text: String) -> Bool { isVersion4(text) || isVersion6(text) }

  static func isVersion4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
          && (part.count == 1 || !part.hasPrefix("0"))
      }
  }

  static func isVersion6(_ text: String) -> Bool {
    let sides = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard sides.count >= 3, sides.count <= 9 else { return false }
    var groups = 0
    for (at, side) in sides.enumerated() where !side.isEmpty {
      if at == sides.count - 1, isVersion4(String(side) ?? "") {
        groups += 2
        continue
      }
      guard side.count <= 4, UInt16(String(side) ?? "", radix: 16) != nil else { return false }
      groups += 1
    }
    return text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).filter(\.isEmpty)
      .isEmpty
      ? groups == 8 : groups < 8
  }
}
