/// The look that a stream of SGR sequences ("Select Graphic Rendition", ECMA-48 8.3.117) has asked for so
/// far.
public struct SGRState: Sendable, Hashable {
  private var foreground: Role?
  private var background: Role?
  private var attributes: Attributes = []

  /// Nothing asked for.
  public init() {}

  /// `base` changed by what was asked for. A cell has no colour of its own behind it, so a coloured
  /// background is drawn as that colour in reverse video.
  public func style(over base: Style) -> Style {
    var style = base.adding(attributes)
    if let background {
      style.role = background
      style.attributes.formSymmetricDifference(.reverse)
    } else if let foreground {
      style.role = foreground
    }
    return style
  }

  /// Applies the parameters of one sequence, the text between `ESC [` and `m`.
  mutating func apply(_ parameters: ArraySlice<UInt8>) {
    var fields = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)[...]
    while let field = fields.popFirst() {
      let parts = field.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
      let code = parts.first ?? 0
      if code == 38 || code == 48 || code == 58 {
        let colour = parts.count > 1 ? Self.colour(colons: parts) : Self.colour(from: &fields)
        if let colour { setColour(code, Role.ansi(colour.nearestANSI)) }
      } else if code == 4 && parts.count > 1 {
        setAttribute(.underline, parts[1] != 0)
      } else {
        apply(code)
      }
    }
  }

  private mutating func apply(_ code: Int) {
    switch code {
    case 0: self = SGRState()
    case 30...37: foreground = .ansi(UInt8(code - 30))
    case 39: foreground = nil
    case 40...47: setColour(48, .ansi(UInt8(code - 40)))
    case 49: background = nil
    case 90...97: foreground = .ansi(UInt8(code - 82))
    case 100...107: setColour(48, .ansi(UInt8(code - 92)))
    case 22: attributes.subtract([.bold, .dim])
    case 21: setAttribute(.underline, true)
    default:
      let names: [Int: Attributes] = [
        1: .bold, 2: .dim, 3: .italic, 4: .underline, 7: .reverse, 9: .strikethrough,
      ]
      if let attribute = names[code] { setAttribute(attribute, true) }
      if let attribute = names[code - 20], code > 22 { setAttribute(attribute, false) }
    }
  }

  private mutating func setAttribute(_ attribute: Attributes, _ isOn: Bool) {
    if isOn { attributes.insert(attribute) } else { attributes.remove(attribute) }
  }

  private mutating func setColour(_ code: Int, _ role: Role) {
    if code == 38 { foreground = role }
    if code == 48 { background = role == .ansiBlack ? nil : role }
  }

  /// A number of at most three digits; anything else is zero.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    guard digits.count <= 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// The colour in `38:5:N`, `38:2:R:G:B` or `38:2::R:G:B`.
  private static func colour(colons parts: [Int]) -> Colour? {
    if parts.count >= 3, parts[1] == 5 { return .indexed(UInt8(clamping: parts[2])) }
    guard parts.count >= 5, parts[1] == 2 else { return nil }
    return rgb(Array(parts.suffix(from: parts.count >= 6 ? 3 : 2).prefix(3)))
  }

  /// The colour in the fields after `38`: `5;N` or `2;R;G;B`.
  private static func colour(from fields: inout ArraySlice<ArraySlice<UInt8>>) -> Colour? {
    guard let kind = fields.popFirst().map(number) else { return nil }
    if kind == 5, let index = fields.popFirst() { return .indexed(UInt8(clamping: number(index))) }
    guard kind == 2, fields.count >= 3 else { return nil }
    let parts = fields.prefix(3).map(number)
    fields = fields.dropFirst(3)
    return rgb(parts)
  }

  private static func rgb(_ parts: [Int]) -> Colour {
    .rgb(
      red: UInt8(clamping: parts[0]), green: UInt8(clamping: parts[1]), blue: UInt8(clamping: parts[2]))
  }
}

extension Role {
  /// The role of one of the sixteen colours, by its number (0–15).
  public static func ansi(_ index: UInt8) -> Role {
    let roles: [Role] = [
      .ansiBlack, .ansiRed, .ansiGreen, .ansiYellow, .ansiBlue, .ansiMagenta, .ansiCyan, .ansiWhite,
      .ansiBrightBlack, .ansiBrightRed, .ansiBrightGreen, .ansiBrightYellow, .ansiBrightBlue,
      .ansiBrightMagenta, .ansiBrightCyan, .ansiBrightWhite,
    ]
    return roles[Int(index & 15)]
  }
}
