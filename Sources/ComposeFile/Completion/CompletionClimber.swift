/// Finds the way from the top of a text to one of its lines, by reading the lines above from the bottom up and
/// keeping those that stand further left.
struct CompletionClimber {
  /// The steps found so far, from the bottom up.
  private(set) var path: [CompletionPlace.Step] = []
  /// The keys beside the one that is looked from, or the items beside its item.
  private(set) var present: Set<String> = []
  /// The column that the next step stands left of.
  private var column: Int
  /// Whether the step at `column` is a dash; its key may stand in the same column.
  private var isDash = false

  init(column: Int) { self.column = column }

  /// Whether nothing can stand above.
  var isAtTop: Bool { column == 0 && !isDash }

  /// Reads the line above; false where it opens a block of text that holds what is looked from.
  mutating func meet(_ line: String) -> Bool {
    // What stands further right belongs to something else; in the same column, only neighbours matter.
    let border = path.isEmpty || isDash ? column : column - 1
    guard let depth = OutlineLine.depth(of: line), depth <= border else { return true }
    let outline = OutlineLine(line[...])
    noteItem(outline)
    var isLast = true
    for entry in outline.entries.reversed() {
      guard meet(entry, isOpen: isLast && outline.opensBlock) else { return false }
      isLast = false
    }
    return true
  }

  /// Takes a dash or a key for a step where it stands further left.
  mutating func meet(_ entry: OutlineLine.Entry, isOpen: Bool) -> Bool {
    let isFirst = path.isEmpty
    switch entry {
    case .dash(let place):
      guard place < column else { return true }
      path.append(.item)
      isDash = true
      column = place
    case .key(let name, let place):
      if place == column, !isDash, isFirst { present.insert(name) }
      guard place < column || place == column && isDash else { return true }
      path.append(.key(name))
      isDash = false
      column = place
    }
    return !(isFirst && isOpen)
  }

  /// Notes the keys in this column that follow below.
  mutating func noteKeys(of below: ArraySlice<String>) {
    for line in below {
      guard let depth = OutlineLine.depth(of: line), depth <= column else { continue }
      if depth < column { return }
      let outline = OutlineLine(line[...])
      if case .key(let name, column)? = outline.entries.first { present.insert(name) }
    }
  }

  /// Notes the items that follow below, when an item is looked from.
  mutating func noteItems(of below: ArraySlice<String>) {
    guard isDash else { return }
    for line in below {
      guard let depth = OutlineLine.depth(of: line), depth <= column else { continue }
      if depth < column { return }
      let outline = OutlineLine(line[...])
      if case .key(_, column)? = outline.entries.first { return }
      noteItem(outline)
    }
  }

  private mutating func noteItem(_ outline: OutlineLine) {
    guard isDash, path == [.item], outline.entries == [.dash(column: column)] else { return }
    present.insert(outline.rest.filter { $0 != "\"" && $0 != "'" })
  }
}

/// Reads brackets and braces up to a cursor inside of them.
struct CompletionFlow {
  private enum Container {
    case list
    case mapping(hasKey: Bool)
  }

  /// The way to what is typed last.
  private(set) var path: [CompletionPlace.Step]
  /// The items of the innermost list that stand before.
  private(set) var present: Set<String> = []
  /// Where the last item, key or value starts; nil behind what was closed.
  private(set) var start: Substring.Index?
  private var containers: [Container] = []
  private var quote: Character?

  init(path: [CompletionPlace.Step]) { self.path = path }

  /// Whether a key is typed last.
  var isKey: Bool {
    if case .mapping(hasKey: false)? = containers.last { return true }
    return false
  }

  /// Reads the next character of `text`.
  mutating func read(_ character: Character, at index: Substring.Index, in text: Substring) {
    let next = text.index(after: index)
    if let open = quote {
      if character == open { quote = nil }
      return
    }
    switch character {
    case "\"", "'": quote = character
    case "[", "{": open(isList: character == "[", next)
    case "]", "}": close()
    case ",": separate(text, index, next)
    case ":" where isKey:
      path.append(.key(start.map { Self.bare(text[$0..<index]) } ?? ""))
      containers[containers.count - 1] = .mapping(hasKey: true)
      start = next
    default: break
    }
  }

  private mutating func open(isList: Bool, _ next: Substring.Index) {
    containers.append(isList ? .list : .mapping(hasKey: false))
    if isList { path.append(.item) }
    present = []
    start = next
  }

  private mutating func close() {
    switch containers.popLast() {
    case .list?, .mapping(hasKey: true)?: path.removeLast()
    case .mapping(hasKey: false)?, nil: break
    }
    start = nil
  }

  private mutating func separate(_ text: Substring, _ index: Substring.Index, _ next: Substring.Index) {
    switch containers.last {
    case .list?: if let start { present.insert(Self.bare(text[start..<index])) }
    case .mapping(hasKey: true)?:
      path.removeLast()
      containers[containers.count - 1] = .mapping(hasKey: false)
    case .mapping(hasKey: false)?, nil: break
    }
    start = next
  }

  private static func bare(_ text: Substring) -> String {
    OutlineLine.withoutComment(text.drop { $0 == " " }).filter { $0 != "\"" && $0 != "'" }
  }
}
