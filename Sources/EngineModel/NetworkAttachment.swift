/// A container's place in one network (`NetworkSettings.Networks`).
public struct NetworkAttachment: Hashable, Sendable {
  /// The network's name.
  public var name: String
  /// The network's id; empty while the container was never started.
  public var networkID: NetworkID
  /// The container's IPv4 address there; empty while it does not run.
  public var ipAddress: String

  /// An attachment as given.
  public init(name: String, networkID: NetworkID = "", ipAddress: String = "") {
    self.name = name
    self.networkID = networkID
    self.ipAddress = ipAddress
  }
}
