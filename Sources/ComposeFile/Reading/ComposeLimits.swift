public import YAMLDocument

/// How much is read before a project is refused: its files come from anywhere.
public struct ComposeLimits: Sendable, Hashable {
  /// The limits of each YAML file.
  public var yaml: YAMLLimits
  /// What a project may come to in bytes, each value counting 64 beside its text: with all that aliases, variables,
  /// `extends`, `include`, ranges of ports and environment files make of it.
  public var projectBytes: Int
  /// The largest environment file in bytes.
  public var environmentBytes: Int
  /// How many files `extends` and `include` may bring in.
  public var files: Int
  /// The longest text that variables may make of one value, in bytes.
  public var textBytes: Int

  /// 16 MiB and 500,000 nodes a file, 64 MiB a project, 4 MiB an environment file, 200 files, 1 MiB a text.
  public static let standard = ComposeLimits(
    yaml: .standard, projectBytes: 64 << 20, environmentBytes: 4 << 20, files: 200, textBytes: 1 << 20)

  /// Limits of one's own.
  public init(
    yaml: YAMLLimits, projectBytes: Int, environmentBytes: Int, files: Int, textBytes: Int
  ) {
    self.yaml = yaml
    self.projectBytes = projectBytes
    self.environmentBytes = environmentBytes
    self.files = files
    self.textBytes = textBytes
  }
}
