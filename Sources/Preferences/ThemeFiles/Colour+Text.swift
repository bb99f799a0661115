import TerminalUI

extension Colour {
  /// The sixteen names, in the order of the palette.
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta",
    "bright-cyan",
    "bright-white",
  ]

  /// The colour that a theme file writes as `default`, one of the sixteen names, 0 to 255, or `#rrggbb`; nil where
  /// the text is none of these.
  package init?(themeText text: some StringProtocol) {
    if text == "default" {
      self = .terminalDefault
    } else if let index = Self.names.firstIndex(where: { $0 == text }) {
      self = .ansi(UInt8(index))
    } else if text.hasPrefix("#"), text.utf8.count == 7, text.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      self = .rgb(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    } else if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = UInt8(text) {
      self = .indexed(index)
    } else {
      return nil
    }
  }
}

extension Attributes {
  /// The names that theme files use.
  static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
    ("strikethrough", .strikethrough),
  ]
}
