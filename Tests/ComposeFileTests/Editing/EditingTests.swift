import ComposeFile
import Testing

/// Single edits: what the text is before and after.
@Suite struct EditingTests {
  private func edit(_ text: String, _ edit: ComposeEdit) throws -> String {
    try ComposeText(text).applying(edit).text
  }

  private func set(_ text: String, _ path: String, _ value: ComposeNode.Content) throws -> String {
    try edit(text, .set(try #require(ComposePath(path)), value))
  }

  private func remove(_ text: String, _ path: String) throws -> String {
    try edit(text, .remove(try #require(ComposePath(path))))
  }

  @Test(arguments: [
    ("a: b # c\n", "a", "a: x # c\n"),
    ("a: 'b' # c\n", "a", "a: 'x' # c\n"),
    ("a: \"b\"\n", "a", "a: \"x\"\n"),
    ("a:\n", "a", "a: x\n"),
    ("a: # c\n", "a", "a: x # c\n"),
    ("a:   b", "a", "a:   x"),
    ("a: &n b\nc: d\n", "a", "a: &n x\nc: d\n"),
    ("a: |\n  b\n  c\nd: e\n", "a", "a: x\nd: e\n"),
    ("a:\n  b: c\n  # n\n  d: e # f\ng: h\n", "a", "a: x\ng: h\n"),
    ("a:\n- b\n- c", "a", "a: x"),
    ("a: [b, c] # d\n", "a", "a: x # d\n"),
    ("a: {b: c}\n", "a.b", "a: {b: x}\n"),
    ("a: {b: c, d}\n", "a.d", "a: {b: c, d: x}\n"),
    ("a:\r\n  b: c\r\n", "a.b", "a:\r\n  b: x\r\n"),
    ("\u{FEFF}a: b\n", "a", "\u{FEFF}a: x\n"),
    ("a:\n  - b\n  -   c # d\n", "a[1]", "a:\n  - b\n  -   x # d\n"),
    ("a: &n {b: c}\nd: *n\n", "d", "a: &n {b: c}\nd: x\n"),
  ])
  func aValueIsReplacedWhereItStands(before: String, path: String, after: String) throws {
    #expect(try set(before, path, .text("x")) == after)
  }

  @Test(arguments: [
    ("a:\n  b: c # d\n\n# e\nf: g\n", "a.x", "a:\n  b: c # d\n  x: v\n\n# e\nf: g\n"),
    ("a:\n    b: c", "a.x", "a:\n    b: c\n    x: v"),
    ("a: {}\n", "a.x", "a: {x: v}\n"),
    ("a: { b: c }\n", "a.x", "a: { b: c, x: v }\n"),
    ("a:\n", "a.x", "a:\n  x: v\n"),
    ("a: # c\nb: d\n", "a.x", "a: # c\n  x: v\nb: d\n"),
    ("a:\n   b: c\n", "a.x.z", "a:\n   b: c\n   x:\n      z: v\n"),
    ("- a: b\n", "[0].x", "- a: b\n  x: v\n"),
    ("a:\r\n  b: c\r\n", "a.x", "a:\r\n  b: c\r\n  x: v\r\n"),
    ("a:\n  b: |\n    t\n\nc: d\n", "a.x", "a:\n  b: |\n    t\n  x: v\n\nc: d\n"),
    ("", "a.x", "a:\n  x: v\n"),
    ("# only\n", "a", "# only\na: v\n"),
    ("a: [b]\n", "a[+]", "a: [b, v]\n"),
    ("a:\n- b # c\n", "a[+]", "a:\n- b # c\n- v\n"),
    ("a: []\n", "a[+]", "a: [v]\n"),
    ("e:\n  - A=1\n", "e.x", "e:\n  - A=1\n  - x=v\n"),
    ("e:\n  - A=1\n  - x=2 # c\n", "e.x", "e:\n  - A=1\n  - x=v # c\n"),
  ])
  func aMissingValueIsAddedInTheStyleOfTheFile(before: String, path: String, after: String) throws {
    #expect(try set(before, path, .text("v")) == after)
  }

  @Test(arguments: [
    ("b: &n {c: d}\na: *n\n", "a.x", "b: &n {c: d}\na:\n  <<: *n\n  x: v\n"),
    ("b: &n {c: d}\na:\n  <<: *n\n", "a.c", "b: &n {c: d}\na:\n  <<: *n\n  c: v\n"),
    (
      "b: &n {c: {d: e}}\na:\n  <<: *n\n", "a.c.x",
      "b: &n {c: {d: e}}\na:\n  <<: *n\n  c:\n    d: e\n    x: v\n"
    ),
    ("b: &n {c: d}\na: {e: *n}\n", "a.e.x", "b: &n {c: d}\na: {e: {<<: *n, x: v}}\n"),
    ("b: &n [c]\na: *n\n", "a[+]", "b: &n [c]\na:\n  - c\n  - v\n"),
  ])
  func whatComesFromAnAnchorIsOverriddenAndTheAnchorStays(before: String, path: String, after: String) throws
  {
    #expect(try set(before, path, .text("v")) == after)
  }

  @Test(arguments: [
    ("a: b\nc: d # e\nf: g\n", "c", "a: b\nf: g\n"),
    ("a: b\nc: d", "c", "a: b"),
    ("a:\n  b: c\n  # n\n  d:\n    - e\n\nf: g\n", "a.d", "a:\n  b: c\n  # n\n\nf: g\n"),
    ("a:\n  b: c\nf: g\n", "a.b", "a: {}\nf: g\n"),
    ("a:\n- b\n- c\n- d\n", "a[1]", "a:\n- b\n- d\n"),
    ("- a: b\n  c: d\n", "[0].a", "- c: d\n"),
    ("a: {b: c, d: e, f: g}\n", "a.d", "a: {b: c, f: g}\n"),
    ("a: {b: c, d: e}\n", "a.d", "a: {b: c}\n"),
    ("a: [b, c]\n", "a[0]", "a: [c]\n"),
    ("e:\n  - A=1\n  - B=2\n", "e.A", "e:\n  - B=2\n"),
    ("a:\n  b:\n  c: d\n", "a.b", "a:\n  c: d\n"),
  ])
  func whatIsRemovedLeavesNoTraceAndTheRestStays(before: String, path: String, after: String) throws {
    #expect(try remove(before, path) == after)
  }

  @Test func aKeyIsRenamedInItsQuotes() throws {
    let path = try #require(ComposePath("a.b"))
    #expect(try edit("a:\n  'b': c # d\n", .rename(path, "x")) == "a:\n  'x': c # d\n")
  }

  @Test func anElementIsInsertedBeforeAnother() throws {
    let path = try #require(ComposePath("a[1]"))
    #expect(try edit("a:\n  - b # c\n  - d\n", .insert(path, .text("x"))) == "a:\n  - b # c\n  - x\n  - d\n")
    let first = try #require(ComposePath("a[0]"))
    #expect(try edit("a:\n- b\n", .insert(first, .text("x"))) == "a:\n- x\n- b\n")
  }

  @Test func aWholeServiceIsAdded() throws {
    let service = ComposeMap([
      ("image", .text("redis:7")), ("ports", ComposeNode(.list([.text("6379:6379")]))),
    ])
    let text = try set(
      "services:\n    web:\n        image: a\n        ports:\n        - b\n", "services.cache", .map(service))
    #expect(
      text
        == "services:\n    web:\n        image: a\n        ports:\n        - b\n    cache:\n        image: redis:7\n        ports:\n        - \"6379:6379\"\n"
    )
  }

  @Test(arguments: [
    ("a: &n\n  b: c\nd: *n\n", "a.b", "it is part of the anchor &n, which is used elsewhere too"),
    ("a: b\n", "a.c", "c would stand inside a text"),
    ("a: [b]\n", "a[5]", "the list has 1 elements"),
  ])
  func anEditThatWouldDoMoreOrNothingIsRefused(before: String, path: String, reason: String) throws {
    let refusal = #expect(throws: EditRefusal.self) { try set(before, path, .text("x")) }
    #expect(refusal?.reason.contains(reason) == true, "\(refusal?.reason ?? "")")
  }

  @Test func whatComesFromAMergeKeyIsNotRemoved() throws {
    let refusal = #expect(throws: EditRefusal.self) {
      try remove("b: &n {c: d}\na:\n  <<: *n\n  e: f\n", "a.c")
    }
    #expect(refusal?.reason == "it comes from a merge key")
  }

  @Test func settingWhatIsThereAlreadyChangesNothing() throws {
    #expect(try set("a:   'b'\n", "a", .text("b")) == "a:   'b'\n")
  }

  @Test(arguments: [
    ("yes", "a: \"yes\"\n"), ("5", "a: \"5\"\n"), ("x: y", "a: \"x: y\"\n"), ("22:22", "a: \"22:22\"\n"),
    ("", "a: \"\"\n"), ("a\nb", "a: \"a\\nb\"\n"), ("nginx:1.27", "a: nginx:1.27\n"), ("#x", "a: \"#x\"\n"),
    ("é ☃", "a: é ☃\n"), (" x", "a: \" x\"\n"), ("*x", "a: \"*x\"\n"),
  ])
  func textsGetQuotesWhereTheyNeedThem(value: String, after: String) throws {
    #expect(try set("a: b\n", "a", .text(value)) == after)
  }
}
