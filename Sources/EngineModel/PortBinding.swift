/// A container's port and where it is published (`Ports` of GET /containers/json).
public struct PortBinding: Hashable, Sendable {
  /// The host address that it is published on; nil where it is not published.
  public var address: String?
  /// The port inside the container.
  public var privatePort: Int
  /// The port on the host; nil where it is not published.
  public var publicPort: Int?
  /// "tcp", "udp" or "sctp".
  public var proto: String

  /// A port as given.
  public init(address: String? = nil, privatePort: Int, publicPort: Int? = nil, proto: String = "tcp") {
    self.address = address
    self.privatePort = privatePort
    self.publicPort = publicPort
    self.proto = proto
  }
}
