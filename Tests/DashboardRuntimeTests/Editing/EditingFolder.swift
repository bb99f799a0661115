import DiskFiles
import EngineClient
import EngineTransport
import StackPlanning
import TerminalUI
import TestSupport
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// A folder with files, and what edits them; gone with the value.
final class EditingFolder {
  private let folder: TestFolder
  let path: String
  let editing: FileEditing
  let inbox = Inbox {}

  init(_ files: [String: String] = [:], environment: [String: String] = [:]) throws {
    folder = try TestFolder()
    let path = folder.path
    self.path = path
    editing = FileEditing(
      planner: StackPlanner(client: EngineClient(address: .unix(path: "\(path)/none.sock"))), inbox: inbox,
      local: LocalEnvironment(
        environment: ["HOME": path].merging(environment) { $1 }, state: StateFolder("\(path)/state")),
      utcOffset: 0)
    for (name, text) in files { try put(text, name) }
  }

  func put(_ text: String, _ name: String, mode: UInt32 = 0o644) throws {
    folder.put(text, in: name, mode: mode)
  }

  /// The text of a file; nil where it is not there.
  func text(_ name: String) -> String? { folder.text(name) }

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
