/// How a cell looks on a terminal of some depth: what a `Style` becomes once a theme has been asked.
public struct Paint: Sendable, Hashable {
  /// The colour of the text.
  public var foreground: Colour
  /// The colour behind it.
  public var background: Colour
  /// Attributes of style and theme together.
  public var attributes: Attributes

  /// A look from its parts.
  public init(foreground: Colour, background: Colour, attributes: Attributes) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

extension Theme {
  /// What `style` looks like in this theme where `depth` colours can be shown. Where what is behind
  /// the selection or a match looks like the screen itself (without colours it does), the selection and the current
  /// match are drawn in reverse video, other matches underlined.
  public func resolve(_ style: Style, depth: ColourDepth) -> Paint {
    let paint = paint(style.role)
    let attributes = style.attributes.union(paint.attributes)
    if depth == .none {
      return Paint(
        foreground: .terminalDefault, background: .terminalDefault,
        attributes: attributes.symmetricDifference(style.backdrop.monochromeAttributes))
    }
    let background = colour(style.backdrop).fitted(to: depth)
    let isPlain = background == colour(.base).fitted(to: depth)
    return Paint(
      foreground: paint.colour.fitted(to: depth), background: background,
      attributes: isPlain
        ? attributes.symmetricDifference(style.backdrop.monochromeAttributes) : attributes)
  }
}

extension Backdrop {
  /// What stands for this backdrop on a terminal without colours.
  var monochromeAttributes: Attributes {
    switch self {
    case .selection, .matchCurrent: .reverse
    case .match: .underline
    case .base, .bar, .selectionUnfocused, .overlay, .badge: []
    }
  }
}
