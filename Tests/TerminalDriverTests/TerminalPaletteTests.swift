import TerminalUI
import Testing

@testable import TerminalDriver

@Suite struct TerminalPaletteTests {
  @Test(arguments: [
    (Colour.terminalDefault, Int32(-1)), (.ansi(3), 3), (.ansi(9), 0xFF0000), (.indexed(5), 5),
    (.indexed(196), 0xFF0000), (.rgb(red: 1, green: 2, blue: 3), 0x010203),
    (.rgb(red: 0, green: 0, blue: 3), 8),
  ])
  func `24-bit numbers never mean a palette entry by accident`(colour: Colour, number: Int32) {
    #expect(TerminalPalette(depth: .direct, colours: 1 << 24).number(of: colour).number == number)
  }

  @Test func `in 256 colours everything is an index`() {
    let palette = TerminalPalette(depth: .indexed256, colours: 256)
    #expect(palette.number(of: .rgb(red: 255, green: 0, blue: 0)).number == 196)
    #expect(palette.number(of: .ansi(12)).number == 12)
  }

  @Test func `with eight colours the bright ones are bold`() {
    let bright = TerminalPalette(depth: .ansi16, colours: 8).number(of: .ansi(9))
    #expect(bright.number == 1)
    #expect(bright.isBold)
    #expect(!TerminalPalette(depth: .ansi16, colours: 16).number(of: .ansi(9)).isBold)
  }

  @Test func `without colours there is only the default`() {
    #expect(TerminalPalette(depth: .none, colours: 0).number(of: .ansi(9)).number == -1)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("hällo", "aMOkbGxv"),
  ])
  func `base64 as RFC 4648 has it`(text: String, encoded: String) {
    #expect(ClipboardSequence.base64(Array(text.utf8)) == encoded)
  }

  @Test func `inside of tmux the clipboard is asked for twice`() {
    let plain = "\u{1B}]52;c;aGk=\u{07}"
    #expect(ClipboardSequence.text(copying: "hi", insideTmux: false) == plain)
    #expect(
      ClipboardSequence.text(copying: "hi", insideTmux: true)
        == plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{07}\u{1B}\\")
  }

  @Test func `what no terminal takes is not sent`() {
    let text = String(repeating: "x", count: 60_000)
    #expect(ClipboardSequence.text(copying: text, insideTmux: false) == nil)
  }
}
