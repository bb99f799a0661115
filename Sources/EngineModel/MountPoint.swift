/// Something mounted into a container (`Mounts` of GET /containers/json and /containers/{id}/json).
public struct MountPoint: Hashable, Sendable {
  /// "volume", "bind", "tmpfs", "image", "npipe" or "cluster".
  public var kind: String
  /// The volume's name; nil for other kinds.
  public var name: VolumeName?
  /// The path on the host; empty for kinds without one.
  public var source: String
  /// The path inside the container.
  public var destination: String
  /// Whether the container may write to it.
  public var readWrite: Bool

  /// A mount as given.
  public init(
    kind: String, name: VolumeName? = nil, source: String = "", destination: String, readWrite: Bool = true
  ) {
    self.kind = kind
    self.name = name
    self.source = source
    self.destination = destination
    self.readWrite = readWrite
  }
}
