import EngineModel

/// What the engine needs to be somebody at a registry. It is secret: it can be sent, and is never shown, logged or
/// written.
public struct RegistryAuth: Hashable, Sendable {
  private let document: [UInt8]

  /// Somebody with a name and a password, or a token that stands for one.
  public init(user: String, password: String, server: String) {
    document = Self.document([("username", user), ("password", password), ("serveraddress", server)])
  }

  /// Somebody with an identity token (OAuth2), as docker login keeps it for some registries.
  public init(identityToken: String, server: String) {
    document = Self.document([("identitytoken", identityToken), ("serveraddress", server)])
  }

  /// Nobody: for requests that have to name somebody all the same.
  static let nobody = RegistryAuth(document: Array("{}".utf8))

  private init(document: [UInt8]) { self.document = document }

  /// The value of the header field X-Registry-Auth: JSON in the alphabet of URLs (RFC 4648, section 5).
  var headerValue: String { Base64.encoded(document, forURL: true) }

  private static func document(_ members: [(String, String)]) -> [UInt8] {
    let value = JSONValue.object(members.map { .init(key: $0.0, value: .string($0.1)) })
    return Array(value.prettyText.utf8)
  }
}

extension RegistryAuth: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Says nothing of it.
  public var description: String { "credentials" }
  /// Says nothing of it.
  public var debugDescription: String { description }
  /// Says nothing of it.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
