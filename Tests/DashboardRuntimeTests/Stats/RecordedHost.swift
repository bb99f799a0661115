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
  let root: String
  let container: ContainerID

  /// Lays a recording out; a user who is not root cannot read where the links lead.
  init(_ name: String, asRoot: Bool = true) throws {
    var template = Array("/tmp/davit-recorded-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    root = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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

  deinit { StackFolder.remove(root) }

  /// What a look at this host's counters finds of the container.
  var counters: HostCounters? {
    HostCounters(groups: .mounted(at: root), network: NetworkCounters(proc: root + "/proc"))
  }

  /// Writes a file anew; with a name alone into the container's group.
  func write(_ text: String, to path: String) throws {
    var folder = root
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let file = try #require(fopen("\(root)/\(path)", "w"))
    fputs(text, file)
    fclose(file)
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
