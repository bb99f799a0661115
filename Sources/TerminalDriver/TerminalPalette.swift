import TerminalUI

/// Colours as the numbers by which ncurses knows them, for a terminal of some depth.
struct TerminalPalette: Sendable, Hashable {
  /// The depth that themes are fitted to.
  let depth: ColourDepth
  /// How many colours the description has: with 8, the bright ones are drawn in bold.
  let colours: Int

  /// The number of `colour`; -1 for the terminal's default. `isBold` says that boldness must make it bright.
  func number(of colour: Colour) -> (number: Int32, isBold: Bool) {
    switch colour.fitted(to: depth) {
    case .terminalDefault: (-1, false)
    case .ansi(let index) where depth == .direct: (direct(index, of: colour), false)
    case .indexed(let index) where depth == .direct && index < 8: (Int32(index), false)
    case .indexed where depth == .direct, .rgb: (rgb(colour), false)
    case .ansi(let index) where index >= 8 && colours < 16: (Int32(index - 8), true)
    case .ansi(let index), .indexed(let index): (Int32(index), false)
    }
  }

  /// In direct mode the numbers 0–7 are the terminal's own colours; the bright eight have none and become
  /// RGB.
  private func direct(_ index: UInt8, of colour: Colour) -> Int32 {
    index < 8 ? Int32(index) : rgb(colour)
  }

  /// A 24-bit number; those below 8 would mean the terminal's own colours, so they become the darkest blue
  /// above.
  private func rgb(_ colour: Colour) -> Int32 {
    guard let (red, green, blue) = colour.components else { return -1 }
    return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
  }
}
