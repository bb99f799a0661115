/// A colour as a theme file names it, before it is fitted to what the terminal can show.
public enum Colour: Sendable, Hashable {
  /// What the terminal uses when nothing is asked for.
  case terminalDefault
  /// One of the sixteen colours that the terminal's own palette defines (0–15).
  case ansi(UInt8)
  /// An entry of the 256-colour palette (0–255).
  case indexed(UInt8)
  /// A 24-bit colour.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How many colours a terminal can show.
public enum ColourDepth: Int, Sendable, Hashable, Comparable {
  case none = 0
  case ansi16 = 16
  case indexed256 = 256
  case direct = 16_777_216

  /// Whether `left` shows fewer colours than `right`.
  public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

/// What a theme gives a role: a colour and attributes that always go with it.
public struct RolePaint: Sendable, Hashable {
  public var colour: Colour
  public var attributes: Attributes

  /// A paint of `colour` with `attributes` added to whatever the style asks for.
  public init(_ colour: Colour, _ attributes: Attributes = []) {
    self.colour = colour
    self.attributes = attributes
  }
}

/// A set of colours: one paint a role, one colour a backdrop. Roles that it leaves out are drawn like `text`,
/// backdrops like `base`.
public struct Theme: Sendable, Hashable {
  /// The name that settings and `--theme` use.
  public var name: String
  public var roles: [Role: RolePaint]
  public var backdrops: [Backdrop: Colour]

  /// A theme from its tables.
  public init(name: String, roles: [Role: RolePaint], backdrops: [Backdrop: Colour]) {
    self.name = name
    self.roles = roles
    self.backdrops = backdrops
  }

  /// The paint of a role: its own, else that of `text`, else the terminal's default.
  public func paint(_ role: Role) -> RolePaint {
    roles[role] ?? roles[.text] ?? RolePaint(.terminalDefault)
  }

  /// The colour of a backdrop: its own, else that of `base`, else the terminal's default.
  public func colour(_ backdrop: Backdrop) -> Colour {
    backdrops[backdrop] ?? backdrops[.base] ?? .terminalDefault
  }
}
