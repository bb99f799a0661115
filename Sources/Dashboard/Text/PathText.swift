import TerminalUI

/// Paths where there is little room.
enum PathText {
  /// The end of a path that fits.
  static func shortened(_ path: String, to columns: Int, _ glyphs: GlyphSet) -> String {
    guard TextWidth.columns(of: path) > columns else { return path }
    var rest = Substring(path)
    while TextWidth.columns(of: String(rest)) > max(1, columns - 1), !rest.isEmpty { rest.removeFirst() }
    return "\(glyphs.ellipsis)\(rest)"
  }
}
