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
    /// The rules that comments switch off, each with the line of its comment.
    let ignores: [(line: Int, rule: String)]

    init(path: String, text: String, tree: YAMLTree?) {
      self.path = path
      self.text = text
      self.tree = tree
      ignores = Self.ignores(in: text)
    }

    /// `# davit: ignore=rule,rule` on lines of a text.
    private static func ignores(in text: String) -> [(line: Int, rule: String)] {
      let marker = Array("davit: ignore=".utf8)
      guard PathResolution.contains(text, "davit: ignore=") else { return [] }
      var found: [(line: Int, rule: String)] = []
      for (at, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        let bytes = Array(line)
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")),
          let start = bytes[hash...].indices.first(where: { bytes[$0...].starts(with: marker) })
        else { continue }
        let rules = String(decoding: bytes[(start + marker.count)...], as: UTF8.self)
        for rule in rules.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
          found.append((at + 1, String(rule)))
        }
      }
      return found
    }
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

extension ComposeSources {
  /// The text from a mark to the end of its line; nil for no mark.
  func restOfLine(at mark: ComposeMark?) -> Substring? {
    guard let mark, files.indices.contains(Int(mark.file)) else { return nil }
    let text = files[Int(mark.file)].text.utf8
    guard let start = text.index(text.startIndex, offsetBy: Int(mark.offset), limitedBy: text.endIndex) else {
      return nil
    }
    return Substring(text[start...].prefix { $0 != 0x0A && $0 != 0x0D })
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
