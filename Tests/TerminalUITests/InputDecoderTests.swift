import Testing

@testable import TerminalUI

@Suite struct InputDecoderTests {
  private func decode(_ text: String) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.feed(text.utf8)
  }

  @Test(arguments: [
    ("j", "j"), ("J", "J"), ("é", "é"), ("日", "日"), ("\r", "enter"), ("\n", "enter"), ("\t", "tab"),
    ("\u{7F}", "backspace"), ("\u{08}", "backspace"), ("\u{04}", "ctrl-d"), ("\u{0}", "ctrl-space"),
    ("\u{1F}", "ctrl-_"), ("\u{1B}[A", "up"), ("\u{1B}OA", "up"), ("\u{1B}[1;5C", "ctrl-right"),
    ("\u{1B}[1;2D", "shift-left"), ("\u{1B}[1;3B", "alt-down"), ("\u{1B}[H", "home"), ("\u{1B}OF", "end"),
    ("\u{1B}[1~", "home"), ("\u{1B}[4~", "end"), ("\u{1B}[7~", "home"), ("\u{1B}[3~", "delete"),
    ("\u{1B}[3;5~", "ctrl-delete"), ("\u{1B}[5~", "pgup"), ("\u{1B}[6~", "pgdn"), ("\u{1B}[Z", "shift-tab"),
    ("\u{1B}OP", "f1"), ("\u{1B}[[A", "f1"), ("\u{1B}[15~", "f5"), ("\u{1B}[24;2~", "shift-f12"),
    ("\u{1B}[1;2R", "shift-f3"), ("\u{1B}x", "alt-x"), ("\u{1B}é", "alt-é"),
    ("\u{1B}\u{7F}", "alt-backspace"),
    ("\u{1B}\u{1B}[A", "alt-up"), ("\u{1B}OM", "enter"), ("\u{1B}Oq", "1"), ("\u{1B}Oa", "ctrl-up"),
    ("\u{1B}[a", "shift-up"), ("\u{1B}[97;5u", "ctrl-a"), ("\u{1B}[27;5;13~", "ctrl-enter"),
  ])
  func `bytes of one key`(bytes: String, name: String) throws {
    let press = try #require(KeyPress(name: name))
    #expect(decode(bytes) == [.key(press)])
  }

  @Test(arguments: [
    "\u{1B}[?62;22c", "\u{1B}[12;40R", "\u{1B}]10;rgb:0000/0000/0000\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}]52;c;aGk=\u{07}", "\u{1B}[99~", "\u{1B}[1;2;3x",
  ])
  func `replies and unknown sequences type nothing`(bytes: String) {
    #expect(decode(bytes) == [.reply])
  }

  @Test func `a broken sequence does not eat the next key`() {
    #expect(decode("\u{1B}[1;\u{1B}[Bq") == [.reply, .key(KeyPress(.down)), .key(KeyPress("q"))])
  }

  @Test func `focus comes and goes`() {
    #expect(decode("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func `bytes that are no UTF-8 become replacements`() {
    var decoder = InputDecoder()
    let bad = InputEvent.key(KeyPress("\u{FFFD}"))
    let second = decoder.feed([0xFF, 0x61, 0xC3, 0x28])
    #expect(second == [bad, .key(KeyPress("a")), bad, .key(KeyPress("("))])
  }

  @Test func `a lone escape byte waits for the clock`() {
    var decoder = InputDecoder()
    let third = decoder.feed([0x1B])
    #expect(third == [])
    #expect(decoder.isPending)
    let fourth = decoder.flush()
    #expect(fourth == [.key(KeyPress(.escape))])
    #expect(!decoder.isPending)
  }

  @Test func `an escape byte and a bracket may be a key too`() {
    var decoder = InputDecoder()
    let first = decoder.feed(Array("\u{1B}[".utf8))
    #expect(first == [])
    let second = decoder.flush()
    #expect(second == [.key(KeyPress("[", .alt))])
  }

  @Test func `a mouse report that comes late is not typed`() {
    var decoder = InputDecoder()
    let third = decoder.feed(Array("\u{1B}[<0;1".utf8))
    #expect(third == [])
    #expect(!decoder.isPending)
    let fourth = decoder.flush()
    #expect(fourth == [])
    let press = InputEvent.mouse(MouseEvent(.press, .left, at: Point(column: 11, row: 2)))
    let first = decoder.feed(Array("2;3M".utf8))
    #expect(first == [press])
  }
}
