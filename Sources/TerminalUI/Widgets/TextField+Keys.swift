extension TextField {
  /// Does what `press` means in a field; `false` for a key that means nothing there (enter, escape, up, …).
  public mutating func handle(_ press: KeyPress) -> Bool {
    if let character = press.typed {
      insert(String(character))
      return true
    }
    switch (press.key, press.modifiers) {
    case (.backspace, []): backspace()
    case (.delete, []), (.character("d"), .control): delete()
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): deleteWord()
    case (.character("d"), .alt): deleteWordAfter()
    case (.character("u"), .control): deleteToStart()
    case (.character("k"), .control): deleteToEnd()
    default: return moveCursor(press)
    }
    return true
  }

  private mutating func moveCursor(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.left, []), (.character("b"), .control): move(to: cursor - 1)
    case (.right, []), (.character("f"), .control): move(to: cursor + 1)
    case (.left, .control), (.left, .alt), (.character("b"), .alt): move(to: wordStart)
    case (.right, .control), (.right, .alt), (.character("f"), .alt): move(to: wordEnd)
    case (.home, []), (.character("a"), .control): move(to: 0)
    case (.end, []), (.character("e"), .control): move(to: text.count)
    default: return false
    }
    return true
  }

  /// Draws the field into the first row of `rect`, moved so that the cursor is inside, and puts the canvas's
  /// cursor there when `isFocused`. An empty field without a cursor shows `placeholder`.
  public func draw(
    into canvas: inout Canvas, in rect: Rect, style: Style, isFocused: Bool = true, placeholder: String = ""
  ) {
    guard !rect.isEmpty else { return }
    let line = rect.line(0)
    canvas.fill(line, style)
    if isEmpty && !placeholder.isEmpty {
      canvas.write(
        placeholder, at: line.origin, style: Style(.muted, on: style.backdrop), maxColumns: rect.columns)
    }
    let before = TextWidth.columns(of: String(text.prefix(cursor)))
    let hidden = hiddenColumns(in: rect.columns)
    let shown = StyledText(text, style).dropping(columns: hidden)
    canvas.write(shown, at: line.origin, maxColumns: rect.columns, ellipsis: false)
    if isFocused {
      canvas.cursor = Point(column: line.column + before - hidden, row: line.row)
    }
  }

  /// How many columns of the text lie left of a field of so many, so that the cursor is inside.
  private func hiddenColumns(in columns: Int) -> Int {
    max(0, TextWidth.columns(of: String(text.prefix(cursor))) - columns + 1)
  }

  /// Puts the cursor on what is drawn `column` columns into a field of `columns`.
  public mutating func place(at column: Int, of columns: Int) {
    var left = column + hiddenColumns(in: columns)
    var offset = 0
    for character in text {
      left -= TextWidth.columns(of: String(character))
      if left < 0 { break }
      offset += 1
    }
    move(to: offset)
  }

  /// The same with a dot for each character, the cursor where it is: what may not be seen.
  public var masked: TextField {
    var field = TextField(String(repeating: "\u{2022}", count: text.count))
    field.move(to: cursor)
    return field
  }
}
