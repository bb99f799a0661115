/// A volume of a simulated engine.
public struct SimulatedVolume: Sendable {
  /// The name; 64 hexadecimal digits make it count as anonymous.
  public var name: String
  /// The volume's labels.
  public var labels: [String: String]
  /// Bytes in it, as `system df` tells.
  public var size: Int64
  /// How long before the engine's start it was made.
  public var age: Duration

  /// A volume of some megabytes, a month old unless told otherwise.
  public init(
    _ name: String, labels: [String: String] = [:], size: Int64 = 7_340_032,
    age: Duration = .seconds(86_400 * 30)
  ) {
    self.name = name
    self.labels = labels
    self.size = size
    self.age = age
  }
}

/// A network of a simulated engine.
public struct SimulatedNetwork: Sendable {
  /// The name.
  public var name: String
  /// `bridge`, `overlay`, `macvlan` …
  public var driver: String
  /// The network's labels.
  public var labels: [String: String]
  /// Whether it has no way out.
  public var isInternal: Bool

  /// A bridge unless told otherwise; its subnet is chosen when the engine starts.
  public init(
    _ name: String, driver: String = "bridge", labels: [String: String] = [:], isInternal: Bool = false
  ) {
    self.name = name
    self.driver = driver
    self.labels = labels
    self.isInternal = isInternal
  }
}
