import Glibc

/// What is in a folder.
package struct FolderListing: Sendable {
  /// The names of files, links to them included.
  package private(set) var files: Set<String> = []
  /// The names of folders; links to folders are left out, so that a search cannot run in a circle.
  package private(set) var folders: [String] = []

  /// Lists a folder; empty where it cannot be read.
  package init(_ folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      switch Self.kind(Int32(entry.pointee.d_type), at: folder + "/" + name) {
      case S_IFDIR: folders.append(name)
      case S_IFREG, S_IFLNK: files.insert(name)
      default: break
      }
    }
  }

  /// The kind; some disks do not tell it in the listing (readdir(3), `DT_UNKNOWN`).
  private static func kind(_ type: Int32, at path: String) -> mode_t {
    switch type {
    case 4: return S_IFDIR
    case 8: return S_IFREG
    case 10: return S_IFLNK
    case 0:
      var status = stat()
      return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    default: return 0
    }
  }
}
