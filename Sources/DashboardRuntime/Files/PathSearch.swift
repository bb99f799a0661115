import Dashboard
import DiskFiles
import Glibc
import PrintableText

/// Finds what a path that is being typed can become.
enum PathSearch {
  /// The most names that are told.
  static let most = 200

  /// The names in the folder that was typed, which begin as what was typed behind it: folders first. Hidden ones only where
  /// a dot was typed. A name that cannot be typed is left out: it holds control characters.
  static func answer(_ query: PathQuery, home: String?) -> PathAnswer {
    let path = folder(query.folder, home: home)
    let listing = FolderListing(path)
    let isWanted: (String) -> Bool = { name in
      name.hasPrefix(query.start) && (!name.hasPrefix(".") || query.start.hasPrefix("."))
        && !name.unicodeScalars.contains(where: PrintableText.isHidden)
    }
    let others = listing.files.filter(isWanted).sorted().prefix(most)
    // A link to a folder is one to whoever types.
    let links = others.filter { isFolder("\(path)/\($0)") }
    let folders = (listing.folders.filter(isWanted) + links).sorted().map { $0 + "/" }
    let files = query.foldersOnly ? [] : others.filter { !links.contains($0) }
    return PathAnswer(query, names: Array((folders + files).prefix(most)))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func folder(_ typed: String, home: String?) -> String {
    if typed.isEmpty { return "." }
    guard typed.hasPrefix("~/"), let home else { return typed }
    return home + typed.dropFirst()
  }
}
