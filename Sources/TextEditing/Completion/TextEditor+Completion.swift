extension TextEditor {
  /// Puts what was chosen in the place of some characters of the cursor's line, as one step.
  package mutating func complete(_ item: CompletionList.Item, replacing columns: Range<Int>) {
    let start = TextPosition(line: cursor.line, column: columns.lowerBound)
    replace(start..<TextPosition(line: cursor.line, column: columns.upperBound), with: item.insertion)
  }
}
