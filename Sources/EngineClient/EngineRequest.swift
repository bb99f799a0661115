public import EngineModel
public import EngineTransport

/// One request to an engine as a value: without version, address and connection.
public struct EngineRequest: Hashable, Sendable {
  /// One parameter of the query.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value, not encoded.
    public var value: String
    /// The value where it is bytes that need not be text; nil where `value` says all.
    public var bytes: [UInt8]?
    /// The API that it came with: it is left out where an older one is spoken. Nil for parameters that all know.
    public var since: APIVersion?

    /// A parameter as given.
    public init(_ name: String, _ value: String, since: APIVersion? = nil) {
      self.name = name
      self.value = value
      self.since = since
    }

    /// A parameter whose value is any bytes.
    public init(_ name: String, bytes: [UInt8]) {
      self.init(name, String(decoding: bytes, as: UTF8.self))
      self.bytes = bytes
    }
  }

  /// The method.
  public var method: RequestMethod
  /// The path without the version, percent-encoded: "/containers/json".
  public var path: String
  /// The query's parameters.
  public var query: [Parameter]
  /// A JSON body; nil for none.
  public var body: [UInt8]?
  /// Whom the engine is to be to a registry; nil for nobody in particular.
  public var registryAuth: RegistryAuth?
  /// How long the engine may take before it begins to answer, in seconds.
  public var timeout: Double
  /// Whether the path goes without a version: /_ping alone does.
  public var isUnversioned: Bool

  /// A request. The path's components are encoded here; a "/" within one stays where it is an image's name.
  public init(
    _ method: RequestMethod, _ components: String..., query: [Parameter] = [], body: [UInt8]? = nil,
    timeout: Double = 10, isUnversioned: Bool = false
  ) {
    self.method = method
    path = components.map {
      "/" + Self.encoded($0, keepingSlash: ["images", "distribution"].contains(components.first))
    }.joined()
    self.query = query
    self.body = body
    self.timeout = timeout
    self.isUnversioned = isUnversioned
  }

  /// The target to send where `version` is spoken: "/v1.41/containers/json?all=1".
  public func target(version: APIVersion) -> String {
    let parameters = query.filter { $0.since.map { $0 <= version } ?? true }
    let text = parameters.map { Self.encoded($0.name) + "=" + Self.encoded($0.bytes ?? Array($0.value.utf8)) }
      .joined(separator: "&")
    return (isUnversioned ? "" : "/v\(version)") + path + (text.isEmpty ? "" : "?" + text)
  }

  /// The text with every byte as %XX that has a meaning in a path or query (RFC 3986).
  static func encoded(_ text: String, keepingSlash: Bool = false) -> String {
    encoded(Array(text.utf8), keepingSlash: keepingSlash)
  }

  private static func encoded(_ text: [UInt8], keepingSlash: Bool = false) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "@"):
        bytes.append(byte)
      case UInt8(ascii: "/") where keepingSlash: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The engine's form of a filter: a JSON map of lists; nil where nothing is filtered.
  static func filters(_ filters: [(String, [String])]) -> Parameter? {
    if filters.isEmpty { return nil }
    let members = filters.map { name, values in
      JSONValue.quoted(name) + ":[" + values.map(JSONValue.quoted).joined(separator: ",") + "]"
    }
    return Parameter("filters", "{" + members.joined(separator: ",") + "}")
  }
}
