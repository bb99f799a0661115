import TestSupport
import Testing

@testable import DiskFiles

@Suite struct EditHistoryTests {
  let folder: TestFolder
  let history: EditHistory

  init() throws {
    folder = try TestFolder()
    history = EditHistory(in: StateFolder(folder.file("state")))
  }

  private func keep(_ text: String, _ name: String = "compose.yaml", time: Int64 = 1) throws {
    folder.put(text, in: name)
    let snapshot = try #require(try FileSnapshot.read(folder.file(name)))
    try history.keep(snapshot, project: "shop", time: time)
  }

  @Test func theTextBeforeTheLastEditIsKept() throws {
    try keep("one\n\nmore\n", time: 10)
    try keep("two\n", time: 20)
    let last = try #require(history.last(for: folder.file("compose.yaml")))
    #expect(last.text == "two\n")
    #expect(last.time == 20)
    #expect(last.project == "shop")
    #expect(history.all(for: folder.file("compose.yaml")).map(\.text) == ["two\n", "one\n\nmore\n"])
  }

  @Test func anEditThatWasTakenBackIsForgotten() throws {
    try keep("one")
    try keep("two")
    history.remove(try #require(history.last(for: folder.file("compose.yaml"))))
    #expect(history.last(for: folder.file("compose.yaml"))?.text == "one")
  }

  @Test func filesAreKeptApart() throws {
    try keep("one")
    try keep("other", "other%0A\n.yaml")
    #expect(history.last(for: folder.file("compose.yaml"))?.text == "one")
    #expect(history.last(for: folder.file("other%0A\n.yaml"))?.text == "other")
  }

  @Test func twentyTextsOfAFileAreKept() throws {
    for number in 1...25 { try keep("text \(number)") }
    let all = history.all(for: folder.file("compose.yaml"))
    #expect(all.count == 20)
    #expect(all.first?.text == "text 25")
    #expect(all.last?.text == "text 6")
  }

  @Test func onlyTheOwnerCanReadThem() throws {
    try keep("one")
    let edits = folder.file("state/edits")
    let one = try #require(FilePaths.names(in: edits).first)
    #expect(TestFolder.mode(edits) == 0o700)
    #expect(TestFolder.mode("\(edits)/\(one)/1") == 0o600)
  }

  @Test func whatIsNoKeptTextIsPassedOver() throws {
    try keep("one")
    let one = try #require(FilePaths.names(in: folder.file("state/edits")).first)
    folder.put("rubbish", in: "state/edits/\(one)/2")
    #expect(history.last(for: folder.file("compose.yaml"))?.text == "one")
  }
}
