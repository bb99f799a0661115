import Preferences
import TerminalUI
import Testing

/// What can be read: the contrast of text against what is behind it, by WCAG 2.2 (success criterion 1.4.3).
@Suite struct ContrastTests {
  /// The background that a terminal has for which a theme is made.
  private static let assumed: [String: Colour] = [
    "dark": .rgb(red: 0x1E, green: 0x1E, blue: 0x2E), "light": .rgb(red: 0xFF, green: 0xFF, blue: 0xFF),
  ]
  /// The built-in themes but the one without a colour of its own, which is as legible as the terminal.
  private static let coloured = ThemeCatalogue.builtIn.names.filter { $0 != "mono" }
  /// What draws lines, not text.
  private static let lines: Set<Role> = [.border, .borderFocus, .separator, .graphGrid]

  @Test(arguments: Self.coloured, Role.allCases.filter { !lines.contains($0) && $0 != .badge })
  func textIsLegibleOnTheScreen(name: String, role: Role) throws {
    #expect(try contrast(name, role, .base) >= 4.5)
  }

  @Test(
    arguments: Self.coloured, [Backdrop.bar, .selection, .selectionUnfocused, .overlay])
  func textIsLegibleOnBarsSelectionsAndOverlays(name: String, backdrop: Backdrop) throws {
    for role in Role.allCases where !Self.lines.contains(role) && role != .badge {
      #expect(try contrast(name, role, backdrop) >= 4.5, "\(role.rawValue)")
    }
  }

  @Test(arguments: Self.coloured, [Backdrop.match, .matchCurrent])
  func matchesAreLegible(name: String, backdrop: Backdrop) throws {
    #expect(try contrast(name, .text, backdrop) >= 4.5)
    #expect(try contrast(name, .logError, backdrop) >= 3)
  }

  @Test(arguments: Self.coloured)
  func badgesAreLegible(name: String) throws {
    #expect(try contrast(name, .badge, .badge) >= 4.5)
  }

  @Test(arguments: Self.coloured)
  func theBorderOfTheFocusStandsOut(name: String) throws {
    #expect(try contrast(name, .borderFocus, .base) >= 3)
    #expect(try contrast(name, .borderFocus, .base) > contrast(name, .border, .base) * 1.5)
  }

  @Test(arguments: ["high-contrast-dark", "high-contrast-light"])
  func highContrastIsSevenToOne(name: String) throws {
    for role in Role.allCases where !Self.lines.contains(role) && role != .badge {
      for backdrop in [Backdrop.base, .bar, .selection, .selectionUnfocused, .overlay] {
        #expect(try contrast(name, role, backdrop) >= 7, "\(role.rawValue) on \(backdrop.rawValue)")
      }
    }
  }

  private func contrast(_ name: String, _ role: Role, _ backdrop: Backdrop) throws -> Double {
    let theme = try #require(ThemeCatalogue.builtIn.theme(named: name))
    var behind = theme.colour(backdrop)
    if behind == .terminalDefault { behind = try #require(Self.assumed[name]) }
    let (front, back) = try (luminance(theme.paint(role).colour), luminance(behind))
    return (max(front, back) + 0.05) / (min(front, back) + 0.05)
  }

  private func luminance(_ colour: Colour) throws -> Double {
    guard let (red, green, blue) = colour.components else { throw NotMeasurable(colour: colour) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private func linear(_ channel: UInt8) -> Double {
    // x^2.4 by square roots, which the standard library has: x² · x^0.4, and x^0.4 = (x²)^(1/5) by Newton's method.
    let value = Double(channel) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
    }
    return base * base * root
  }

  private struct NotMeasurable: Error {
    var colour: Colour
  }
}
