public import YAMLDocument

/// How much is read before a project is refused: its files come from anywhere.
public struct ComposeLimits: Sendable, Hashable {
  /// The limits of each YAML file.
  public var yaml: YAMLLimits
  /// How many values a file may have after aliases were followed.
  public var expandedNodes: Int
  /// The largest environment file in bytes.
  public var environmentBytes: Int
  /// How many files `extends` and `include` may bring in.
  public var files: Int
  /// The longest text that variables may make of one value, in bytes.
  public var textBytes: Int

  /// 16 MiB and 500,000 nodes a file, 1,000,000 values after aliases, 4 MiB an environment file, 200 files.
  public static let standard = ComposeLimits(
    yaml: .standard, expandedNodes: 1_000_000, environmentBytes: 4 << 20, files: 200, textBytes: 1 << 20)

  /// Limits of one's own.
  public init(
    yaml: YAMLLimits, expandedNodes: Int, environmentBytes: Int, files: Int, textBytes: Int
  ) {
    self.yaml = yaml
    self.expandedNodes = expandedNodes
    self.environmentBytes = environmentBytes
    self.files = files
    self.textBytes = textBytes
  }
}
