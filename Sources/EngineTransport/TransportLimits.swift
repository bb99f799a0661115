/// What a transport allows.
public struct TransportLimits: Hashable, Sendable {
  /// How long connecting may take, in seconds.
  public var connectTimeout: Double
  /// The largest body that is taken as a whole, in bytes.
  public var maximumBody: Int
  /// The largest number of idle connections that are kept for the next requests.
  public var maximumIdle: Int

  /// Limits as given: 2 s, 64 MiB, 32 connections.
  public init(connectTimeout: Double = 2, maximumBody: Int = 64 << 20, maximumIdle: Int = 32) {
    self.connectTimeout = connectTimeout
    self.maximumBody = maximumBody
    self.maximumIdle = maximumIdle
  }
}
