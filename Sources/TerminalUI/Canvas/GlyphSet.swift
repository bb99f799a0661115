/// The signs that the interface itself is drawn with: Unicode, or ASCII for `--ascii` and locales without
/// UTF-8.
public struct GlyphSet: Sendable, Hashable {
  /// The parts of a box.
  public struct Box: Sendable, Hashable {
    /// Corners and lines.
    public var topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: Character
    /// Where a line meets the left, the right side of a box, or crosses.
    public var leftJoint, rightJoint: Character
  }

  /// Whether only ASCII may be drawn; text from outside is then replaced by question marks of the same width.
  public var isASCII: Bool
  /// The parts of boxes.
  public var box: Box
  /// A full, an empty, a half and a dotted round bullet.
  public var full, hollow, half, dotted: Character
  /// The signs of something opened, closed, marked, done, failed, warned about.
  public var opened, closed, mark, check, cross, caution: Character
  /// Up, down, left, right.
  public var up, down, left, right: Character
  /// What stands for cut text, and what lies between two facts in a line.
  public var ellipsis, dot: Character
  /// From nothing to full, for graphs of one row; the first is a blank.
  public var steps: [Character]
  /// The bar before what went to standard error.
  public var errorBar: Character
  /// The track and the grip of a scroll bar.
  public var track, grip: Character
  /// The frames of a turning sign, for work in progress.
  public var spinner: [Character]

  /// Whether graphs can be drawn in braille dots.
  public var hasBraille: Bool { !isASCII }

  /// Rounded boxes, braille and block graphs.
  public static let unicode = GlyphSet(
    isASCII: false,
    box: Box(
      topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", horizontal: "─", vertical: "│",
      leftJoint: "├", rightJoint: "┤"),
    full: "●", hollow: "○", half: "◐", dotted: "◌",
    opened: "▾", closed: "▸", mark: "✓", check: "✓", cross: "✗", caution: "▲",
    up: "↑", down: "↓", left: "←", right: "→", ellipsis: "…", dot: "·",
    steps: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], errorBar: "▌", track: "│", grip: "┃",
    spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"])

  /// Nothing beyond ASCII.
  public static let ascii = GlyphSet(
    isASCII: true,
    box: Box(
      topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-", vertical: "|",
      leftJoint: "+", rightJoint: "+"),
    full: "*", hollow: "o", half: "%", dotted: ".",
    opened: "v", closed: ">", mark: "x", check: "+", cross: "x", caution: "!",
    up: "^", down: "v", left: "<", right: ">", ellipsis: "~", dot: "-",
    steps: [" ", ".", ":", "-", "=", "+", "*", "%", "#"], errorBar: "!", track: "|", grip: "#",
    spinner: ["|", "/", "-", "\\"])

  /// The glyph to draw for `glyph`: itself, or in ASCII its nearest look, else a question mark.
  func shown(_ glyph: Glyph) -> Glyph {
    if !isASCII || glyph.isASCII { return glyph }
    if glyph.base < 0x80 { return Glyph(base: glyph.base) }
    return Glyph(base: Self.likeness[glyph.base] ?? 0x3F)
  }

  /// ASCII that looks like typographic signs of one column.
  private static let likeness: [UInt32: UInt32] = [
    0xB7: 0x2D, 0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0x2018: 0x27,
    0x2019: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x2022: 0x2A, 0x2026: 0x7E, 0x2190: 0x3C, 0x2191: 0x5E,
    0x2192: 0x3E, 0x2193: 0x76, 0x2212: 0x2D, 0xD7: 0x78, 0x2500: 0x2D, 0x2502: 0x7C,
  ]
}
