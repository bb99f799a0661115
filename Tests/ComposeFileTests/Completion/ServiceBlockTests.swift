import ComposeFile
import Testing

@Suite struct ServiceBlockTests {
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private let file = """
    # The shop.
    name: shop
    services:
      # What people see.
      # It needs the database.
      web:
        image: nginx
        # inside

      # floating

      db: # the data
        image: postgres
        command: |
          web:
          services:

    # What is kept.
    volumes:
      data:
    """

  @Test func `a block starts with the comments directly above and ends before blank lines`() {
    let text = lines(file)
    let web = ComposeBlocks.service(named: "web", in: text)
    #expect(web?.lines == 3..<8)
    #expect(web?.nameLine == 5)
    #expect(ComposeBlocks.service(named: "db", in: text)?.lines == 11..<16)
    #expect(ComposeBlocks.services(in: text).map(\.name) == ["web", "db"])
  }

  @Test(arguments: [
    (0, nil), (2, nil), (3, "web"), (6, "web"), (8, "web"), (11, "db"), (15, "db"), (18, nil),
  ])
  func `a line belongs to a service`(line: Int, name: String?) {
    #expect(ComposeBlocks.service(at: line, in: lines(file))?.name == name)
  }

  @Test func `other parts may be broken`() {
    let text = lines("x: [\n\"\nservices:\n  a\n  web:\n    image: x\n   - y\n  db:\n    image: {")
    #expect(ComposeBlocks.service(named: "web", in: text)?.lines == 4..<7)
    #expect(ComposeBlocks.service(named: "db", in: text)?.lines == 7..<9)
  }

  @Test func `names in quotes and files in braces are read`() {
    #expect(ComposeBlocks.services(in: lines("'services':\n  \"a.b\":\n    image: x")).map(\.name) == ["a.b"])
    let json = lines(
      "{\n  \"services\": {\n    \"web\": {\n      \"image\": \"x\"\n    },\n    \"db\": {\n    }\n  }\n}")
    #expect(ComposeBlocks.services(in: json).map(\.name) == ["web", "db"])
    #expect(ComposeBlocks.services(in: lines("\u{FEFF}services:\n  web:\n")).map(\.name) == ["web"])
  }

  @Test func `a text without services has no blocks`() {
    #expect(ComposeBlocks.services(in: [""]) == [])
    #expect(ComposeBlocks.services(in: lines("services: {web: {image: x}}")) == [])
    #expect(ComposeBlocks.service(at: 0, in: []) == nil)
  }

  @Test func `of several documents all services are found, and the last one of a name`() {
    let text = lines(
      "services:\n  web:\n    image: a\n--- # more\nservices:\n  db:\n    image: b\n  web:\n    tty: true\n...\n"
    )
    #expect(ComposeBlocks.services(in: text).map(\.name) == ["web", "db", "web"])
    #expect(ComposeBlocks.service(named: "web", in: text)?.lines == 7..<9)
    #expect(ComposeBlocks.service(at: 2, in: text)?.lines == 1..<3)
    #expect(ComposeBlocks.service(at: 6, in: text)?.name == "db")
    #expect(ComposeBlocks.service(at: 3, in: text) == nil)
  }

  @Test func `in a document what others hold can be named, and is offered again`() {
    let text = lines("services:\n  web:\n    image: a\n---\nserv\nservices:\n  db:\n    depends_on: [w]\n")
    let keys = ComposeCompletion.candidates(in: text, line: 4, column: 4).candidates
    #expect(!keys.contains { $0.name == "services" })
    let first = lines("services:\n  web:\n    image: a\n---\nserv\n")
    #expect(ComposeCompletion.candidates(in: first, line: 4, column: 4).candidates.first?.name == "services")
    let names = ComposeCompletion.candidates(in: text, line: 7, column: 18).candidates
    #expect(names.first?.name == "web")
  }
}
