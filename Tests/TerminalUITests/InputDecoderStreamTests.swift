import TestSupport
import Testing

@testable import TerminalUI

@Suite struct InputDecoderStreamTests {
  private static let pieces = [
    "a", "é", "日", "👍", "\u{1B}[A", "\u{1B}OB", "\u{1B}[1;5C", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}x", "\u{1B}é",
    "\u{1B}[<0;120;40M", "\u{1B}[<35;1;1m", "\u{1B}[M !!", "\u{1B}[200~two\r\nlines\u{1B}[20\u{1B}[201~",
    "\r",
    "\u{1B}]11;rgb:1/2/3\u{07}", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}\u{1B}[D", "\u{1B}\u{1B}q",
    "\u{1B}[1\u{1B}[B",
    "\u{4}", "\u{1B}[[C", "\u{1B}[97;5u", "\u{9B}",
  ]

  @Test func `cutting the stream anywhere changes nothing`() {
    for seed in 0..<300 {
      var dice = Dice(seed: UInt64(seed))
      var bytes = (0..<8).flatMap { _ in Array((Self.pieces.randomElement(using: &dice) ?? "").utf8) }
      if Bool.random(using: &dice) {
        bytes.insert(UInt8.random(in: 0x80...0xFF, using: &dice), at: bytes.count / 2)
      }
      var whole = InputDecoder()
      let expected = whole.feed(bytes)
      var cut = InputDecoder()
      let single = bytes.flatMap { cut.feed([$0]) }
      #expect(single == expected, "\(bytes)")
    }
  }

  @Test func `a paste is data, whatever it holds`() {
    var decoder = InputDecoder()
    let events = decoder.feed(Array("\u{1B}[200~q\r\nd\rdocker \u{1B}[A\u{1B}[201~j".utf8))
    #expect(events == [.paste("q\nd\ndocker \u{1B}[A"), .key(KeyPress("j"))])
  }

  @Test func `a paste without end is kept to a mebibyte and still ends`() {
    var decoder = InputDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8))
    for _ in 0..<40 { _ = decoder.feed([UInt8](repeating: 0x61, count: 65_536)) }
    let events = decoder.feed(Array("\u{1B}[201~".utf8))
    #expect(events == [.paste(String(repeating: "a", count: 1 << 20))])
  }

  @Test(arguments: [
    ("\u{1B}[<0;10;5M", MouseEvent(.press, .left, at: Point(column: 9, row: 4))),
    ("\u{1B}[<2;10;5m", MouseEvent(.release, .right, at: Point(column: 9, row: 4))),
    ("\u{1B}[<32;250;5M", MouseEvent(.drag, .left, at: Point(column: 249, row: 4))),
    ("\u{1B}[<35;1;1M", MouseEvent(.move, at: Point(column: 0, row: 0))),
    ("\u{1B}[<64;3;4M", MouseEvent(.wheelUp, at: Point(column: 2, row: 3))),
    ("\u{1B}[<81;3;4M", MouseEvent(.wheelDown, at: Point(column: 2, row: 3), modifiers: .control)),
    ("\u{1B}[M *%", MouseEvent(.press, .left, at: Point(column: 9, row: 4))),
    ("\u{1B}[M#*%", MouseEvent(.release, .none, at: Point(column: 9, row: 4))),
    ("\u{1B}[32;10;5M", MouseEvent(.press, .left, at: Point(column: 9, row: 4))),
  ])
  func `reports of the mouse`(bytes: String, event: MouseEvent) {
    var decoder = InputDecoder()
    let second = decoder.feed(bytes.utf8)
    #expect(second == [.mouse(event)])
  }
}
