/// A volume as GET /volumes lists it.
public struct VolumeSummary: Hashable, Sendable, Identifiable {
  /// The volume's name, which is its id.
  public var name: VolumeName
  /// Its driver: "local", …
  public var driver: String
  /// Where it lies on the engine's host.
  public var mountpoint: String
  /// "local" or "global".
  public var scope: String
  /// When it was made; nil where the engine does not say.
  public var createdAt: Timestamp?
  /// Its labels.
  public var labels: [String: String]
  /// Its driver's options.
  public var options: [String: String]
  /// The bytes in it; nil where the engine did not count them (only GET /system/df does).
  public var size: UInt64?
  /// The number of containers that use it; nil where the engine did not count them.
  public var useCount: Int?

  /// A volume as given; what is left out is empty.
  public init(
    name: VolumeName, driver: String = "local", mountpoint: String = "", scope: String = "local",
    createdAt: Timestamp? = nil, labels: [String: String] = [:], options: [String: String] = [:],
    size: UInt64? = nil, useCount: Int? = nil
  ) {
    self.name = name
    self.driver = driver
    self.mountpoint = mountpoint
    self.scope = scope
    self.createdAt = createdAt
    self.labels = labels
    self.options = options
    self.size = size
    self.useCount = useCount
  }

  /// The volume's name.
  public var id: VolumeName { name }

  /// The Compose project that it belongs to.
  public var project: ProjectName? { ComposeLabels(labels).project }
}
