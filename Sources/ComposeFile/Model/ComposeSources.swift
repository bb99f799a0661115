public import YAMLDocument

/// The files that a project was read from, so that a mark can be shown.
public struct ComposeSources: Sendable {
  /// One file.
  public struct File: Sendable {
    /// The path as it is shown: absolute, or `-` for the standard input.
    public let path: String
    /// The text.
    public let text: String
    /// The parsed text; nil where it could not be parsed.
    public let tree: YAMLTree?
  }

  /// The files in the order in which they were read.
  public private(set) var files: [File] = []

  /// Sources without a file.
  public init() {}

  /// Adds a file and hands back its number.
  mutating func add(_ file: File) -> Int32 {
    files.append(file)
    return Int32(files.count - 1)
  }

  /// The file, line and column of a mark; nil for none.
  public func place(of mark: ComposeMark?) -> ComposePlace? {
    guard let mark, files.indices.contains(Int(mark.file)) else { return nil }
    let file = files[Int(mark.file)]
    guard let tree = file.tree else { return ComposePlace(path: file.path) }
    return ComposePlace(
      path: file.path, position: tree.position(ofByte: Int(mark.offset)),
      excerpt: tree.excerpt(ofByte: Int(mark.offset)))
  }
}

/// A place as people read it: a file, and where in it.
public struct ComposePlace: Sendable, Hashable {
  /// The file's path.
  public var path: String
  /// The line and column; nil for the file as a whole.
  public var position: YAMLPosition?
  /// The offending line, cut to what fits on a screen; empty where there is none.
  public var excerpt: String

  /// A place from its parts.
  public init(path: String, position: YAMLPosition? = nil, excerpt: String = "") {
    self.path = path
    self.position = position
    self.excerpt = excerpt
  }

  /// `path:line:column`, or the path alone.
  public var text: String { position.map { "\(path):\($0)" } ?? path }
}
