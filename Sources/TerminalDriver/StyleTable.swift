import CNcurses
import TerminalUI

/// What ncurses draws a style with; colour pairs are defined when a style is first seen.
@MainActor
struct StyleTable {
  /// Attribute bits and pair of a style.
  struct Look {
    var attributes: UInt8
    var pair: Int32
  }

  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  var theme: Theme { didSet { looks.removeAll() } }
  private let palette: TerminalPalette
  private let pairLimit: Int
  private var looks: [Style: Look] = [:]
  private var pairs: [Pair: Int32] = [Pair(foreground: -1, background: -1): 0]

  /// A table for a screen whose colours have been started; `pairLimit` is the number of pairs that it can
  /// have.
  init(theme: Theme, palette: TerminalPalette, pairLimit: Int) {
    self.theme = theme
    self.palette = palette
    self.pairLimit = pairLimit
  }

  /// The look of `style`.
  mutating func look(of style: Style) -> Look {
    if let known = looks[style] { return known }
    let paint = theme.resolve(style, depth: palette.depth)
    let front = palette.number(of: paint.foreground)
    let back = palette.number(of: paint.background)
    var attributes = Self.bits(of: paint.attributes)
    if front.isBold { attributes |= UInt8(CN_BOLD) }
    let look = Look(
      attributes: attributes, pair: pair(Pair(foreground: front.number, background: back.number)))
    looks[style] = look
    return look
  }

  private mutating func pair(_ wanted: Pair) -> Int32 {
    if let known = pairs[wanted] { return known }
    guard pairs.count < pairLimit else { return 0 }
    let number = Int32(pairs.count)
    cn_define_pair(number, wanted.foreground, wanted.background)
    pairs[wanted] = number
    return number
  }

  /// The shim's attribute bits; ncurses has no strike-through, dim stands for it.
  private static func bits(of attributes: Attributes) -> UInt8 {
    var bits = 0
    if attributes.contains(.bold) { bits |= CN_BOLD }
    if attributes.contains(.dim) || attributes.contains(.strikethrough) { bits |= CN_DIM }
    if attributes.contains(.italic) { bits |= CN_ITALIC }
    if attributes.contains(.underline) { bits |= CN_UNDERLINE }
    if attributes.contains(.reverse) { bits |= CN_REVERSE }
    return UInt8(bits)
  }
}
