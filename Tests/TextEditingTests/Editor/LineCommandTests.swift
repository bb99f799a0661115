import Testing
import TextEditing

@Suite struct LineCommandTests {
  @Test func `tab indents a line by the file's step`() throws {
    try expect("a:\n  b‸:", "<tab>", "a:\n    b‸:")
    try expect("a:\n    b:\n        c‸:", "<tab>", "a:\n    b:\n            c‸:")
    try expect("‸", "<tab>", "  ‸")
    try expect("a:\n  b:\n     c‸:\n  d:\n    e:", "<tab>", "a:\n  b:\n      c‸:\n  d:\n    e:")
  }

  @Test func `shift tab goes back a step`() throws {
    try expect("a:\n  b:\n    ‸c:", "<s-tab>", "a:\n  b:\n  ‸c:")
    try expect("‸b:", "<s-tab>", "‸b:")
    try expect("a:\n  b:\n     c‸:\n  d:\n    e:", "<s-tab>", "a:\n  b:\n    c‸:\n  d:\n    e:")
  }

  @Test func `all selected lines are indented, blank ones are not`() throws {
    try expect("‹a:\n\nb:‸", "<tab>", "  ‹a:\n\n  b:‸")
    try expect("‹a:\n‸b:", "<tab>", "  ‹a:\n‸b:")
  }

  @Test func `a line is cut and put in elsewhere`() throws {
    try expect("one\nt‸wo\nthree", "<c-k>", "one\n‸three")
    try expect("one\nt‸wo\nthree", "<c-k><down><c-v>", "one\ntwo\nthree‸")
    try expect("o‸ne\ntwo\n", "<c-c><down><c-v>", "one\none\nt‸wo\n")
    try expect("one\ntw‸o", "<c-k>", "one\n‸")
    try expect("on‸e", "<c-k><c-k>", "‸")
  }

  @Test func `a selection is cut and put in elsewhere`() throws {
    try expect("‹one‸ two", "<c-x><end><c-v>", " twoone‸")
    try expect("‹one‸ two", "<c-c><end><c-v>", "one twoone‸")
    try expect("‹one\nt‸wo", "<c-x><end><c-v>", "woone\nt‸")
  }

  @Test func `lines move over their neighbours`() throws {
    try expect("one\nt‸wo\nthree", "<a-up>", "t‸wo\none\nthree")
    try expect("one\nt‸wo\nthree", "<a-down>", "one\nthree\nt‸wo")
    try expect("t‸wo", "<a-up><a-down>", "t‸wo")
  }

  @Test func `lines become comments and come back`() throws {
    try expect("a:\n  b: ‸1", "<c-/>", "a:\n  # b: ‸1")
    try expect("a:\n  # b: ‸1", "<c-/>", "a:\n  b: ‸1")
    try expect("‹a:\n  b: 1‸", "<a-;>", "# ‹a:\n#   b: 1‸")
    try expect("#a‸", "<c-/>", "a‸")
  }
}
