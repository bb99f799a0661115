/// A node of a parsed text, with the bytes that it was read from.
///
/// An alias (`*name`) is a node of its own that points to the anchored one; what reads values (`scalar`, `entries`,
/// `elements`) looks through it, what speaks of places (`range`, `position`) does not.
public struct YAMLNode: Sendable {
  let storage: YAMLTree.Storage
  let index: Int

  /// What a node is.
  public enum Kind: Sendable, Hashable {
    case scalar
    case mapping
    case sequence
    case alias
  }

  /// One `key: value` of a mapping.
  public struct Entry: Sendable {
    public var key: YAMLNode
    public var value: YAMLNode
  }

  /// The node's number among those of its tree, in the order in which they start.
  public var number: Int { index }

  /// What the node is, an alias being an alias.
  public var kind: Kind {
    switch record.content {
    case .scalar: .scalar
    case .mapping: .mapping
    case .sequence: .sequence
    case .alias: .alias
    }
  }

  /// The bytes of the text (UTF-8, from 0) that the node was read from, its anchor and tag included.
  ///
  /// A block collection ends with its last scalar, alias or flow collection, so what follows (blank lines,
  /// comments) is not in it. A literal or folded scalar ends where the next line starts. A value that was left
  /// out is an empty range after its `:` or `-`.
  public var range: Range<Int> { record.range }

  /// Where the node starts.
  public var position: YAMLPosition { storage.source.position(ofByte: record.range.lowerBound) }

  /// The name behind `&`, or nil.
  public var anchor: String? { record.anchor }

  /// The expanded tag of a collection or a scalar, or nil.
  public var tag: String? { record.tag }

  /// Whether a collection was written in brackets or braces.
  public var isFlow: Bool { record.isFlow }

  /// The node that an alias points to; the node itself where it is none.
  public var resolved: YAMLNode {
    if case .alias(let target) = record.content { return YAMLNode(storage: storage, index: target) }
    return self
  }

  /// The scalar, or nil where this is a collection.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = resolved.record.content { return scalar }
    return nil
  }

  /// The entries of a mapping in the order of the text (merge keys are entries like others), or nil.
  public var entries: [Entry]? {
    guard case .mapping(let children) = resolved.record.content else { return nil }
    return stride(from: 0, to: children.count - 1, by: 2).map {
      Entry(key: at(children[$0]), value: at(children[$0 + 1]))
    }
  }

  /// The elements of a sequence, or nil.
  public var elements: [YAMLNode]? {
    guard case .sequence(let children) = resolved.record.content else { return nil }
    return children.map(at)
  }

  /// The value of a key of a mapping, the last one where a key is there twice; nil where there is none.
  public subscript(key: String) -> YAMLNode? {
    entries?.last { $0.key.scalar?.text == key }?.value
  }

  private var record: YAMLTree.Record { storage.records[index] }

  private func at(_ index: Int) -> YAMLNode { YAMLNode(storage: storage, index: index) }
}
