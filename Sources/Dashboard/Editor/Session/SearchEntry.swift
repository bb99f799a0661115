import TerminalUI
import TextEditing

/// What is searched for, and what it is replaced by, while it is typed at the foot of the editor.
struct SearchEntry: Sendable, Equatable {
  var query = TextField()
  /// What takes the place of what is found; nil where nothing is replaced.
  var replacement: TextField?
  /// Whether keys go to the replacement.
  var isInReplacement = false
  var isPattern = false
  /// Where the search began.
  let start: TextPosition
}

extension EditorState {
  /// Opens the line at the foot, with what is selected in one line as the query.
  mutating func beginSearch(replacing: Bool) {
    let selected = text.selectedText
    var entry = SearchEntry(start: text.selection?.lowerBound ?? text.cursor)
    entry.query = TextField(selected.contains("\n") ? "" : selected)
    if entry.query.isEmpty, let last = self.entry?.query { entry.query = last }
    if replacing {
      entry.replacement = TextField()
      entry.isInReplacement = !entry.query.isEmpty
    }
    self.entry = entry
    if !entry.query.isEmpty { text.find(entry.query.text, from: entry.start) }
  }

  /// Does something with what is searched for.
  mutating func search(_ command: SearchCommand) {
    remark = nil
    guard var entry else { return }
    switch command {
    case .close:
      self.entry = nil
      text.endSearch()
      return
    case .confirm: confirm(&entry)
    case .next: _ = text.findNext()
    case .previous: _ = text.findPrevious()
    case .otherField: if entry.replacement != nil { entry.isInReplacement.toggle() }
    case .replace: if entry.replacement == nil { entry.replacement = TextField() }
    case .replaceAll: replaceAll(entry)
    case .togglePattern:
      entry.isPattern.toggle()
      text.find(entry.query.text, isPattern: entry.isPattern, from: entry.start)
    }
    self.entry = entry
  }

  /// A key that is typed while something is searched for.
  mutating func typeInSearch(_ key: KeyPress) {
    guard var entry else { return }
    type(key, into: &entry)
    self.entry = entry
  }

  /// Text pasted while something is searched for.
  mutating func pasteIntoSearch(_ line: String) {
    guard var entry else { return }
    if entry.isInReplacement {
      entry.replacement?.insert(line)
    } else {
      entry.query.insert(line)
      text.find(entry.query.text, isPattern: entry.isPattern, from: entry.start)
    }
    self.entry = entry
  }

  private mutating func confirm(_ entry: inout SearchEntry) {
    guard let replacement = entry.replacement else {
      _ = text.findNext()
      return
    }
    guard entry.isInReplacement else {
      entry.isInReplacement = true
      return
    }
    if !text.replaceCurrent(with: replacement.text) { remark = "no match" }
  }

  private mutating func replaceAll(_ entry: SearchEntry) {
    let count = text.replaceAll(with: entry.replacement?.text ?? "")
    remark = count == 0 ? "no match" : "replaced \(Counted.text(count, "occurrence"))"
  }

  private mutating func type(_ key: KeyPress, into entry: inout SearchEntry) {
    if entry.isInReplacement {
      _ = entry.replacement?.handle(key)
    } else if entry.query.handle(key) {
      text.find(entry.query.text, isPattern: entry.isPattern, from: entry.start)
    }
  }
}
