import Testing
import TextEditing

@Suite struct NewLineTests {
  @Test func `a new line keeps the indentation`() throws {
    try expect("a:\n  b: 1‸", "<enter>", "a:\n  b: 1\n  ‸")
    try expect("a:\n  b: 1‸ 2", "<enter>", "a:\n  b: 1\n  ‸2")
  }

  @Test func `within the indentation the line moves down as it is`() throws {
    try expect("a:\n‸  b: 1", "<enter>", "a:\n\n‸  b: 1")
    try expect("a:\n  ‸b: 1", "<enter>", "a:\n\n  ‸b: 1")
  }

  @Test func `behind a key without a value the next line is deeper`() throws {
    try expect("services:‸", "<enter>", "services:\n  ‸")
    try expect("services: # all of them‸", "<enter>", "services: # all of them\n  ‸")
    try expect("a:\n    b:‸", "<enter>", "a:\n    b:\n        ‸")
    try expect("run: |‸", "<enter>", "run: |\n  ‸")
    try expect("run: >-‸", "<enter>", "run: >-\n  ‸")
  }

  @Test func `a list goes on`() throws {
    try expect("a:\n  - x‸", "<enter>", "a:\n  - x\n  - ‸")
    try expect("a:\n  - \"80:80\"‸", "<enter>", "a:\n  - \"80:80\"\n  - ‸")
  }

  @Test func `keys of an item stand below each other`() throws {
    try expect("a:\n  - type: bind‸", "<enter>", "a:\n  - type: bind\n    ‸")
    try expect("a:\n  - bind:‸", "<enter>", "a:\n  - bind:\n      ‸")
  }

  @Test func `an empty item ends the list`() throws {
    try expect("a:\n  b:\n    - x‸", "<enter><enter>", "a:\n  b:\n    - x\n  ‸")
  }

  @Test func `in a block of text only the indentation is kept`() throws {
    try expect("a: |\n  - x:‸", "<enter>", "a: |\n  - x:\n  ‸")
  }

  @Test func `a mapping is typed without a blank`() throws {
    try expect("web‸:", "<end><enter>image:<space>x", "web:\n  image: x‸")
  }
}
