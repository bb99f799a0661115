import Glibc
import Troubles

/// A text file as it was at one moment.
package struct FileSnapshot: Sendable, Hashable {
  /// The absolute path, links followed.
  package var path: String
  package var text: String
  package var revision: FileRevision

  /// The most bytes that are read by default: 16 MiB.
  package static let standardLimit = 16 << 20

  /// Reads a file of at most `limit` bytes; nil where there is none. Throws one line for what is no regular file, is too
  /// large, is no UTF-8, or must not be read.
  package static func read(_ path: String, limit: Int = standardLimit) throws(Trouble) -> FileSnapshot? {
    try read(FilePaths.resolved(path), limit, flags: 0)
  }

  /// The same, but a link in the file's place is not followed: it cannot be read.
  static func read(itself path: String) throws(Trouble) -> FileSnapshot? {
    try read(path, standardLimit, flags: O_NOFOLLOW)
  }

  private static func read(_ path: String, _ limit: Int, flags: Int32) throws(Trouble) -> FileSnapshot? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Trouble(
        "cannot read \(path)", why: "it cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    // A writer may be at work: what was read counts only if the file is still the same afterwards.
    for _ in 0..<3 {
      lseek(descriptor, 0, SEEK_SET)
      let before = FileStamp(descriptor)
      let text: String
      switch ComposeFilesReading.read(descriptor, limit: limit) {
      case .text(let found): text = found
      case .missing: return nil
      case .bytes: throw Trouble("cannot read \(path)", why: "it is not UTF-8 text")
      case .refused(let why): throw Trouble("cannot read \(path)", why: "it \(why)")
      }
      if let before, before == FileStamp(descriptor) {
        return FileSnapshot(path: path, text: text, revision: FileRevision(ContentDigest(of: text), before))
      }
    }
    throw Trouble("cannot read \(path)", why: "it is being written constantly", advice: "try again")
  }
}

/// Which state of a file it is.
package struct FileRevision: Sendable, Hashable {
  /// What stands in it.
  package var content: ContentDigest
  /// Size, time and place on the disk: as long as they are the same, nobody has written.
  package var stamp: FileStamp

  init(_ content: ContentDigest, _ stamp: FileStamp) {
    self.content = content
    self.stamp = stamp
  }

  /// Whether the same text stands in it, whoever wrote it when.
  package func hasSameContent(as other: FileRevision) -> Bool { content == other.content }
}

/// What tells cheaply whether a file was written since: it is not read for that.
package struct FileStamp: Sendable, Hashable {
  /// In bytes.
  package var size: Int64
  /// The time of the last change, in nanoseconds since 1970.
  package var modified: Int64
  /// The number of the file on its disk, and the disk's: another one after a rename.
  package var inode: UInt64
  package var device: UInt64

  /// The stamp of the file or folder at a path, links followed; nil where nothing is there.
  package init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
  }
}
