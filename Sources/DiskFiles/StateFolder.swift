import Glibc
import Troubles

/// The folder of what davit keeps between its runs: `$XDG_STATE_HOME/davit` (XDG Base Directory Specification), which
/// only its owner can read. Links below it are not followed: whoever could put one there would choose what is read and
/// written.
package struct StateFolder: Sendable, Hashable {
  /// The absolute path.
  package let path: String

  /// A folder of one's own, for tests.
  package init(_ path: String) { self.path = path }

  /// The folder as the variables around davit give it; nil without a home.
  package init?(environment: [String: String]) {
    if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
      path = folder + "/davit"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = home + "/.local/state/davit"
    } else {
      return nil
    }
  }

  /// A file in it, written as a whole and read by its owner only. Throws one line where that fails.
  package func write(_ text: String, to name: String) throws(Trouble) {
    let file = AtomicFile(itself: path + "/" + name)
    try FilePaths.make(FilePaths.split(file.path).folder, mode: 0o700)
    if let link = firstLink(on: name) {
      throw Trouble("cannot write \(file.path)", why: "\(link) is a symbolic link", advice: "remove it")
    }
    do throws(FileWriteProblem) {
      let old = try existing(file.path)
      try file.write(text, expecting: old?.revision, mode: 0o600)
    } catch { throw error.problem(at: file.path) }
  }

  /// A folder in `folder`, for as long as the value lives. What a process that was killed has left there stays for a
  /// week, since it may be somebody's text; then the next one takes it away. Throws one line where that fails.
  package func ownedFolder(in folder: String) throws(Trouble) -> OwnedFolder {
    let parent = path + "/" + folder
    try FilePaths.make(parent, mode: 0o700)
    return try OwnedFolder(kind: "text", in: parent, keepingLeftovers: 7 * 24 * 3600)
  }

  /// The text of a file in it; nil where there is none, or none that can be read.
  package func read(_ name: String) -> String? {
    guard firstLink(on: name) == nil else { return nil }
    return (try? FileSnapshot.read(itself: path + "/" + name))?.text
  }

  func remove(_ name: String) { unlink(path + "/" + name) }

  func names(in folder: String) -> [String] { FilePaths.names(in: path + "/" + folder) }

  /// The first part of a name that is a symbolic link, as a path; nil where none is.
  private func firstLink(on name: String) -> String? {
    var path = path
    for part in name.split(separator: "/") {
      path += "/" + part
      var status = stat()
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return path }
    }
    return nil
  }

  private func existing(_ path: String) throws(FileWriteProblem) -> FileSnapshot? {
    do throws(Trouble) { return try FileSnapshot.read(itself: path) } catch { throw .failed(error) }
  }
}
