import CNcurses
import TerminalUI

/// The terminal description to use and the colours that it gives.
package struct TerminalType: Sendable, Hashable {
  /// The name of the description.
  package var name: String
  /// How many colours we use.
  package var depth: ColourDepth
  /// Why it is this depth, as a phrase: for `davit doctor`.
  package var reason: String

  /// Chooses a description for the environment's `TERM`.
  ///
  /// `NO_COLOR` (https://no-color.org) means none. `COLORTERM=truecolor` asks for 24-bit colour, which
  /// ncurses only gives with a description named `…-direct`. An unknown type is tried by its family and then
  /// as xterm.
  /// - Parameters:
  /// - override: a depth that the user has asked for; more than the terminal has is cut to what it has. -
  /// colours: the colours of a description: 0 for none, `nil` where there is no such description, -2 where it
  /// cannot place text.
  package static func choose(
    environment: [String: String], override: ColourDepth? = nil, colours: (String) -> Int?
  ) throws(TerminalError) -> TerminalType {
    guard let type = environment["TERM"], !type.isEmpty else { throw .noType }
    guard let (name, count) = firstKnown(candidates(for: type), colours) else { throw .unknownType(type) }
    if count == -2 { throw .cannotAddress(type: type) }
    if override == ColourDepth.none {
      return TerminalType(name: name, depth: .none, reason: "the settings say so")
    }
    if override == nil, let value = environment["NO_COLOR"], !value.isEmpty {
      return TerminalType(name: name, depth: .none, reason: "NO_COLOR is set")
    }
    if count > 256 {
      return TerminalType(name: name, depth: .direct, reason: "TERM=\(name) has 24-bit colour")
    }
    let wantsDirect = override == .direct || (override == nil && asksForDirect(environment))
    if wantsDirect, let direct = directName(for: type, colours) {
      return TerminalType(
        name: direct, depth: .direct, reason: "COLORTERM or the settings ask for 24-bit colour")
    }
    let depth: ColourDepth = count >= 256 ? .indexed256 : count >= 8 ? .ansi16 : .none
    let missing = wantsDirect ? ", and no description “\(family(of: type))-direct” is installed" : ""
    return TerminalType(
      name: name, depth: min(depth, override ?? depth), reason: "TERM=\(name) has \(count) colours\(missing)")
  }

  private static func asksForDirect(_ environment: [String: String]) -> Bool {
    let value = environment["COLORTERM"]?.lowercased() ?? ""
    return value == "truecolor" || value == "24bit"
  }

  private static func directName(for type: String, _ colours: (String) -> Int?) -> String? {
    ["\(type)-direct", "\(family(of: type))-direct"].first { (colours($0) ?? 0) > 256 }
  }

  private static func family(of type: String) -> String {
    String(type.prefix { $0 != "-" })
  }

  private static func candidates(for type: String) -> [String] {
    if type == "dumb" || type == "unknown" { return [type] }
    return [type, family(of: type), "xterm-256color", "xterm", "vt100"]
  }

  private static func firstKnown(
    _ names: [String], _ colours: (String) -> Int?
  ) -> (name: String, colours: Int)? {
    for name in names {
      if let count = colours(name) { return (name, count) }
    }
    return names.first == "dumb" ? ("dumb", -2) : nil
  }

  /// The colours of an installed description: see `choose`.
  static func installedColours(_ name: String) -> Int? {
    let count = cn_description_colours(name)
    return count == -1 ? nil : Int(count)
  }
}
