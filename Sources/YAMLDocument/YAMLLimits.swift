/// How much of a text is read before it is refused: files come from anywhere.
public struct YAMLLimits: Sendable, Hashable {
  /// The largest text in bytes of UTF-8.
  public var bytes: Int
  /// How many collections may stand inside each other.
  public var depth: Int
  /// How many nodes (scalars, aliases and collections) a document may have.
  public var nodes: Int

  /// Limits of one's own.
  public init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// 16 MiB, 100 levels, 500,000 nodes.
  public static let standard = YAMLLimits(bytes: 16 << 20, depth: 100, nodes: 500_000)
}
