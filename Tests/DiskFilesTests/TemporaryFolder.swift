import Glibc
import Troubles

@testable import DiskFiles

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/davit-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("no folder for the test") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file as any other program would.
  @discardableResult
  func put(_ text: String, in name: String, mode: mode_t = 0o644) -> String {
    Self.put(text, at: file(name), mode: mode)
    return file(name)
  }

  static func put(_ text: String, at path: String, mode: mode_t = 0o644) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, mode)
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    fchmod(descriptor, mode)
    close(descriptor)
  }

  func text(_ name: String) -> String? { (try? FileSnapshot.read(file(name)))?.text }

  var names: [String] { FilePaths.names(in: path).sorted() }

  static func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  private static func remove(_ folder: String) {
    for name in FilePaths.names(in: folder) {
      let path = folder + "/" + name
      if unlink(path) != 0 { remove(path) }
    }
    rmdir(folder)
  }
}
