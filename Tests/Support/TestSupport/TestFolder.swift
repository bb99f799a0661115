import DiskFiles
import Glibc

/// A folder of a test's own: gone when the value is, and where the tests were stopped, when they run again.
package final class TestFolder: Sendable {
  private let folder: OwnedFolder

  /// The absolute path.
  package var path: String { folder.path }

  /// Makes one, empty or with files by their names. Throws where none can be made.
  package init(_ files: [String: String] = [:]) throws {
    folder = try OwnedFolder(kind: "test")
    for (name, text) in files { put(text, in: name) }
  }

  /// The path of what has a name in it: `shop/compose.yaml`.
  package func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file as any other program would, with the folders above it; gives its path.
  @discardableResult
  package func put(_ text: String, in name: String, mode: UInt32 = 0o644) -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    Self.put(text, at: file(name), mode: mode)
    return file(name)
  }

  /// Writes a file anywhere.
  package static func put(_ text: String, at path: String, mode: UInt32 = 0o644) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
    precondition(descriptor >= 0, "cannot write \(path)")
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "cannot write \(path)")
      rest = rest.dropFirst(count)
    }
    fchmod(descriptor, mode_t(mode))
    close(descriptor)
  }

  /// The text of a file; nil where it cannot be read.
  package func text(_ name: String) -> String? { (try? FileSnapshot.read(file(name)))?.text }

  /// Removes it now.
  package func remove() { folder.remove() }

  /// The permissions of what stands at a path; 0 where nothing does.
  package static func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode & 0o7777) : 0
  }

  /// What is in it, sorted.
  package var names: [String] {
    let listing = FolderListing(path)
    return (listing.folders + listing.files).sorted()
  }
}
