import TerminalUI

/// Paths where there is little room.
enum PathText {
  /// What has a name in a folder; nil for the folder is the user's own.
  static func joined(_ folder: String?, _ name: String) -> String {
    let folder = folder ?? "~"
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The folder that a path is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The end of a path that fits.
  static func shortened(_ path: String, to columns: Int, _ glyphs: GlyphSet) -> String {
    guard TextWidth.columns(of: path) > columns else { return path }
    var rest = Substring(path)
    while TextWidth.columns(of: String(rest)) > max(1, columns - 1), !rest.isEmpty { rest.removeFirst() }
    return "\(glyphs.ellipsis)\(rest)"
  }
}
