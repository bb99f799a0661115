import ComposeFile
import EngineModel
import Glibc
import TerminalUI
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Where services are defined, and what is made of edits.
@Suite struct LocatingTests {
  private let base = "services:\n  web:\n    image: nginx:1.27\n"

  @Test func everyFileSaysWhetherItHasTheService() throws {
    let folder = try EditingFolder(["a.yaml": base, "b.yaml": "services:\n  db:\n    image: x\n"])
    let found = folder.editing.locate(folder.request(["a.yaml", "b.yaml", "c.yaml"], "web"))
    #expect(found.map(\.hasService) == [true, false, false])
    #expect(found.map(\.isMissing) == [false, false, true])
  }

  @Test func aServiceOfAnIncludedFileIsFound() throws {
    let folder = try EditingFolder(["a.yaml": "include:\n  - other.yaml\n", "other.yaml": base])
    let found = folder.editing.locate(folder.request(["a.yaml"], "web"))
    #expect(found.filter(\.hasService).map(\.path) == ["\(folder.path)/other.yaml"])
  }

  @Test func aServiceInBracesIsFoundToo() throws {
    let folder = try EditingFolder(["a.yaml": "services: {web: {image: x}}\n"])
    #expect(folder.editing.locate(folder.request(["a.yaml"], "web")).map(\.hasService) == [true])
  }

  @Test func aQuickEditChangesTheLastFileThatHasTheValue() throws {
    let folder = try EditingFolder([
      "a.yaml": base, "b.yaml": "services:\n  web:\n    image: nginx:1.28  # newer\n",
      "c.yaml": "services:\n  web: {}\n",
    ])
    let order = EditOrder(
      serial: 1, key: folder.key, source: folder.source("a.yaml", "b.yaml", "c.yaml"),
      steps: [.edit(.set(ComposePath(keys: "services", "web", "image"), .text("nginx:1.29")))])
    guard case .proposed(let change) = folder.editing.propose(order) else {
      Issue.record("nothing was proposed")
      return
    }
    #expect(change.path.hasSuffix("/b.yaml"))
    #expect(change.text == "services:\n  web:\n    image: nginx:1.29  # newer\n")
  }

  private let documents = """
    services:
      web:
        image: nginx:1.27
        tty: true
    ---
    services:
      web:
        image: nginx:1.28
      db:
        image: postgres

    """

  @Test func `of a file of several documents a quick edit changes the last one that has the value`() throws {
    let folder = try EditingFolder(["a.yaml": documents])
    let order = EditOrder(
      serial: 1, key: folder.key, source: folder.source("a.yaml"),
      steps: [
        .value(ComposePath(keys: "services", "web", "image"), "nginx:1.29"),
        .value(ComposePath(keys: "services", "web", "tty"), "false"),
      ])
    guard case .proposed(let change) = folder.editing.propose(order) else {
      Issue.record("nothing was proposed")
      return
    }
    #expect(change.text == documents.replacing("1.28", with: "1.29").replacing("true", with: "false"))
  }

  @Test func `a service of a later document is found, with what all documents say of it`() throws {
    let folder = try EditingFolder(["a.yaml": documents])
    #expect(folder.editing.locate(folder.request(["a.yaml"], "db")).map(\.hasService) == [true])
    let found = folder.editing.locate(folder.request(["a.yaml"], "web", .quickEdit))
    #expect(found.first?.definition?["image"]?.text == "nginx:1.28")
    #expect(found.first?.definition?["tty"]?.bool == true)
  }

  @Test func `a text of several documents is examined as Compose reads it`() async throws {
    let folder = try EditingFolder(["a.yaml": documents])
    for (text, isReadable) in [(documents + "    tty: true\n", true), (documents + "    imag: 1\n", false)] {
      guard
        case .examined(serial: 7, let facts) = await folder.editing.examine(
          folder.change("a.yaml", from: documents, to: text))
      else {
        Issue.record("it was not examined")
        return
      }
      #expect(facts.isReadable == isReadable)
      #expect(
        facts.findings.contains { $0.path == "services.db.imag" && $0.place?.position?.line == 11 }
          != isReadable)
    }
  }

  @Test func anEditThatCannotBeMadeIsOneLine() throws {
    let folder = try EditingFolder(["a.yaml": "services: &s [\n"])
    let order = EditOrder(
      serial: 1, key: folder.key, source: folder.source("a.yaml"),
      steps: [.edit(.set(ComposePath(keys: "services", "web", "image"), .text("x")))])
    guard case .refused(serial: 1, let reason) = folder.editing.propose(order) else {
      Issue.record("it was not refused")
      return
    }
    #expect(reason.description.contains("a.yaml") && !reason.description.contains("\n"))
  }

  @Test func aTextIsCheckedBesideTheFile() async throws {
    let folder = try EditingFolder(["a.yaml": base])
    var editing = EditingState()
    let candidate = FileCandidate(path: "\(folder.path)/a.yaml", text: base, hasService: true)
    let outcomes = editing.edit(
      folder.request(["a.yaml"], "web"), candidate, recovered: base + "    imag: 1\n", folder.shared)
    let checks = outcomes.compactMap { if case .effect(.editor(let effect)) = $0 { effect } else { nil } }
    guard let check = checks.first else {
      Issue.record("nothing is checked")
      return
    }
    folder.editing.perform(check)
    guard case .checked(_, let findings) = try await folder.answer() else {
      Issue.record("nothing was checked")
      return
    }
    #expect(findings.contains { $0.severity == .error && $0.place?.position?.line == 4 })
    #expect(folder.text("a.yaml") == base)
  }

  @Test func aFolderThatHasAStackIsNotTakenForANewOne() async throws {
    let folder = try EditingFolder(["docker-compose.yml": base])
    let order = NewStack(serial: 2, engine: .first, name: "shop", folder: folder.path, contents: .text("x"))
    guard case .refused(serial: 2, let reason) = await folder.editing.prepare(order) else {
      Issue.record("it was not refused")
      return
    }
    #expect(reason.description.contains("docker-compose.yml already exists"))
  }

  @Test func theHomeFolderCanBeNamed() async throws {
    let folder = try EditingFolder()
    let order = NewStack(serial: 2, engine: .first, name: "shop", folder: "~/shop", contents: .text("x: 1\n"))
    guard case .prepared(let change) = await folder.editing.prepare(order) else {
      Issue.record("it was not prepared")
      return
    }
    #expect(change.path == "\(folder.path)/shop/compose.yaml" && change.base == nil)
    #expect(folder.text("shop/compose.yaml") == nil)
  }
}

/// Handing the text to the user's own editor.
@MainActor @Suite struct ForeignEditorTests {
  @Test(arguments: [
    ("vim", ["vim"]), ("vim -u NONE", ["vim", "-u", "NONE"]), ("'my editor' \"a b\"", ["my editor", "a b"]),
    ("a\\ b", ["a b"]), ("  ", []),
  ])
  func aVariableIsCutIntoWords(text: String, words: [String]) {
    #expect(QuotedWords.of(text) == words)
  }

  @Test(arguments: [
    ("vi", ["+7", "/f"]), ("nano -l", ["-l", "+7", "/f"]), ("hx", ["/f:7"]),
    ("code", ["--wait", "--goto", "/f:7"]), ("/opt/bin/nvim", ["+7", "/f"]), ("my-editor -w", ["-w", "/f"]),
    ("ed", ["/f"]),
  ])
  func itIsOpenedAtTheLine(editor: String, arguments: [String]) throws {
    let foreign = try #require(ForeignEditor(environment: ["EDITOR": editor]))
    #expect(foreign.arguments(opening: "/f", at: 7) == arguments)
  }

  @Test func visualGoesBeforeEditor() {
    #expect(ForeignEditor(environment: ["VISUAL": "a", "EDITOR": "b"])?.words == ["a"])
  }

  /// What the editor has left of a text.
  @MainActor
  private func exchange(script: String) async throws -> (EditorAnswer, EditingFolder) {
    let folder = try EditingFolder()
    try folder.put("#!/bin/sh\n" + script, "editor", mode: 0o755)
    let editing = FileEditing(
      planner: folder.editing.planner, inbox: folder.inbox,
      local: LocalEnvironment(
        environment: ["EDITOR": "\(folder.path)/editor"], state: folder.editing.local.state),
      utcOffset: 0)
    var text = EditingState()
    _ = text.edit(
      folder.request(["a.yaml"], nil), FileCandidate(path: "\(folder.path)/a.yaml", text: "a: 1\nb: 2\n"),
      folder.shared)
    guard case .effect(.editor(.handOver(let order)))? = text.handOverText().first else {
      throw NeverCame()
    }
    await editing.handOver(order, on: HeadlessScreen(size: Size(columns: 80, rows: 24)))
    return (try await folder.answer(), folder)
  }

  @Test func theResultComesBackAndTheCopyIsGone() async throws {
    let (answer, folder) = try await exchange(script: "test \"$1\" = +1 && echo 'c: 3' >> \"$2\"\n")
    guard case .handedBack(_, let text) = answer else {
      Issue.record("nothing came back: \(answer)")
      return
    }
    #expect(text == "a: 1\nb: 2\nc: 3\n")
    let left = opendir("\(folder.path)/state/handed-over")
    var names = 0
    while let left, let entry = readdir(left) { names += entry.pointee.d_name.0 == 46 ? 0 : 1 }
    if let left { closedir(left) }
    #expect(names == 0)
  }

  @Test func anEditorThatFailsChangesNothing() async throws {
    let (answer, _) = try await exchange(script: "exit 3\n")
    guard case .refused(_, let reason) = answer else {
      Issue.record("it was not refused: \(answer)")
      return
    }
    #expect(reason.description.hasPrefix("cannot take over the text: editor exited with"))
  }
}
