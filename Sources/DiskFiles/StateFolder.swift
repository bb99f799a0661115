import Glibc
import Troubles

/// The folder of what davit keeps between its runs: `$XDG_STATE_HOME/davit` (XDG Base Directory Specification), which
/// only its owner can read.
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
    let file = AtomicFile(path + "/" + name)
    try FilePaths.make(FilePaths.split(file.path).folder, mode: 0o700)
    do throws(FileWriteProblem) {
      let old = try existing(file.path)
      try file.write(text, expecting: old?.revision, mode: 0o600)
    } catch { throw error.problem(at: file.path) }
  }

  /// The text of a file in it; nil where there is none, or none that can be read.
  package func read(_ name: String) -> String? {
    (try? FileSnapshot.read(path + "/" + name))?.text
  }

  func remove(_ name: String) { unlink(path + "/" + name) }

  func names(in folder: String) -> [String] { FilePaths.names(in: path + "/" + folder) }

  private func existing(_ path: String) throws(FileWriteProblem) -> FileSnapshot? {
    do throws(Trouble) { return try FileSnapshot.read(path) } catch { throw .failed(error) }
  }
}
