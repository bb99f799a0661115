import Testing

@Suite struct CodeOnlyTests {
  @Test(arguments: [
    ("let a = 1 // try!", "let a = 1        "),
    ("/* a /* b */ c */x", "                 x"),
    (#"f("a\"b!")"#, #"f("     ")"#),
    (##"f(#"a"b!"#)"##, ##"f(#"    "#)"##),
    (#"f("a\(b!)c")"#, #"f("  (b!) ")"#),
    ("\"\"\"\n a! \"b\"\n\"\"\"c", "\"\"\"\n       \n\"\"\"c"),
  ])
  func commentsAndStringsAreBlank(text: String, code: String) {
    #expect(CodeOnly(text).text == code)
  }

  @Test func importsAreFoundWhateverStandsBeforeThem() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: "public import NIOCore\n@testable import A\nimport struct B.C\n// import D\nlet e = 1\n")
    #expect(file.imports == ["NIOCore", "A", "B"])
    #expect(file.publicImports == ["NIOCore"])
  }
}
