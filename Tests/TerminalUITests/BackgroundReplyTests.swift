import TerminalUI
import Testing

/// The terminal's answer to the question for its background.
@Suite struct BackgroundReplyTests {
  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", true),
    ("\u{1B}]11;rgb:1a1a/1b1b/2626\u{07}", false),
    ("\u{1B}]11;rgba:fd/f6/e3/ff\u{07}", true),
  ])
  func theColourIsLightOrDark(answer: String, isLight: Bool) {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array(answer.utf8)) == [.background(isLight: isLight)])
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:zz/00/00\u{07}", "\u{1B}]11;#ffffff\u{07}", "\u{1B}]10;rgb:ff/ff/ff\u{07}",
  ])
  func anotherAnswerMeansNothing(answer: String) {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array(answer.utf8)) == [.reply])
  }
}
