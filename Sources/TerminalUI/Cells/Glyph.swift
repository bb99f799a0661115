/// What one cell (or two, for a wide one) shows: a base character and at most four combining marks, packed
/// into sixteen bytes. A glyph never holds a control character: it only comes from `GlyphSequence`, which
/// replaces those.
public struct Glyph: Sendable, Hashable {
  /// Bits 0–20 the base, 21–41 and 42–62 the first two marks, 63 whether it is wide.
  private var head: UInt64
  /// Bits 0–20 and 21–41 the third and the fourth mark.
  private var tail: UInt64

  private static let mask: UInt64 = 0x1F_FFFF

  /// A printable base of `columns` 1 or 2.
  init(base: UInt32, columns: Int = 1) {
    head = UInt64(base) | (columns == 2 ? 1 << 63 : 0)
    tail = 0
  }

  /// An empty cell.
  public static let space = Glyph(base: 0x20)
  /// The right half of a wide glyph.
  public static let continuation = Glyph(base: 0)
  /// What stands for something that cannot be shown: U+FFFD.
  public static let replacement = Glyph(base: 0xFFFD)

  /// The glyph of one character: of its base and its marks, made safe as all text is.
  public init(_ character: Character) {
    var glyphs = GlyphSequence(String(character)).makeIterator()
    self = glyphs.next() ?? .space
  }

  /// The base's code point; zero in the right half of a wide glyph.
  public var base: UInt32 { UInt32(head & Self.mask) }
  /// Columns on the screen: 1 or 2; 0 for the right half of a wide glyph.
  public var columns: Int { head >> 63 == 1 ? 2 : (head == 0 ? 0 : 1) }
  /// Whether this is the right half of a wide glyph.
  public var isContinuation: Bool { head == 0 }
  /// Whether base and marks are printable ASCII.
  public var isASCII: Bool { head < 0x80 }

  /// The marks' code points in order, zero where there is none.
  public var marks: (UInt32, UInt32, UInt32, UInt32) {
    (
      UInt32(head >> 21 & Self.mask), UInt32(head >> 42 & Self.mask), UInt32(tail & Self.mask),
      UInt32(tail >> 21 & Self.mask)
    )
  }

  /// Adds a mark; a fifth one is dropped.
  mutating func add(mark: UInt32) {
    let bits = UInt64(mark)
    if head >> 21 & Self.mask == 0 {
      head |= bits << 21
    } else if head >> 42 & Self.mask == 0 {
      head |= bits << 42
    } else if tail & Self.mask == 0 {
      tail |= bits
    } else if tail >> 21 & Self.mask == 0 {
      tail |= bits << 21
    }
  }

  /// Appends base and marks to `text`; nothing for the right half of a wide glyph.
  func append(to text: inout String) {
    guard !isContinuation else { return }
    let marks = self.marks
    for value in [base, marks.0, marks.1, marks.2, marks.3] where value != 0 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
  }
}

/// One character cell of a frame.
public struct Cell: Sendable, Hashable {
  /// What the cell shows.
  public var glyph: Glyph
  /// How it looks.
  public var style: Style

  /// A cell that shows `glyph` in `style`.
  public init(_ glyph: Glyph = .space, _ style: Style = Style()) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell of the screen itself.
  public static let blank = Cell()

  /// Whether this cell is the right half of the wide glyph to its left.
  public var isContinuation: Bool { glyph.isContinuation }
}
