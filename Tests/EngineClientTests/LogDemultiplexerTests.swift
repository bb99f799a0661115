import EngineClient
import Testing

@Suite struct LogDemultiplexerTests {
  private func frame(_ source: UInt8, _ text: String) -> [UInt8] {
    let count = UInt32(text.utf8.count)
    return [
      source, 0, 0, 0, UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255),
      UInt8(count & 255),
    ]
      + Array(text.utf8)
  }

  private func joined(_ chunks: [LogChunk]) -> [LogChunk] {
    chunks.reduce(into: []) { result, chunk in
      if result.last?.source == chunk.source {
        result[result.count - 1].bytes += chunk.bytes
      } else {
        result.append(chunk)
      }
    }
  }

  @Test(arguments: 1...40)
  func cutsMakeNoDifference(size: Int) {
    let stream =
      frame(1, "one\n") + frame(1, "") + frame(2, "two\n") + frame(3, "daemon\n") + frame(0, "日本\n")
    var demultiplexer = LogDemultiplexer(raw: false)
    var chunks: [LogChunk] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      chunks += demultiplexer.feed(Array(stream[start..<min(start + size, stream.count)]))
    }
    #expect(
      joined(chunks) == [
        LogChunk(source: .stdout, bytes: Array("one\n".utf8)),
        LogChunk(source: .stderr, bytes: Array("two\ndaemon\n".utf8)),
        LogChunk(source: .stdout, bytes: Array("日本\n".utf8)),
      ])
  }

  @Test func neighboursAreOneChunk() {
    var demultiplexer = LogDemultiplexer(raw: false)
    let lines = (0..<1000).flatMap { frame(1, "line \($0)\n") }
    #expect(demultiplexer.feed(lines).count == 1)
  }

  @Test func aHugeLengthIsPassedOnPieceByPiece() {
    var demultiplexer = LogDemultiplexer(raw: false)
    let chunks = demultiplexer.feed([1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF] + Array("hello".utf8))
    #expect(chunks == [LogChunk(source: .stdout, bytes: Array("hello".utf8))])
    #expect(demultiplexer.feed(Array("more".utf8)) == [LogChunk(source: .stdout, bytes: Array("more".utf8))])
  }

  @Test(arguments: 1...12)
  func whatIsNoHeaderIsShownAsItIs(size: Int) {
    var demultiplexer = LogDemultiplexer(raw: false)
    let stream = frame(1, "a\n") + Array("not framed at all\n".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      text += demultiplexer.feed(Array(stream[start..<min(start + size, stream.count)])).flatMap(\.bytes)
    }
    #expect(String(decoding: text, as: UTF8.self) == "a\nnot framed at all\n")
  }
}
