/// Typographic attributes of a cell; every terminal has some of them, whatever its colours.
public struct Attributes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  /// The set whose members are the bits of `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
  public static let strikethrough = Attributes(rawValue: 32)
}

/// How a cell looks, in terms of meaning: role in front, backdrop behind, attributes on top.
public struct Style: Sendable, Hashable {
  public var role: Role
  public var backdrop: Backdrop
  public var attributes: Attributes

  /// A style of `role` on `backdrop`; what the theme gives a role (bold, say) is added by the driver.
  public init(_ role: Role = .text, on backdrop: Backdrop = .base, _ attributes: Attributes = []) {
    self.role = role
    self.backdrop = backdrop
    self.attributes = attributes
  }

  /// The same style on another backdrop.
  public func on(_ backdrop: Backdrop) -> Style { Style(role, on: backdrop, attributes) }

  /// The same style with more attributes.
  public func adding(_ more: Attributes) -> Style { Style(role, on: backdrop, attributes.union(more)) }
}
