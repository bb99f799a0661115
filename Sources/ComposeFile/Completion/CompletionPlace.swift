/// A place in the text of a Compose file, as the way to it from the top.
struct CompletionPlace: Equatable {
  enum Step: Equatable {
    case key(String)
    case item
  }

  /// What is being typed.
  enum Part: Equatable {
    /// A key of a mapping, or a text where the rule wants none.
    case key
    /// A value behind a key, or an item of a list.
    case value
  }

  /// The way to what is being typed; for a key, to the mapping that holds it.
  var path: [Step] = []
  var part = Part.key
  /// What was typed of it so far.
  var typed: Substring = ""
  /// Keys that the mapping, or items that the list has already.
  var present: Set<String> = []
  /// Whether an item in a list without brackets is typed, which can be a mapping as well.
  var isItem = false

  /// The place before the character at `column` of a line; nil in a comment, or in a block of text.
  init?(_ lines: [String], line: Int, column: Int) {
    let head = lines[line].prefix(column)
    let outline = OutlineLine(head, isCut: true)
    if outline.isEmpty, head.contains("#") { return nil }
    typed = outline.rest
    if typed.dropFirst(OutlineLine.withoutComment(typed).count).contains("#") { return nil }
    var dashes = outline.entries[...]
    var start = outline.isEmpty ? head.count : outline.restColumn
    var key: String?
    if case .key(let name, let keyColumn)? = dashes.last {
      dashes = dashes.dropLast()
      start = keyColumn
      key = name
    }
    isItem = key == nil && !dashes.isEmpty
    guard climb(lines, from: line, column: start, dashes: dashes) else { return nil }
    if let key { path.append(.key(key)) }
    part = key != nil || isItem ? .value : .key
    if let first = typed.first, first == "[" || first == "{" {
      readFlow()
    } else if key != nil {
      present = []
    }
    if let first = typed.first, first == "\"" || first == "'" { typed = typed.dropFirst() }
  }

  /// Reads what stands above, up to the top of the file, and notes the way; false in a block of text.
  private mutating func climb(
    _ lines: [String], from line: Int, column: Int, dashes: ArraySlice<OutlineLine.Entry>
  ) -> Bool {
    var climber = CompletionClimber(column: column)
    climber.noteKeys(of: lines[(line + 1)...])
    for dash in dashes.reversed() { _ = climber.meet(dash, isOpen: false) }
    climber.noteItems(of: lines[(line + 1)...])
    for index in stride(from: line - 1, through: 0, by: -1) where !climber.isAtTop {
      guard climber.meet(lines[index]) else { return false }
    }
    path = climber.path.reversed()
    present = climber.present
    return true
  }

  /// Goes on into the brackets and braces that are open behind a key or a dash.
  private mutating func readFlow() {
    var flow = CompletionFlow(path: path)
    for index in typed.indices { flow.read(typed[index], at: index, in: typed) }
    path = flow.path
    part = flow.isKey ? .key : .value
    present = flow.present
    typed = typed[(flow.start ?? typed.endIndex)...].drop { $0 == " " }
    isItem = false
  }
}
