import DiskFiles
import EngineClient
import EngineTransport
import Glibc
import StackPlanning
import TerminalUI
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// A folder with files, and what edits them; gone with the value.
final class EditingFolder {
  let path: String
  let editing: FileEditing
  let inbox = Inbox {}

  init(_ files: [String: String] = [:], environment: [String: String] = [:]) throws {
    var template = Array("/tmp/davit-editing-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.path = path
    editing = FileEditing(
      planner: StackPlanner(client: EngineClient(address: .unix(path: "\(path)/none.sock"))), inbox: inbox,
      local: LocalEnvironment(
        environment: ["HOME": path].merging(environment) { $1 }, state: StateFolder("\(path)/state")),
      utcOffset: 0)
    for (name, text) in files { try put(text, name) }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if let directory = opendir(path) {
      var names: [String] = []
      while let entry = readdir(directory) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      closedir(directory)
      for name in names where name != "." && name != ".." { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  func put(_ text: String, _ name: String, mode: mode_t = 0o644) throws {
    let file = try #require(fopen("\(path)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
    chmod("\(path)/\(name)", mode)
  }

  /// The text of a file; nil where it is not there.
  func text(_ name: String) -> String? { (try? FileSnapshot.read("\(path)/\(name)"))?.text }

  func source(_ names: String...) -> StackSource {
    StackSource(name: "shop", directory: path, files: names.map { "\(path)/\($0)" })
  }

  /// What features look at, with nothing in it.
  var shared: SharedState {
    DashboardState(size: Size(columns: 100, rows: 30), setup: DashboardSetup()).shared
  }

  var key: ProjectKey { ProjectKey(name: "shop", folder: path) }

  func change(_ name: String, from base: String?, to text: String, takesBack: Bool = false) -> FileChange {
    FileChange(
      serial: 7, key: key, source: source(name), path: "\(path)/\(name)", base: base, text: text,
      takesBack: takesBack)
  }

  func request(
    _ names: [String], _ service: String?, _ purpose: EditorRequest.Purpose = .edit
  ) -> EditorRequest {
    EditorRequest(
      serial: 3, key: key,
      source: StackSource(name: "shop", directory: path, files: names.map { "\(path)/\($0)" }),
      service: service,
      purpose: purpose)
  }

  /// Waits for what comes into the inbox.
  func answer() async throws -> EditorAnswer {
    for _ in 0..<2_000 {
      for action in inbox.drain() { if case .editor(let answer) = action { return answer } }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("no answer came")
    throw NeverCame()
  }
}
