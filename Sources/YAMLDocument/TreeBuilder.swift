/// Makes nodes of events, without recursion and within limits.
struct TreeBuilder {
  let source: SourceText
  let limits: YAMLLimits

  private(set) var records: [YAMLTree.Record] = []
  private(set) var roots: [Int] = []
  private(set) var problems: [YAMLProblem] = []

  /// The collections that are open, the outermost first.
  private var open: [OpenCollection] = []
  private var anchors: [String: Int] = [:]
  private var documents = 0
  private let documentCount: YAMLDocumentCount

  private struct OpenCollection {
    var index: Int
    var isMapping: Bool
    var children: [Int] = []
    /// The keys so far, of a mapping that has many.
    var keys: Set<String> = []
  }

  init(source: SourceText, limits: YAMLLimits, documentCount: YAMLDocumentCount) {
    self.source = source
    self.limits = limits
    self.documentCount = documentCount
  }

  /// Reads all events.
  mutating func build() throws(YAMLProblem) {
    records.reserveCapacity(min(source.bytes.count / 16, 65_536))
    try source.bytes.withUnsafeBufferPointer { (all) throws(YAMLProblem) in
      guard let reader = EventReader(UnsafeBufferPointer(rebasing: all.dropFirst(source.bomLength))) else {
        throw problem("there is no memory left to read it", atByte: 0)
      }
      while try add(next(of: reader)) {}
    }
  }

  private func next(of reader: borrowing EventReader) throws(YAMLProblem) -> Event {
    do {
      return try reader.next()
    } catch {
      switch error.place {
      case .byte(let offset): throw problem(error.message, atByte: offset + source.bomLength)
      case .codePoint(let index): throw problem(error.message, atByte: source.byteOffset(ofCodePoint: index))
      }
    }
  }

  /// Adds one event; false at the end of the stream.
  private mutating func add(_ event: Event) throws(YAMLProblem) -> Bool {
    let range = byteRange(of: event)
    switch event.body {
    case .streamEnd:
      return false
    case .documentStart:
      documents += 1
      anchors.removeAll()
      if documents > 1, documentCount == .one {
        throw problem("a second document starts here: only one is read", atByte: range.lowerBound)
      }
    case .alias(let name):
      guard let target = anchors[name] else {
        throw problem("there is no anchor '\(name)' before this alias", atByte: range.lowerBound)
      }
      try append(YAMLTree.Record(content: .alias(target: target), range: range))
    case .scalar(let scalar):
      try append(
        YAMLTree.Record(content: .scalar(scalar), range: range, anchor: event.anchor, tag: event.tag))
      if let name = event.anchor { anchors[name] = records.count - 1 }
    case .sequenceStart(let isFlow):
      try start(event, range: range, isMapping: false, isFlow: isFlow)
    case .mappingStart(let isFlow):
      try start(event, range: range, isMapping: true, isFlow: isFlow)
    case .collectionEnd:
      finish(endingAt: range.upperBound)
    case .other:
      break
    }
    return true
  }

  private mutating func start(
    _ event: Event, range: Range<Int>, isMapping: Bool, isFlow: Bool
  ) throws(YAMLProblem) {
    guard open.count < limits.depth else {
      throw problem("more than \(limits.depth) collections stand inside each other", atByte: range.lowerBound)
    }
    try append(
      YAMLTree.Record(
        content: isMapping ? .mapping([]) : .sequence([]), range: range, anchor: event.anchor, tag: event.tag,
        isFlow: isFlow))
    open.append(OpenCollection(index: records.count - 1, isMapping: isMapping))
  }

  private mutating func finish(endingAt mark: Int) {
    guard let done = open.popLast() else { return }
    let start = records[done.index].range.lowerBound
    // libyaml ends a block collection where the next token starts; ours ends with its last child.
    let last = done.children.last.map { records[$0].range.upperBound } ?? records[done.index].range.upperBound
    let end = records[done.index].isFlow ? mark : last
    records[done.index].range = start..<max(start, end)
    records[done.index].content = done.isMapping ? .mapping(done.children) : .sequence(done.children)
    if let name = records[done.index].anchor { anchors[name] = done.index }
  }

  /// Adds a node to the innermost open collection.
  private mutating func append(_ record: YAMLTree.Record) throws(YAMLProblem) {
    guard records.count < limits.nodes else {
      throw problem("there are more than \(limits.nodes) nodes", atByte: record.range.lowerBound)
    }
    records.append(record)
    guard !open.isEmpty else {
      roots.append(records.count - 1)
      return
    }
    noteDuplicate(record)
    open[open.count - 1].children.append(records.count - 1)
  }

  /// Says so where `record` is a key that its mapping has already.
  private mutating func noteDuplicate(_ record: YAMLTree.Record) {
    let last = open.count - 1
    guard open[last].isMapping, open[last].children.count.isMultiple(of: 2),
      case .scalar(let key) = record.content
    else { return }
    if isRepeated(key.text) {
      problems.append(problem("the key '\(key.text)' is here a second time", atByte: record.range.lowerBound))
    }
  }

  /// Whether the innermost mapping has a key already: few are compared, many are looked up.
  private mutating func isRepeated(_ key: String) -> Bool {
    let last = open.count - 1
    let children = open[last].children
    if children.count <= 2 * Self.fewKeys {
      return stride(from: 0, to: children.count, by: 2).contains { holds(key, at: children[$0]) }
    }
    if open[last].keys.isEmpty {
      for at in stride(from: 0, to: children.count, by: 2) {
        if case .scalar(let known) = records[children[at]].content { open[last].keys.insert(known.text) }
      }
    }
    return !open[last].keys.insert(key).inserted
  }

  private static let fewKeys = 12

  private func holds(_ key: String, at index: Int) -> Bool {
    if case .scalar(let known) = records[index].content { return known.text == key }
    return false
  }

  private func byteRange(of event: Event) -> Range<Int> {
    let start = source.byteOffset(ofCodePoint: event.start)
    return start..<max(start, source.byteOffset(ofCodePoint: event.end))
  }

  private func problem(_ message: String, atByte offset: Int) -> YAMLProblem {
    YAMLProblem(
      position: source.position(ofByte: offset), message: message, excerpt: source.excerpt(ofByte: offset))
  }
}
