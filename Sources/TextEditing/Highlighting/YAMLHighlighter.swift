import TerminalUI

/// The colours of a YAML text, line by line: keys, texts, numbers, words with a meaning, comments, and variables
/// as Compose files have them. What was learnt is kept, so that after a change only the lines are read again
/// whose meaning may have changed.
package struct YAMLHighlighter: Sendable, Equatable {
  /// What each line starts in.
  private var states: [YAMLLineState]

  /// Reads the lines of a text.
  package init(lines: [String]) {
    states = Array(repeating: YAMLLineState(), count: lines.count)
    read(lines, from: 0, changed: lines.count)
  }

  /// Follows a change: the lines of `range` gave way to `count` others, and `lines` is the text as it is now.
  package mutating func update(_ lines: [String], replaced range: Range<Int>, by count: Int) {
    states.replaceSubrange(range, with: repeatElement(YAMLLineState(), count: count))
    read(lines, from: max(0, range.lowerBound - 1), changed: range.lowerBound + count)
  }

  /// Reads on from a line until, behind the changed ones, a line starts in what it started in before.
  private mutating func read(_ lines: [String], from start: Int, changed end: Int) {
    guard start < states.count else { return }
    if start == 0 { states[0] = YAMLLineState() }
    for line in start..<max(start, states.count - 1) {
      let next = YAMLLineLexer.state(after: lines[line], from: states[line])
      if line + 1 >= end, states[line + 1] == next { return }
      states[line + 1] = next
    }
  }

  /// The coloured pieces of a line, in order; `text` is the line.
  package func spans(of text: String, line: Int) -> [SyntaxSpan] {
    guard states.indices.contains(line) else { return [] }
    return YAMLLineLexer.spans(of: text, from: states[line])
  }

  /// Whether a line starts inside of a block of text or of a text in quotes.
  package func isLiteral(line: Int) -> Bool {
    states.indices.contains(line) && states[line].mode != .structure
  }

  /// The lines of a text, coloured.
  package static func highlight(lines: [String]) -> [StyledText] {
    var state = YAMLLineState()
    return lines.map { text in
      defer { state = YAMLLineLexer.state(after: text, from: state) }
      let spans = YAMLLineLexer.spans(of: text, from: state)
      return StyledText(text, spans: spans, range: 0..<text.utf8.count)
    }
  }
}

/// What a line of YAML starts in.
struct YAMLLineState: Sendable, Equatable {
  enum Mode: UInt8, Sendable {
    /// Keys, items, values.
    case structure
    /// A block of text, after `|` or `>`.
    case block
    case singleQuoted, doubleQuoted
  }

  var mode = Mode.structure
  /// How many brackets and braces are open.
  var depth: Int32 = 0
  /// The column of the key or dash that a block, a quoted text or a bracket belongs to; -1 for none. What
  /// follows is deeper.
  var owner: Int32 = -1
}
