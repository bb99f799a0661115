import ComposeFile
import Glibc

/// Replaces a file so that at no time it is missing or half written: a new file beside it takes its place.
public struct AtomicFile: Sendable {
  /// The file that is replaced: where the path is a symbolic link, what it points to.
  public let path: String

  /// The file at a path, links followed.
  public init(_ path: String) {
    self.path = ComposeFiles.disk.resolved(path)
  }

  /// Writes a text in the file's place with its mode and owner; throws one line where that fails, the file untouched.
  public func write(_ text: String) throws(FileProblem) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure("it cannot be examined") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw failure("it is no regular file") }
    let temporary = path + ".davit-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure("no file can be made beside it: \(reason)") }
    do throws(FileProblem) {
      try fill(descriptor, with: text, like: status)
      guard rename(temporary, path) == 0 else {
        throw failure("the new file cannot take its place: \(reason)")
      }
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder()
  }

  private func fill(_ descriptor: Int32, with text: String, like status: stat) throws(FileProblem) {
    defer { close(descriptor) }
    // Another owner can be kept by root only; a file of one's own has the right one already.
    if status.st_uid != geteuid() || status.st_gid != getegid(),
      fchown(descriptor, status.st_uid, status.st_gid) != 0
    {
      throw failure("its owner cannot be kept: \(reason)")
    }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else {
      throw failure("its mode cannot be kept: \(reason)")
    }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("the new file cannot be written: \(reason)") }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw failure("the new file cannot be written: \(reason)") }
  }

  private func syncFolder() {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let folder = open(String(path[...slash]), O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private var reason: String { String(cString: strerror(errno)) }

  private func failure(_ reason: String) -> FileProblem {
    FileProblem("cannot write \(path): \(reason) — nothing was changed")
  }
}
