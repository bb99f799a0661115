import EngineModel
import Testing

@testable import Dashboard

/// The newest lines, within two limits, by numbers that do not change.
@Suite struct LogBufferTests {
  private func line(_ text: String, _ second: Int64?, _ container: ContainerID = "a") -> LogLine {
    LogLine(container: container, time: second.map { Timestamp(seconds: $0) }, isError: false, text: text)
  }

  private func texts(_ buffer: LogBuffer) -> [String] {
    (buffer.firstNumber..<buffer.endNumber).map { buffer[$0].text }
  }

  @Test func theOldestGoFirst() {
    var buffer = LogBuffer(maximumLines: 3)
    _ = buffer.append((1...5).map { line("\($0)", Int64($0)) })
    #expect(texts(buffer) == ["3", "4", "5"] && buffer.dropped == 2)
  }

  @Test func numbersStayWithTheirLines() {
    var buffer = LogBuffer(maximumLines: 3)
    _ = buffer.append((0...4).map { line("\($0)", Int64($0)) })
    #expect(buffer[3].text == "3")
  }

  @Test func bytesAreLimitedToo() {
    var buffer = LogBuffer(maximumLines: 1_000, maximumBytes: 500)
    for number in 1...20 { _ = buffer.append([line(String(repeating: "x", count: 36), Int64(number))]) }
    #expect(buffer.count == 5 && buffer.bytes == 500)
  }

  @Test func aLineAboveTheLimitIsStillShown() {
    var buffer = LogBuffer(maximumLines: 1_000, maximumBytes: 100)
    _ = buffer.append([line(String(repeating: "x", count: 1_000), 1)])
    #expect(buffer.count == 1)
  }

  @Test func linesOfSeveralContainersAreInTheOrderOfTheirTimes() {
    var buffer = LogBuffer()
    _ = buffer.append([line("a1", 1), line("a3", 3), line("a5", 5)])
    _ = buffer.append([line("b2", 2, "b"), line("b4", 4, "b"), line("b6", 6, "b")])
    #expect(texts(buffer) == ["a1", "b2", "a3", "b4", "a5", "b6"])
  }

  @Test func theFirstChangedNumberIsTold() {
    var buffer = LogBuffer()
    _ = buffer.append([line("a1", 1), line("a3", 3), line("a5", 5)])
    #expect(buffer.append([line("b4", 4, "b")]) == 2)
  }

  @Test func linesAtTheSameTimeKeepTheOrderOfArrival() {
    var buffer = LogBuffer()
    _ = buffer.append([line("first", 1), line("last", 2)])
    _ = buffer.append([line("second", 1, "b")])
    #expect(texts(buffer) == ["first", "second", "last"])
  }

  @Test func linesWithoutATimeStayWhereTheyCame() {
    var buffer = LogBuffer()
    _ = buffer.append([line("a", 5)])
    _ = buffer.append([line("b", nil)])
    _ = buffer.append([line("c", 1)])
    #expect(texts(buffer) == ["a", "b", "c"])
  }

  @Test func numbersGoOnAfterClearing() {
    var buffer = LogBuffer()
    _ = buffer.append([line("a", 1), line("b", 2)])
    buffer.clear()
    _ = buffer.append([line("c", 3)])
    #expect(buffer.firstNumber == 2 && texts(buffer) == ["c"])
  }

  @Test func aHundredThousandLinesAreCheap() {
    var buffer = LogBuffer(maximumLines: 5_000)
    for batch in 0..<200 {
      _ = buffer.append((0..<500).map { line("\(batch * 500 + $0)", Int64(batch * 500 + $0)) })
    }
    #expect(buffer.count == 5_000 && buffer[buffer.endNumber - 1].text == "99999")
  }
}
