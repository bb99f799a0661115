import TerminalUI

/// A share of a whole as a bar.
enum ShareBar {
  /// A bar of so many columns; `fraction` is from 0 to 1.
  static func text(_ fraction: Double, columns: Int, _ glyphs: GlyphSet) -> StyledText {
    let wanted = fraction.isFinite ? fraction * Double(columns) : 0
    let filled = max(0, min(columns, Int(wanted.rounded(.down))))
    return StyledText(String(repeating: String(glyphs.steps.last ?? "#"), count: filled), Style(.graphLow))
      + StyledText(String(repeating: String(glyphs.box.horizontal), count: columns - filled), Style(.muted))
  }

  /// The same in a list, where a share that is there but small must not look like none.
  static func inList(_ part: UInt64, of whole: UInt64, columns: Int, _ glyphs: GlyphSet) -> StyledText {
    let fraction = whole > 0 ? Double(part) / Double(whole) : 0
    guard part > 0, columns > 0, fraction * Double(columns) < 1, glyphs.steps.count > 1 else {
      return text(fraction, columns: columns, glyphs)
    }
    return StyledText(String(glyphs.steps[1]), Style(.graphLow)) + text(0, columns: columns - 1, glyphs)
  }
}
