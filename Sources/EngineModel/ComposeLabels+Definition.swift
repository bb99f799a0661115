extension ComposeLabels {
  /// The hash of the service's definition that the container was made from.
  public var configHash: String? { value("config-hash") }

  /// The version of the Compose that made it: "1.29.2", "2.26.1".
  public var version: String? { value("version") }

  /// The id of the image that it was made from; only Compose 2 and later tells.
  public var imageDigest: ImageID? { value("image").map(ImageID.init(_:)) }

  /// The network's name within the project's files; nil for anything but a network.
  public var network: String? { value("network") }

  /// The volume's name within the project's files; nil for anything but a volume.
  public var volume: String? { value("volume") }

  /// One service that a container's service waits for.
  public struct Dependency: Hashable, Sendable {
    /// The other service.
    public var service: ServiceName
    /// `service_started`, `service_healthy` or `service_completed_successfully`.
    public var condition: String
    /// Whether this one is started again after the other one was.
    public var restarts: Bool

    /// A dependency from its parts.
    public init(service: ServiceName, condition: String = "service_started", restarts: Bool = false) {
      self.service = service
      self.condition = condition
      self.restarts = restarts
    }
  }

  /// What the service waits for, in the order of the label; only Compose 2 and later tells. Its form is
  /// `service:condition:restart`, separated by commas; older versions of Compose 2 wrote the service alone.
  public var dependencies: [Dependency] {
    (value("depends_on") ?? "").split(separator: ",").compactMap { entry in
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
      guard let name = parts.first, !name.isEmpty else { return nil }
      return Dependency(
        service: ServiceName(String(name)),
        condition: parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : "service_started",
        restarts: parts.count > 2 && parts[2] == "true")
    }
  }
}
