import NIOHTTP1

/// A request as an endpoint sees it.
struct Call: Sendable {
  let method: HTTPMethod
  /// The path without version and query, decoded, in segments.
  let segments: [String]
  let query: [String: String]
  /// The parameters as they came: one may come several times.
  private let parameters: [(name: String, value: String)]
  /// The version in the path, or the engine's own.
  let version: ServedVersion
  /// What the route's placeholder stood for: a container, an image …
  var subject = ""
  /// The bytes that came with it.
  var body: [UInt8] = []

  /// Reads a method and target such as `/v1.41/containers/json?all=1`; refuses a version out of range.
  init(method: HTTPMethod, target: String, options: SimulatedEngine.Options) throws(Refusal) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var segments = (parts.first ?? "").split(separator: "/").map { Self.decoded($0, plusIsSpace: false) }
    let newest = ServedVersion(options.apiVersion) ?? ServedVersion(1, 50)
    var version = newest
    if let first = segments.first, first.hasPrefix("v"), let asked = ServedVersion(first.dropFirst()) {
      segments.removeFirst()
      version = asked
    }
    self.method = method
    self.segments = segments
    self.version = version
    parameters = parts.count == 2 ? Self.parameters(parts[1]) : []
    query = Dictionary(parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    try Self.check(
      version, newest: newest, oldest: ServedVersion(options.minimumAPIVersion) ?? ServedVersion(1, 24))
  }

  /// All values of a parameter that may come several times.
  func all(_ name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }

  /// Whether a parameter is set to something that Go's `BoolValue` takes as true.
  func flag(_ name: String, default standard: Bool = false) -> Bool {
    guard let value = query[name]?.lowercased() else { return standard }
    return !["", "0", "no", "false", "none"].contains(value)
  }

  private static func check(
    _ version: ServedVersion, newest: ServedVersion, oldest: ServedVersion
  ) throws(Refusal) {
    if version < oldest {
      throw Refusal(
        400,
        "client version \(version.text) is too old. Minimum supported API version is \(oldest.text), "
          + "please upgrade your client to a newer version")
    }
    if version > newest {
      throw Refusal(
        400, "client version \(version.text) is too new. Maximum supported API version is \(newest.text)")
    }
  }

  private static func parameters(_ text: Substring) -> [(name: String, value: String)] {
    text.split(separator: "&").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = sides.count == 2 ? decoded(sides[1], plusIsSpace: true) : ""
      return (decoded(sides[0], plusIsSpace: true), value)
    }
  }

  private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(Substring(digits), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
