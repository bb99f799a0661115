/// A parsed YAML text with the place of every node: one document at most, unless more are asked for.
public struct YAMLTree: Sendable {
  let storage: Storage
  private let rootIndices: [Int]

  /// What is wrong but leaves the rest readable: keys that are there twice, each at the place of the repetition.
  public let problems: [YAMLProblem]

  /// Parses `text`, which may start with a byte order mark and have any line ends.
  ///
  /// Throws where the text is not YAML, goes beyond `limits`, or holds more than one document and `documents` says
  /// that this is not expected.
  public init(
    parsing text: String, limits: YAMLLimits = .standard, documents: YAMLDocumentCount = .one
  ) throws(YAMLProblem) {
    guard text.utf8.count <= limits.bytes else {
      throw YAMLProblem(
        position: YAMLPosition(line: 1, column: 1), message: "the file is larger than \(limits.bytes) bytes")
    }
    let source = SourceText(text)
    var builder = TreeBuilder(source: source, limits: limits, documentCount: documents)
    try builder.build()
    storage = Storage(source: source, records: builder.records)
    rootIndices = builder.roots
    problems = builder.problems
  }

  /// The document's node; nil where the text holds nothing but blanks and comments.
  public var root: YAMLNode? { rootIndices.first.map { YAMLNode(storage: storage, index: $0) } }

  /// The nodes of all documents in their order.
  public var roots: [YAMLNode] { rootIndices.map { YAMLNode(storage: storage, index: $0) } }

  /// The place of a byte of the text.
  public func position(ofByte offset: Int) -> YAMLPosition { storage.source.position(ofByte: offset) }

  /// The line that a byte of the text stands in, cut to what fits on a screen and without control characters.
  public func excerpt(ofByte offset: Int) -> String { storage.source.excerpt(ofByte: offset) }
}

/// How many documents a text may hold.
public enum YAMLDocumentCount: Sendable, Hashable {
  /// One at most: a second is a problem.
  case one
  /// Any number.
  case any
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
