/// A volume of a simulated engine.
package struct SimulatedVolume: Sendable {
  /// The name; 64 hexadecimal digits make it count as anonymous.
  package var name: String
  /// The volume's labels.
  package var labels: [String: String]
  /// Bytes in it, as `system df` tells.
  package var size: Int64
  /// How long before the engine's start it was made.
  package var age: Duration

  /// A volume of some megabytes, a month old unless told otherwise.
  package init(
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
package struct SimulatedNetwork: Sendable {
  /// The name.
  package var name: String
  /// `bridge`, `overlay`, `macvlan` …
  package var driver: String
  /// The network's labels.
  package var labels: [String: String]
  /// Whether it has no way out.
  package var isInternal: Bool
  /// Whether it has IPv6 addresses.
  package var hasIPv6 = false
  /// Its subnet, where it was asked for; nil lets the engine choose.
  package var subnet: String?
  /// Its gateway, where it was asked for.
  package var gateway: String?
  /// Subnets beside the first.
  package var furtherSubnets: [String] = []

  /// A bridge unless told otherwise; its subnet is chosen when the engine starts.
  package init(
    _ name: String, driver: String = "bridge", labels: [String: String] = [:], isInternal: Bool = false
  ) {
    self.name = name
    self.driver = driver
    self.labels = labels
    self.isInternal = isInternal
  }
}
