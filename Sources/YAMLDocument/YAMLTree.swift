/// A parsed YAML text: one document at most, every node with its place.
public struct YAMLTree: Sendable {
  let storage: Storage
  private let rootIndex: Int?

  /// What is wrong but leaves the rest readable: keys that are there twice, each at the place of the repetition.
  public let problems: [YAMLProblem]

  /// Parses `text`, which may start with a byte order mark and have any line ends.
  ///
  /// Throws where the text is not YAML, holds more than one document, or goes beyond `limits`.
  public init(parsing text: String, limits: YAMLLimits = .standard) throws(YAMLProblem) {
    guard text.utf8.count <= limits.bytes else {
      throw YAMLProblem(
        position: YAMLPosition(line: 1, column: 1), message: "the file is larger than \(limits.bytes) bytes")
    }
    let source = SourceText(text)
    var builder = TreeBuilder(source: source, limits: limits)
    try builder.build()
    storage = Storage(source: source, records: builder.records)
    rootIndex = builder.root
    problems = builder.problems
  }

  /// The document's node; nil where the text holds nothing but blanks and comments.
  public var root: YAMLNode? { rootIndex.map { YAMLNode(storage: storage, index: $0) } }

  /// The place of a byte of the text.
  public func position(ofByte offset: Int) -> YAMLPosition { storage.source.position(ofByte: offset) }
}

extension YAMLTree {
  /// The nodes in the order in which they start; children are named by their index, so that neither reading nor
  /// freeing a deep tree recurses.
  final class Storage: Sendable {
    let source: SourceText
    let records: [Record]

    init(source: SourceText, records: [Record]) {
      self.source = source
      self.records = records
    }
  }

  struct Record: Sendable {
    var content: Content
    var range: Range<Int>
    var anchor: String?
    var tag: String?
    var isFlow = false
  }

  enum Content: Sendable {
    case scalar(YAMLScalar)
    /// Keys and values by turns.
    case mapping([Int])
    case sequence([Int])
    case alias(target: Int)
  }
}
