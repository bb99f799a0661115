import Glibc
import Troubles

@testable import DashboardRuntime

/// A folder with programs of one's own, gone with the test.
final class FakePrograms {
  let folder: String

  init() throws {
    var template = Array("/tmp/davit-programs-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("no folder for the test") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for path in paths { unlink(path) }
    rmdir(folder)
  }

  private var paths: [String] = []

  /// Writes a shell script and gives its path.
  @discardableResult
  func add(_ name: String, _ script: String) -> String {
    let path = folder + "/" + name
    paths.append(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o755)
    _ = Array("#!/bin/sh\n\(script)\n".utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    return path
  }

  /// The variables with the folder before the shell's own.
  var environment: [String: String] { ["PATH": "\(folder):/usr/bin:/bin", "HOME": folder] }
}
