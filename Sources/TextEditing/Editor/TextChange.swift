/// Where the cursor stands, and where a selection that ends there begins.
struct Caret: Sendable, Equatable {
  var cursor: TextPosition
  /// The other end of the selection; nil where nothing is selected.
  var anchor: TextPosition?

  init(_ cursor: TextPosition, anchor: TextPosition? = nil) {
    self.cursor = cursor
    self.anchor = anchor
  }
}

/// Lines that took the place of others: what undo and redo need, and no more.
struct TextChange: Sendable, Equatable {
  /// What made the change; changes of a kind that follow each other are undone together.
  enum Kind: Sendable, Equatable {
    case typing, erasing, other
  }

  var kind: Kind
  /// The first line that changed.
  var line: Int
  var old: [TextLine]
  var new: [TextLine]
  var before: Caret
  var after: Caret
  /// Whether the text has a byte order mark, before and after.
  var hadMark, hasMark: Bool
}

/// What was done to a text, to take it back and to do it again.
struct TextHistory: Sendable, Equatable {
  private(set) var done: [TextChange] = []
  private(set) var undone: [TextChange] = []
  /// Whether the next change starts a step of its own.
  private var isSealed = true

  /// Notes a change; one that goes on with the last becomes part of it.
  mutating func record(_ change: TextChange, startsWord: Bool) {
    undone = []
    if let last = done.last, !isSealed, !startsWord, change.continues(last) {
      done[done.count - 1].new = change.new
      done[done.count - 1].after = change.after
    } else {
      done.append(change)
    }
    isSealed = false
  }

  /// Lets the next change start a step of its own.
  mutating func seal() { isSealed = true }

  /// The change to take back next; nil where nothing is left.
  mutating func takeBack() -> TextChange? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    isSealed = true
    return change
  }

  /// The change to do again next; nil where nothing is left.
  mutating func bringBack() -> TextChange? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    isSealed = true
    return change
  }
}

extension TextChange {
  /// Whether this goes on in the line, and at the place, where another change of its kind ended.
  fileprivate func continues(_ last: TextChange) -> Bool {
    kind != .other && kind == last.kind && line == last.line && before == last.after && before.anchor == nil
      && old.count == 1 && new.count == 1 && last.new.count == 1
  }
}
