/// A value of a Compose model with the place that it came from.
public struct ComposeNode: Sendable, Equatable {
  /// What the value is.
  public var content: Content
  /// Where it was written; nil for what the rules of Compose added.
  public var mark: ComposeMark?

  /// The kinds of value: those of YAML's core schema as the reference reads them.
  public enum Content: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A whole number from 2^63 up to 2^64 - 1; larger ones are `number`, as the reference reads them.
    case unsigned(UInt64)
    case number(Double)
    case text(String)
    /// A plain scalar that reads as a point in time; the text is as written.
    case time(String)
    case list([ComposeNode])
    case map(ComposeMap)
  }

  /// A node of a value and, where there is one, its place.
  public init(_ content: Content, mark: ComposeMark? = nil) {
    self.content = content
    self.mark = mark
  }

  /// A text that no file holds.
  public static func text(_ text: String) -> ComposeNode { ComposeNode(.text(text)) }

  /// A truth value that no file holds.
  public static func bool(_ value: Bool) -> ComposeNode { ComposeNode(.bool(value)) }

  /// Whether two values are equal, wherever they were written.
  public static func == (left: ComposeNode, right: ComposeNode) -> Bool { left.content == right.content }
}

/// A place in one of the files of a project.
public struct ComposeMark: Sendable, Hashable {
  /// The file: an index into `ComposeSources`.
  public var file: Int32
  /// The byte of the text that the node starts at.
  public var offset: Int32

  /// A place from its parts.
  public init(file: Int32, offset: Int32) {
    self.file = file
    self.offset = offset
  }
}

extension ComposeNode {
  /// The text, or nil where this is none.
  public var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }

  /// The elements of a list, or nil.
  public var list: [ComposeNode]? {
    if case .list(let elements) = content { return elements }
    return nil
  }

  /// The entries of a mapping, or nil.
  public var map: ComposeMap? {
    if case .map(let map) = content { return map }
    return nil
  }

  /// The whole number, or nil.
  public var integer: Int? {
    if case .integer(let value) = content { return value }
    return nil
  }

  /// The truth value, or nil.
  public var bool: Bool? {
    if case .bool(let value) = content { return value }
    return nil
  }

  /// Whether nothing stands here.
  public var isNull: Bool { content == .null }

  /// The value of a key of a mapping, or nil.
  public subscript(key: String) -> ComposeNode? { map?[key] }

  /// The scalar as the reference prints it in a text (`true`, `1.5`, `1e+21`); nil for null and collections.
  public var spelled: String? {
    switch content {
    case .text(let text): text
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .unsigned(let value): String(value)
    case .number(let value): NumberText.general(value)
    case .time(let text): TimeText.utc(text)
    case .null, .list, .map: nil
    }
  }

  /// What the value is, in the words of a message.
  public var kindName: String {
    switch content {
    case .null: "nothing"
    case .bool: "a truth value"
    case .integer, .unsigned, .number: "a number"
    case .text: "a text"
    case .time: "a date"
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}
