import Glibc
import Troubles

/// A folder among the temporary files that belongs to a process: it is gone when the value is, and where the process
/// was killed, the next folder of its kind that is made takes it away.
///
/// The owner holds a lock on the folder (flock(2)), which the kernel takes back however the process ends.
package final class OwnedFolder: Sendable {
  /// The absolute path.
  package let path: String
  private let descriptor: Int32

  /// Makes `davit-KIND-XXXXXX`, which only its owner can read, and removes those of the same kind that nobody owns any
  /// more, once they are so many seconds old. Throws one line where no folder can be made.
  package init(
    kind: String, in parent: String = OwnedFolder.parent, keepingLeftovers age: Int = 0
  ) throws(Trouble) {
    Self.removeLeftovers(of: kind, in: parent, age: age)
    for _ in 0..<8 {
      var template = Array("\(parent)/davit-\(kind)-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        throw Trouble(
          "cannot create a folder in \(parent)", why: String(cString: strerror(errno)),
          advice: "free some space there, or set TMPDIR to another folder")
      }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      // Who clears up may have been between the two calls: then the folder is gone, and another one is made.
      if let descriptor = Self.locked(path) {
        self.path = path
        self.descriptor = descriptor
        return
      }
      rmdir(path)
    }
    throw Trouble(
      "cannot create a folder in \(parent)", why: "its disk does not support locks",
      advice: "set TMPDIR to another folder")
  }

  deinit {
    remove()
    close(descriptor)
  }

  /// A file in it that only its owner can read. Throws one line where it cannot be written.
  package func write(_ text: String, to name: String) throws(Trouble) {
    let file = AtomicFile(path + "/" + name)
    do throws(FileWriteProblem) {
      try file.write(text, expecting: nil, mode: 0o600)
    } catch { throw error.problem(at: file.path) }
  }

  /// Removes the folder with all that is in it; nothing happens where that was done.
  package func remove() {
    FolderRemoval.remove(contentsOf: descriptor)
    rmdir(path)
  }

  /// The folder of temporary files: `TMPDIR` where it is set to a path that leaves room for the name of a socket
  /// (unix(7): 107 bytes), `/tmp` elsewhere.
  package static var parent: String {
    guard var named = getenv("TMPDIR").map({ String(cString: $0) }), named.hasPrefix("/"),
      named.utf8.count <= 60
    else { return "/tmp" }
    while named.last == "/" { named.removeLast() }
    return named.isEmpty ? "/tmp" : named
  }

  private static func removeLeftovers(of kind: String, in parent: String, age: Int) {
    for name in FilePaths.names(in: parent) where name.hasPrefix("davit-\(kind)-") {
      let path = parent + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mtim.tv_sec + age <= time(nil), let descriptor = locked(path)
      else { continue }
      FolderRemoval.remove(contentsOf: descriptor)
      rmdir(path)
      close(descriptor)
    }
  }

  /// A folder of this user's own, locked; nil where another process has the lock, or nothing is there any more.
  private static func locked(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0,
      status.st_uid == geteuid(),
      status.st_nlink > 0
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }
}

/// Empties folders without following a link out of them.
enum FolderRemoval {
  static func remove(contentsOf folder: Int32) {
    for name in FilePaths.names(in: folder) where unlinkat(folder, name, 0) != 0 {
      let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if inner >= 0 {
        remove(contentsOf: inner)
        close(inner)
      }
      unlinkat(folder, name, AT_REMOVEDIR)
    }
  }
}
