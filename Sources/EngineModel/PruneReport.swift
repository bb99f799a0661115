/// What a prune removed (POST /…/prune).
public struct PruneReport: Hashable, Sendable {
  /// The ids or names of what is gone; for images names that were taken away count too.
  public var deleted: [String]
  /// The bytes that it freed.
  public var spaceReclaimed: UInt64

  /// A report as given.
  public init(deleted: [String], spaceReclaimed: UInt64 = 0) {
    self.deleted = deleted
    self.spaceReclaimed = spaceReclaimed
  }
}
