import TestSupport

/// A folder with programs of one's own, gone with the test.
final class FakePrograms {
  private let own: TestFolder
  var folder: String { own.path }

  init() throws { own = try TestFolder() }

  /// Writes a shell script and gives its path.
  @discardableResult
  func add(_ name: String, _ script: String) -> String {
    own.put("#!/bin/sh\n\(script)\n", in: name, mode: 0o755)
  }

  /// The variables with the folder before the shell's own.
  var environment: [String: String] { ["PATH": "\(folder):/usr/bin:/bin", "HOME": folder] }
}
