import Glibc
import Synchronization
import Troubles

/// A file that is read piece by piece.
package final class SourceFile: Sendable {
  /// How large it is, in bytes.
  package let size: UInt64
  private let path: String
  private let descriptor: Int32
  /// The bytes that are left of what it was when it was opened: a file that grows is not read for ever.
  private let left: Mutex<UInt64>

  /// How much is read at once, in bytes.
  private static let piece = 256 << 10

  /// Opens a regular file.
  package init(_ path: String) throws(Trouble) {
    // A pipe would wait for its other end: it is not opened for that.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Trouble("cannot read \(path)", why: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw Trouble("cannot read \(path)", why: "it is no regular file")
    }
    self.path = path
    descriptor = file
    size = UInt64(max(0, status.st_size))
    left = Mutex(size)
  }

  deinit { close(descriptor) }

  /// The next bytes; nil at the end.
  package func next() throws(Trouble) -> [UInt8]? {
    let wanted = left.withLock { Int(min($0, UInt64(Self.piece))) }
    guard wanted > 0 else { return nil }
    var count = 0
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      repeat { count = read(descriptor, buffer.baseAddress, wanted) } while count < 0 && errno == EINTR
      number = errno
      filled = max(0, count)
    }
    guard count >= 0 else { throw Trouble("cannot read \(path)", why: String(cString: strerror(number))) }
    guard count > 0 else {
      throw Trouble("cannot read \(path)", why: "it has become shorter while it was read")
    }
    left.withLock { $0 -= UInt64(count) }
    return bytes
  }
}
