/// An HTTP method that engines use.
public enum RequestMethod: String, Hashable, Sendable {
  /// Asks for something.
  case get = "GET"
  /// Asks for the head of an answer alone.
  case head = "HEAD"
  /// Does or makes something.
  case post = "POST"
  /// Writes something.
  case put = "PUT"
  /// Removes something.
  case delete = "DELETE"

  /// Whether the request changes nothing, so that it may be sent again and on a read-only transport.
  public var isSafe: Bool { self == .get || self == .head }
}

/// One HTTP request, complete but for the connection.
package struct TransportRequest: Hashable, Sendable {
  /// The method.
  package var method: RequestMethod
  /// Path and query, percent-encoded: "/v1.41/containers/json?all=1".
  package var target: String
  /// A JSON body; nil for none.
  package var body: [UInt8]?
  /// Further header fields. What stands in them may be secret: nothing logs or shows it.
  package var fields: [HeaderField]
  /// How long the head of the answer may take, in seconds.
  package var headTimeout: Double
  /// How long a body that keeps coming may take beyond that, in seconds; streams ignore it.
  package var bodyTimeout: Double

  /// A request as given.
  package init(
    method: RequestMethod, target: String, body: [UInt8]? = nil, fields: [HeaderField] = [],
    headTimeout: Double = 10, bodyTimeout: Double = 30
  ) {
    self.method = method
    self.target = target
    self.body = body
    self.fields = fields
    self.headTimeout = headTimeout
    self.bodyTimeout = bodyTimeout
  }

  /// The target without its query.
  package var path: String { target.firstIndex(of: "?").map { String(target[..<$0]) } ?? target }
}

/// A header field of a request.
package struct HeaderField: Hashable, Sendable, CustomStringConvertible {
  /// Its name.
  package var name: String
  /// Its value, as it is sent.
  package var value: String

  /// A field as given.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Its name alone: the value may be secret.
  package var description: String { "\(name): …" }
}
