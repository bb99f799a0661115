import Testing

@testable import TerminalUI

@Suite struct KeyNameTests {
  @Test(arguments: [
    "j", "J", "ctrl-d", "enter", "esc", "tab", "shift-tab", "space", "pgup", "pgdn", "f5", "f12", "alt-x",
    "+",
    "<", ">", "-", "ctrl--", "ctrl-space", "ctrl-alt-x", "shift-up", "ctrl-right", "backspace", "delete", "é",
    "/",
    "alt-J", "ctrl-shift-left", "insert", "home", "end",
  ])
  func `a name is read and printed alike`(name: String) {
    #expect(KeyPress(name: name)?.name == name)
  }

  @Test(arguments: [
    ("<enter>", KeyPress(.enter)), ("<c-d>", .control("d")), ("Ctrl-D", .control("d")),
    ("C-d", .control("d")),
    ("escape", KeyPress(.escape)), ("<esc>", KeyPress(.escape)), ("return", KeyPress(.enter)),
    ("PageUp", KeyPress(.pageUp)), ("<s-tab>", KeyPress(.backtab)), ("shift-j", KeyPress("J")),
    ("<lt>", KeyPress("<")), ("m-x", KeyPress("x", .alt)), ("del", KeyPress(.delete)),
  ])
  func `short forms mean the same`(name: String, press: KeyPress) {
    #expect(KeyPress(name: name) == press)
  }

  @Test(arguments: ["", "ctl-d", "f0", "f99", "jj", "ctrl-", "<>"])
  func `other names are refused`(name: String) {
    #expect(KeyPress(name: name) == nil)
  }

  @Test func `a sequence is names with blanks between`() throws {
    let sequence = try KeySequence("g  ctrl-x enter")
    #expect(sequence.keys == [KeyPress("g"), .control("x"), KeyPress(.enter)])
    #expect(sequence.description == "g ctrl-x enter")
  }

  @Test func `a bad name is named in the error`() {
    #expect(throws: KeyNameError(text: "gg")) { try KeySequence("gg") }
    #expect(throws: KeyNameError(text: "<ctl-d>")) { try KeySequence.script("j <ctl-d>") }
  }

  @Test func `a script is characters, and names in brackets`() throws {
    let keys = try KeySequence.script("2 jj /we<space>b<enter> < <lt> a<b")
    #expect(
      keys.map(\.name) == [
        "2", "j", "j", "/", "w", "e", "space", "b", "enter", "<", "<", "a", "<", "b",
      ])
  }
}
