import EngineModel
import Glibc
import TestSupport
import Testing

@testable import DashboardRuntime

/// The files of one container's control groups and of its first process as a real host had them (Debian, kernel 6, cgroup
/// v2; Docker 28, Podman 5), laid out in a folder of its own.
///
/// A recording is a text: `=== PATH` or `=== link PATH`, then what the file holds, or where the link leads to.
final class RecordedHost {
  private let folder: TestFolder
  var root: String { folder.path }
  let container: ContainerID

  /// Lays a recording out; a user who is not root cannot read where the links lead.
  init(_ name: String, asRoot: Bool = true) throws {
    folder = try TestFolder()
    let text = try Checkout.text(of: "Tests/DashboardRuntimeTests/Fixtures/cgroups/\(name).txt")
    let words = text.split { "/-.\n".contains($0) }
    container = ContainerID(String(try #require(words.first { $0.count == 64 })))
    for (path, content) in Self.entries(of: text) {
      guard path.hasPrefix("link ") else {
        try write(content, to: path)
        continue
      }
      try write("", to: "\(path.dropFirst(5)).folder")
      if asRoot { symlink(String(content.dropLast()), "\(root)/\(path.dropFirst(5))") }
    }
  }

  /// What a look at this host's counters finds of the container.
  var counters: HostCounters? {
    HostCounters(groups: .mounted(at: root), network: NetworkCounters(proc: root + "/proc"))
  }

  /// Writes a file anew; with a name alone into the container's group.
  func write(_ text: String, to path: String) throws {
    folder.put(text, in: path)
  }

  private static func entries(of text: String) -> [(path: String, content: String)] {
    var entries: [(path: String, content: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        entries.append((String(line.dropFirst(4)), ""))
      } else if !entries.isEmpty, !line.isEmpty {
        entries[entries.count - 1].content += line + "\n"
      }
    }
    return entries
  }
}
