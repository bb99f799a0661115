import DiskFiles
import Glibc
import Troubles

@testable import DashboardRuntime

/// A folder for stacks and state, gone with the test.
final class StackFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/davit-stacks-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("no folder for the test") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Writes a file, with its folder.
  @discardableResult
  func put(_ text: String, in name: String) throws -> String {
    let file = path + "/" + name
    let now = try FileSnapshot.read(file)
    try AtomicFile(file).write(text, expecting: now?.revision, makesFolder: true)
    return file
  }

  static func remove(_ folder: String) {
    let listing = FolderListing(folder)
    for name in listing.files { unlink(folder + "/" + name) }
    for name in listing.folders { remove(folder + "/" + name) }
    rmdir(folder)
  }
}
