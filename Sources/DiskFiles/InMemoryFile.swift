import CFileAttributes
import Glibc
import Troubles

/// A file that is nowhere but in memory, for a program that reads it: nothing of it is left on a disk.
package enum InMemoryFile {
  /// The descriptor of a file with a text in it, open at its beginning; other programs that start do not get it.
  package static func holding(_ text: String) throws(Trouble) -> Int32 {
    let file = memfd_create("davit", davit_memfd_cloexec)
    guard file >= 0 else { throw trouble(errno) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let number = errno
        close(file)
        throw trouble(number)
      }
      rest = rest.dropFirst(count)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func trouble(_ number: Int32) -> Trouble {
    Trouble("cannot hand the text over", why: String(cString: strerror(number)))
  }
}
