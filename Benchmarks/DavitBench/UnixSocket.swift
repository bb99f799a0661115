import ArgumentParser
import Glibc

/// Unix stream sockets.
enum UnixSocket {
  static func listening(on path: String) throws -> Int32 {
    try open(path) { bind($0, $1, $2) == 0 && listen($0, 128) == 0 }
  }

  static func connected(to path: String) throws -> Int32 {
    try open(path) { connect($0, $1, $2) == 0 }
  }

  private static func open(
    _ path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
  ) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      guard path.utf8.count < bytes.count else { return false }
      bytes.copyBytes(from: path.utf8)
      return true
    }
    let isDone =
      fits
      && withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          use(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
    guard isDone else {
      close(descriptor)
      throw ValidationError("cannot use the socket \(path): \(String(cString: strerror(errno)))")
    }
    return descriptor
  }
}
