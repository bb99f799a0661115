/// An image as GET /images/json lists it.
public struct ImageSummary: Hashable, Sendable, Identifiable {
  /// The image's id.
  public var id: ImageID
  /// The image that it was built on, where the classic builder recorded one.
  public var parentID: ImageID?
  /// Its names with tags; empty for an untagged image ("<none>:<none>" is left out).
  public var repoTags: [String]
  /// Its names with digests ("<none>@<none>" is left out).
  public var repoDigests: [String]
  /// When it was built.
  public var created: Timestamp
  /// Its size in bytes, all layers.
  public var size: UInt64
  /// The bytes that it shares with other images; nil where the engine did not count them.
  public var sharedSize: UInt64?
  /// The number of containers made from it; nil where the engine did not count them (before API 1.51).
  public var containers: Int?
  /// Its labels.
  public var labels: [String: String]

  /// An image as given; what is left out is empty.
  public init(
    id: ImageID, parentID: ImageID? = nil, repoTags: [String] = [], repoDigests: [String] = [],
    created: Timestamp = Timestamp(nanoseconds: 0), size: UInt64 = 0, sharedSize: UInt64? = nil,
    containers: Int? = nil, labels: [String: String] = [:]
  ) {
    self.id = id
    self.parentID = parentID
    self.repoTags = repoTags
    self.repoDigests = repoDigests
    self.created = created
    self.size = size
    self.sharedSize = sharedSize
    self.containers = containers
    self.labels = labels
  }

  /// Whether nothing names it: no tag, and no digest either.
  public var isDangling: Bool { repoTags.isEmpty && repoDigests.isEmpty }

  /// The Compose project that built it.
  public var project: ProjectName? { ComposeLabels(labels).project }
}

/// One step of an image's making (GET /images/{name}/history), newest first.
public struct ImageHistoryEntry: Hashable, Sendable {
  /// The layer's image id; nil where it is not on this host.
  public var id: ImageID?
  /// When the step ran.
  public var created: Timestamp
  /// The instruction.
  public var createdBy: String
  /// The bytes that the step added.
  public var size: UInt64
  /// The names of that layer's image.
  public var tags: [String]
  /// The builder's remark.
  public var comment: String

  /// A step as given; what is left out is empty.
  public init(
    id: ImageID? = nil, created: Timestamp = Timestamp(nanoseconds: 0), createdBy: String, size: UInt64 = 0,
    tags: [String] = [], comment: String = ""
  ) {
    self.id = id
    self.created = created
    self.createdBy = createdBy
    self.size = size
    self.tags = tags
    self.comment = comment
  }
}
