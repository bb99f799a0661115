import EngineModel
import Testing

@testable import Dashboard

/// Lines out of the pieces in which a log arrives.
@Suite struct LogAssemblerTests {
  private static let time = "2026-11-24T12:00:00.123456789Z "

  /// The lines of a text that arrives in pieces of a size; what is left at the end is a line too.
  private func lines(_ text: String, pieces: Int = .max) -> [LogLine] {
    lines(Array(text.utf8), pieces: pieces)
  }

  private func lines(_ bytes: [UInt8], pieces: Int = .max) -> [LogLine] {
    var assembler = LogAssembler(container: "c", isError: false)
    var lines: [LogLine] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      assembler.feed(Array(rest.prefix(pieces)), into: &lines)
      rest = rest.dropFirst(min(pieces, rest.count))
    }
    if let last = assembler.flush() { lines.append(last) }
    return lines
  }

  @Test func theTimeIsTakenOffTheText() {
    let line = lines("\(Self.time)hello\n").first
    #expect(line?.text == "hello")
    #expect(line?.time == Timestamp(nanoseconds: Fixture.now.nanoseconds + 123_456_789))
  }

  @Test(arguments: 1...40)
  func linesAreTheSameWhereverTheyAreSplit(size: Int) {
    let text = "\(Self.time)größe 日本 🎉\r\n\(Self.time)\n\(Self.time)10%\r20%\n\(Self.time)end"
    #expect(lines(text, pieces: size).map(\.text) == ["größe 日本 🎉", "", "20%", "end"])
  }

  @Test func aLineWithoutATimeIsALine() {
    #expect(lines("hello\n") == [LogLine(container: "c", time: nil, isError: false, text: "hello")])
  }

  @Test(arguments: [
    "2026-11-24 is no time\n", "2026-11-24T12:00:00 no zone\n", "9999-99-99T99:99:99Z far away\n", "T\n",
    "0000-00-00T00:00:00.Z nothing\n", "2026-11-24T12:00:00.12345678901234567890123Z long\n",
  ])
  func whatLooksLikeATimeDoesNoHarm(text: String) {
    #expect(lines(text).count == 1)
  }

  @Test func aProgressBarIsTheLineThatItLastShowed() {
    #expect(lines("\(Self.time)[=   ] 25%\r[==  ] 50%\r[====] 100%\n").map(\.text) == ["[====] 100%"])
  }

  @Test(arguments: ["hello\r\n", "hello\r\r\n"])
  func carriageReturnsAtTheEndAreNoText(text: String) {
    #expect(lines(text).map(\.text) == ["hello"])
  }

  @Test func invalidBytesAreReplaced() {
    #expect(lines([0x61, 0xFF, 0xFE, 0x62, 0x0A]).map(\.text) == ["a\u{FFFD}\u{FFFD}b"])
  }

  @Test func emptyLinesStay() { #expect(lines("\n\n\n").map(\.text) == ["", "", ""]) }

  @Test(arguments: [Int.max, 8_192, 1_000])
  func aLineOfAMebibyteIsKeptWhole(pieces: Int) {
    let text = String(repeating: "x", count: LogAssembler.maximumLine)
    #expect(lines(text + "\n", pieces: pieces).map(\.text.utf8.count) == [LogAssembler.maximumLine])
  }

  @Test(arguments: [Int.max, 65_536])
  func aLongerLineSaysWhatIsMissing(pieces: Int) {
    let text = String(repeating: "x", count: LogAssembler.maximumLine + 500)
    let line = lines(text + "\nnext\n", pieces: pieces)
    #expect(line.first?.text.hasSuffix("x … 500 more bytes not shown") == true)
    #expect(line.last?.text == "next")
  }

  @Test func timesInTheMiddleOfALongLineAreTakenOut() {
    let piece = String(repeating: "a", count: 16_384)
    let rest = String(repeating: "b", count: 100)
    let line = lines("\(Self.time)\(piece)\(Self.time)\(piece)\(Self.time)\(rest)\n").first
    #expect(line?.text == piece + piece + rest)
  }

  @Test func aLongLineWithoutCutsStays() {
    let text = String(repeating: "a", count: 40_000)
    #expect(lines("\(Self.time)\(text)\n").first?.text == text)
  }

  @Test func theOutputIsKnown() {
    var assembler = LogAssembler(container: "c", isError: true)
    var lines: [LogLine] = []
    assembler.feed(Array("oops\n".utf8), into: &lines)
    #expect(lines.map(\.isError) == [true])
  }

  @Test func anUnfinishedLineIsFlushedOnce() {
    var assembler = LogAssembler(container: "c", isError: false)
    var lines: [LogLine] = []
    assembler.feed(Array("half".utf8), into: &lines)
    #expect(assembler.flush()?.text == "half")
    #expect(assembler.flush() == nil)
  }
}
