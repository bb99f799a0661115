extension Frame {
  /// The picture with the colours of `theme` as SGR sequences, one line a row, each ending with a reset.
  public func ansiText(theme: Theme, depth: ColourDepth) -> String {
    (0..<size.rows).map { ansiLine($0, theme: theme, depth: depth) }.joined(separator: "\n")
  }

  private func ansiLine(_ index: Int, theme: Theme, depth: ColourDepth) -> String {
    var text = ""
    var last: Paint?
    for cell in row(index) where !cell.isContinuation {
      let paint = theme.resolve(cell.style, depth: depth)
      if paint != last {
        text += paint.sgr
        last = paint
      }
      cell.glyph.append(to: &text)
    }
    return text + "\u{1B}[0m"
  }
}

extension Paint {
  /// The escape sequence that sets exactly this look.
  public var sgr: String {
    var codes = ["0"]
    let names: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
      (.strikethrough, "9"),
    ]
    for (attribute, code) in names where attributes.contains(attribute) { codes.append(code) }
    if let code = foreground.sgrCode(base: 30) { codes.append(code) }
    if let code = background.sgrCode(base: 40) { codes.append(code) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Colour {
  /// The SGR parameter for this colour, `base` being 30 for text and 40 for what lies behind it.
  fileprivate func sgrCode(base: Int) -> String? {
    switch self {
    case .terminalDefault: nil
    case .ansi(let index) where index < 8: "\(base + Int(index))"
    case .ansi(let index): "\(base + 60 + Int(index) - 8)"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
