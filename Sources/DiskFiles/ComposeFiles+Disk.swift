import ComposeFile
import Glibc

extension ComposeFiles {
  /// The files of this machine: regular ones and the standard input, read up to a limit, never devices or pipes.
  package static let disk = ComposeFiles(
    read: { path, limit in
      path == "-" ? ComposeFilesReading.readAll(from: 0, limit: limit, size: 0) : read(path, limit: limit)
    },
    kind: { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return kind(of: status)
    },
    resolved: { path in FilePaths.real(path) ?? path })

  private static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    default: .other
    }
  }

  private static func read(_ path: String, limit: Int) -> Text {
    // A pipe would wait for its other end: it is not opened for that.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR
        ? .missing : .refused("cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    return ComposeFilesReading.read(descriptor, limit: limit)
  }
}

/// Reading of files that are open.
enum ComposeFilesReading {
  /// The text of a regular file of at most so many bytes.
  static func read(_ descriptor: Int32, limit: Int) -> ComposeFiles.Text {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .refused("cannot be examined") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return readAll(from: descriptor, limit: limit, size: Int(status.st_size))
    case S_IFDIR: return .refused("is a directory")
    default: return .refused("is a device, pipe or socket")
    }
  }

  static func readAll(from descriptor: Int32, limit: Int, size: Int) -> ComposeFiles.Text {
    guard size <= limit else { return .refused("is larger than \(limit) bytes") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .refused("cannot be read: \(String(cString: strerror(errno)))") }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { return .refused("is larger than \(limit) bytes") }
    }
    return String(validating: bytes, as: UTF8.self).map(ComposeFiles.Text.text) ?? .bytes(bytes)
  }
}
