import TerminalUI

/// A text being edited: its lines, the cursor, what is selected, and how to take back what was done.
///
/// A value without a clock, a terminal or files. Lines are cut at line feeds; a carriage return before one, the
/// byte order mark and a last line without an end are kept, so that `text` gives back the very bytes. Columns
/// count characters as people see them.
package struct TextEditor: Sendable, Equatable {
  /// Grows with every change of the text; never with a mere move.
  package private(set) var revision = 0
  /// Where the cursor stands.
  package internal(set) var cursor = TextPosition(line: 0, column: 0)
  /// Where the selection begins or ends that the cursor is the other end of; nil where nothing is selected.
  var anchor: TextPosition?
  /// The column on the screen that moves up and down keep to; nil after any other move.
  var goal: Int?
  /// The lines that are shown and can be edited; nil for all.
  var window: Range<Int>?
  /// The columns and rows that the editor is drawn in; see `resize(to:)`.
  package internal(set) var size = Size(columns: 80, rows: 24)
  /// What is drawn in the first row.
  var top = ScreenPlace(line: 0, row: 0)
  /// What was cut or copied last; nil where nothing was.
  package internal(set) var clipboard: Clipboard?
  /// The search that is drawn into the text; nil where nothing is searched for.
  package internal(set) var search: EditorSearch?
  /// The blanks by which one level is indented: the file's own, else 2.
  package private(set) var indentStep: Int
  var history = TextHistory()
  var content: TextLines
  private var saved: TextLines
  var highlighter: YAMLHighlighter?

  /// An editor on `text`, the cursor at its start. `language` says how the text is coloured.
  package init(text: String, language: TextLanguage = .yaml) {
    content = TextLines(text)
    saved = content
    indentStep = Indentation.step(of: content.texts)
    highlighter = language == .yaml ? YAMLHighlighter(lines: content.texts) : nil
  }

  /// The whole text; put together anew each time.
  package var text: String { content.joined }

  /// The lines without what ends them; at least one. A text that ends with a line feed has an empty last line.
  package var lines: [String] { content.texts }

  /// Whether the text differs from the one that was opened, or saved last.
  package var isModified: Bool { revision != 0 && !content.isIdentical(to: saved) }

  /// Takes the text as it is now for the saved one.
  package mutating func markSaved() {
    saved = content
    history.seal()
  }

  /// Whether there is something to undo.
  package var canUndo: Bool { !history.done.isEmpty }
  /// Whether there is something to redo.
  package var canRedo: Bool { !history.undone.isEmpty }

  /// Puts `new` in the place of some lines, and tells everything that follows the text.
  mutating func exchange(_ range: Range<Int>, with new: [TextLine]) {
    content.replace(range, with: new)
    revision += 1
    highlighter?.update(content.texts, replaced: range, by: new.count)
    search?.update(content.texts, replaced: range, by: new.count)
    window = window.flatMap { Self.moved($0, replaced: range, by: new.count) }
    if top.line >= content.count { top = ScreenPlace(line: content.count - 1, row: 0) }
  }

  /// Looks at the whole text again for how it is indented.
  mutating func detectIndentation() { indentStep = Indentation.step(of: content.texts) }

  /// The lines of a block after a change; nil where the change reaches across its border.
  private static func moved(_ window: Range<Int>, replaced range: Range<Int>, by count: Int) -> Range<Int>? {
    let growth = count - range.count
    if range.lowerBound >= window.lowerBound, range.upperBound <= window.upperBound {
      let end = window.upperBound + growth
      return end > window.lowerBound ? window.lowerBound..<end : nil
    }
    if range.lowerBound >= window.upperBound { return window }
    if range.upperBound <= window.lowerBound {
      return window.lowerBound + growth..<window.upperBound + growth
    }
    return nil
  }
}

/// How a text is coloured.
package enum TextLanguage: Sendable, Hashable {
  /// YAML, with variables as Compose files have them.
  case yaml
  /// Not at all.
  case plain
}

/// What was cut or copied.
package struct Clipboard: Sendable, Hashable {
  /// The text.
  package var text: String
  /// Whether it is whole lines, which are put in above the line of the cursor.
  package var isWholeLines: Bool

  /// A text to put in.
  package init(_ text: String, isWholeLines: Bool = false) {
    self.text = text
    self.isWholeLines = isWholeLines
  }
}
