import TerminalUI
import Testing

@testable import TextEditing

@Suite struct HighlightingTests {
  /// The pieces of each line that are not plain, as `role:piece`.
  private func pieces(_ text: String) -> [[String]] {
    YAMLHighlighter.highlight(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    )
    .map { line in line.runs.filter { $0.style.role != .text }.map { "\($0.style.role.rawValue):\($0.text)" }
    }
  }

  private func line(_ text: String) -> [String] { pieces(text)[0].filter { !$0.hasPrefix("muted") } }

  @Test func `keys and values have their colours`() {
    #expect(
      line("image: nginx:1.25 # web") == [
        "syntax-key:image", "syntax-string:nginx:1.25", "syntax-comment:# web",
      ])
    #expect(line("  - 'a b': \"c # d\"") == ["syntax-key:'a b'", "syntax-string:\"c # d\""])
    #expect(line("- 80") == ["syntax-number:80"])
    #expect(line("init: true") == ["syntax-key:init", "syntax-keyword:true"])
    #expect(line("web: &web !x") == ["syntax-key:web", "syntax-keyword:&web", "syntax-keyword:!x"])
    #expect(line("<<: *web") == ["syntax-keyword:<<", "syntax-keyword:*web"])
    #expect(line("a#b: c#d") == ["syntax-key:a#b", "syntax-string:c#d"])
    #expect(line("--- # first") == ["syntax-keyword:---", "syntax-comment:# first"])
  }

  @Test(arguments: ["0", "-1", "+2.5", "1e3", "0x1F", "1_000", ".5", "1."])
  func `numbers are numbers`(text: String) { #expect(line(text) == ["syntax-number:" + text]) }

  @Test(arguments: ["80:80", "1.2.3", "1e", "0x", "-", "1m", "e3"])
  func `what only looks like a number is a text`(text: String) {
    #expect(!line("- " + text).contains { $0.contains("number") })
  }

  @Test func `variables stand out wherever they mean something`() {
    #expect(
      line("a: x:${TAG:-1}-$B") == [
        "syntax-key:a", "syntax-string:x:", "accent:${TAG:-1}", "syntax-string:-", "accent:$B",
      ])
    #expect(
      line("a: \"${A:-${B}}\"") == [
        "syntax-key:a", "syntax-string:\"", "accent:${A:-${B}}", "syntax-string:\"",
      ])
    #expect(line("a: $$B") == ["syntax-key:a", "syntax-string:$$B"])
  }

  @Test func `brackets hold keys and values`() {
    #expect(
      line("a: [x, 1, {b: yes}] # c") == [
        "syntax-key:a", "syntax-string:x", "syntax-number:1", "syntax-key:b", "syntax-keyword:yes",
        "syntax-comment:# c",
      ])
    #expect(line("{\"a\":1}") == ["syntax-key:\"a\"", "syntax-number:1"])
    #expect(pieces("a: [\n  b, # c\n  'd\n  e']\nf: g")[4].contains("syntax-key:f"))
  }

  @Test func `a block of text ends where the indentation does`() {
    let found = pieces("a: |-\n  b: 1\n\n  # c\nd: 1")
    #expect(found[1] == ["syntax-string:b: 1"])
    #expect(found[3] == ["syntax-string:# c"])
    #expect(found[4].first == "syntax-key:d")
    #expect(pieces("- a: |\n    b\n  c: d")[2].first == "syntax-key:c")
  }

  @Test func `a text in quotes goes over lines, and ends where its block does`() {
    #expect(pieces("a: \"b\n  c: d\"\ne: f")[1] == ["syntax-string:c: d\""])
    #expect(pieces("a: \"b\nc: d")[1].first == "syntax-key:c")
  }

  @Test func `the text is never changed`() {
    let texts = [
      "", " ", "a: \"", "a: '''", "{[", "]}", "- - -", "?", ": :", "$", "${", "日本: 語 # é",
      "a\u{301}:\u{301} b", "|", "\t- x",
    ]
    for text in texts { #expect(YAMLHighlighter.highlight(lines: [text]).map(\.plain) == [text]) }
  }

  @Test func `a change reads no line again whose start is the same`() {
    var lines = (0..<100).map { "key\($0): value" }
    var highlighter = YAMLHighlighter(lines: lines)
    lines[10] = "key: |"
    lines.insert("  text", at: 11)
    highlighter.update(lines, replaced: 10..<11, by: 2)
    #expect(highlighter == YAMLHighlighter(lines: lines))
    lines.removeSubrange(10..<12)
    highlighter.update(lines, replaced: 10..<12, by: 0)
    #expect(highlighter == YAMLHighlighter(lines: lines))
  }
}
