/// Paths as texts, by the rules of Unix.
enum PathSyntax {
  /// The shortest path that means the same: without `.`, `..` and doubled slashes; `.` for an empty one.
  static func clean(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        if let last = parts.last, last != ".." {
          parts.removeLast()
        } else if !isAbsolute {
          parts.append(part)
        }
      default: parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// A path below a directory, cleaned.
  static func join(_ directory: String, _ path: String) -> String {
    directory.isEmpty ? clean(path) : path.isEmpty ? clean(directory) : clean(directory + "/" + path)
  }

  /// The directory that a path stands in.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : clean(String(path[..<slash]))
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? (path.hasPrefix("/") ? "/" : ".")
  }

  /// Whether a path starts at a drive or share of Windows.
  static func isWindowsAbsolute(_ path: String) -> Bool {
    let scalars = Array(path.unicodeScalars.prefix(3))
    if scalars.count == 3, scalars[0].isASCII, scalars[0].properties.isAlphabetic, scalars[1] == ":" {
      return scalars[2] == "\\" || scalars[2] == "/"
    }
    return path.hasPrefix("\\\\") && path.dropFirst(2).contains("\\")
  }
}
