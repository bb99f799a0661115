/// What a code point does in a line of cells.
enum ScalarClass: Equatable {
  case narrow
  case wide
  /// Combines with the base before it.
  case mark
  /// U+200D: the next pictograph belongs to the one before.
  case joiner
  /// An emoji modifier: wide where it stands alone.
  case skinTone
  /// Invisible, and not worth a cell.
  case dropped
  /// Must not reach a terminal; shown as this code point instead.
  case replaced(by: UInt32)

  /// The class of `value`.
  init(_ value: UInt32) {
    switch value {
    case 0x20...0x7E: self = .narrow
    case 0x00...0x1F: self = .replaced(by: 0x2400 + value)
    case 0x7F: self = .replaced(by: 0x2421)
    case 0x80...0x9F: self = .replaced(by: 0xFFFD)
    case 0xA0: self = .replaced(by: 0x20)
    case 0xAD: self = .replaced(by: 0x2D)
    case 0xA1..<0x300: self = .narrow
    default: self = Self.beyondLatin(value)
    }
  }

  private static func beyondLatin(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x200D: return .joiner
    case 0x1F3FB...0x1F3FF: return .skinTone
    // The letters of flags: some terminals draw two of them in one place, and the rest of the row would be shifted.
    case 0x1F1E6...0x1F1FF: return .replaced(by: 0x41 + value - 0x1F1E6)
    // Trigrams and digrams are narrow up to Unicode 15 and wide from 16 on.
    case 0x2630...0x2637, 0x268A...0x268F: return .replaced(by: 0x2261)
    // What turns the writing direction, and line separators: text must not hide what it says.
    case 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: return .replaced(by: 0xFFFD)
    // Other format characters, fillers, variation selectors, tags.
    case 0x034F, 0x061C, 0x115F, 0x180B...0x180F, 0x200B...0x200F, 0x2060...0x2065, 0x206A...0x206F, 0x3164,
      0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      return .dropped
    case 0xFFFE, 0xFFFF: return .replaced(by: 0xFFFD)
    default:
      if WidthTable.contains(value, in: WidthTable.zero) { return .mark }
      return WidthTable.contains(value, in: WidthTable.wide) ? .wide : .narrow
    }
  }
}
