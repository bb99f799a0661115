import Glibc
import Synchronization
import Troubles

/// A file that is written as its bytes come: one beside its place, which takes it when all is there. Nothing half done
/// is left where that does not come to its end.
package final class StreamedFile: Sendable {
  /// Why none can be begun.
  package enum Problem: Error, Sendable, Hashable {
    /// Something is there, and it was not said that it may go.
    case exists
    /// Something else is in the way.
    case failed(Trouble)
  }

  /// Where it will be.
  package let path: String
  private let temporary: TemporaryFile
  private let replaces: Bool
  /// The open file; nil once it is finished or discarded.
  private let descriptor: Mutex<Int32?>

  /// Begins a file at a path. One that is there goes at the end where `replaces` says so, but no folder and
  /// no device.
  package init(at path: String, replaces: Bool) throws(Problem) {
    let resolved = FilePaths.resolved(path)
    var status = stat()
    if lstat(resolved, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw .failed(Trouble("cannot write \(path)", why: "it is there, and is no regular file"))
      }
      if !replaces { throw .exists }
    }
    self.path = resolved
    self.replaces = replaces
    let temporary = TemporaryFile(beside: resolved)
    self.temporary = temporary
    TemporaryFile.removeLeftovers(beside: resolved)
    let file = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .failed(Self.trouble(path, errno)) }
    descriptor = Mutex(file)
  }

  deinit { discard() }

  /// Adds bytes.
  package func append(_ bytes: [UInt8]) throws(Trouble) {
    let path = path
    try descriptor.withLock { file throws(Trouble) in
      guard let file else { throw Trouble("cannot write \(path)", why: "it is closed") }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Self.trouble(path, errno) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Puts it in its place.
  package func finish() throws(Trouble) {
    let (path, temporary, replaces) = (path, temporary, replaces)
    try descriptor.withLock { file throws(Trouble) in
      guard let open = file else { throw Trouble("cannot write \(path)", why: "it is closed") }
      file = nil
      // What came from a container or an image is not for everybody, unless the user's mask says so.
      let mask = umask(0)
      umask(mask)
      let isKept = fchmod(open, 0o644 & ~mask) == 0 && fsync(open) == 0
      let number = errno
      close(open)
      guard isKept else {
        unlink(temporary.path)
        throw Self.trouble(path, number)
      }
      try Self.move(temporary.path, to: path, replaces: replaces)
    }
  }

  /// Gives it up; nothing is left.
  package func discard() {
    descriptor.withLock { file in
      guard let open = file else { return }
      close(open)
      unlink(temporary.path)
      file = nil
    }
  }

  private static func move(_ temporary: String, to path: String, replaces: Bool) throws(Trouble) {
    if !replaces {
      // A link is made only where nothing is: nobody's file is overwritten. Some disks know no links.
      if link(temporary, path) == 0 {
        unlink(temporary)
        return
      }
      if errno == EEXIST {
        unlink(temporary)
        throw Trouble("cannot write \(path)", why: "a file has appeared there meanwhile")
      }
    }
    guard rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw trouble(path, number)
    }
  }

  private static func trouble(_ path: String, _ number: Int32) -> Trouble {
    let (folder, _) = FilePaths.split(path)
    switch number {
    case ENOSPC, EDQUOT:
      return Trouble(
        "cannot write \(path)", why: number == ENOSPC ? "the disk is full" : "your quota is used up",
        advice: "free some space, or choose another folder; nothing half done is left")
    case ENOENT:
      return Trouble(
        "cannot write \(path)", why: "the folder \(folder) does not exist", advice: "make it first")
    case ENOTDIR: return Trouble("cannot write \(path)", why: "\(folder) is no folder")
    default: return Trouble("cannot write \(path)", why: String(cString: strerror(number)))
    }
  }
}
