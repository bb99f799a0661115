import EngineModel
import Testing

@testable import Dashboard

/// What an engine tells of a transfer adds up to how far it is.
@Suite struct ProgressMeterTests {
  private func meter(_ lines: [String]) -> ProgressMeter {
    var meter = ProgressMeter()
    for line in lines { meter.take(ProgressMessage(line: Array(line.utf8))) }
    return meter
  }

  private func step(_ id: String, _ status: String, _ current: Int? = nil, _ total: Int? = nil) -> String {
    let detail = current.map { "{\"current\":\($0),\"total\":\(total ?? -1)}" } ?? "{}"
    return #"{"status":"\#(status)","progressDetail":\#(detail),"id":"\#(id)"}"#
  }

  @Test func theWholeIsKnownWhenEveryLayerIs() {
    var lines = [
      #"{"status":"Pulling from library/app","id":"1"}"#, step("a", "Pulling fs layer"),
      step("b", "Pulling fs layer"), step("c", "Already exists"), step("a", "Downloading", 50, 100),
    ]
    #expect(meter(lines).progress.done == 50 && meter(lines).progress.total == nil)
    #expect(meter(lines).progress.short == "1 of 3")
    lines.append(step("b", "Downloading", 100, 300))
    #expect(meter(lines).progress.total == 400 && meter(lines).progress.short == "38%")
  }

  @Test func unpackingIsNotCountedAgain() {
    let progress = meter([
      step("a", "Downloading", 100, 100), step("a", "Download complete"), step("a", "Extracting", 10, 100),
    ]).progress
    #expect(progress.done == 100 && progress.total == 100)
    #expect(progress.parts.first?.done == 10 && progress.parts.first?.phase == .busy)
  }

  @Test func secondsOfUnpackingAreNoBytes() {
    let line = #"{"status":"Extracting","progressDetail":{"current":7,"units":"s"},"id":"a"}"#
    #expect(meter([line]).progress.parts.first?.done == nil)
  }

  @Test func aPushIsAddedUpToo() {
    let progress = meter([
      step("a", "Preparing"), step("b", "Layer already exists"), step("a", "Pushing", 512, 2_048),
    ]).progress
    #expect(progress.done == 512 && progress.total == 2_048 && progress.counts == (1, 2))
  }

  @Test func whatItHasComeToIsKept() {
    let lines = [
      #"{"status":"Digest: sha256:ab"}"#, #"{"status":"Status: Image is up to date for app:1"}"#,
    ]
    #expect(meter(lines).progress.result == "Image is up to date for app:1")
    #expect(meter([#"{"stream":"Loaded image: app:1\n"}"#]).progress.result == "Loaded image: app:1")
  }

  @Test func itIsBoundedWhateverComes() {
    let long = String(repeating: "x", count: 10_000)
    let progress = meter((0..<5_000).map { step("\($0)\(long)", long) }).progress
    #expect(progress.parts.count == TransferProgress.maximumParts)
    #expect(progress.furtherParts > 1_000 && progress.parts.allSatisfy { $0.status.count <= 200 })
  }

  @Test func hostileNumbersAreBorne() {
    let lines = [
      #"{"status":"Downloading","id":"a","progressDetail":{"current":18446744073709551615,"total":3}}"#,
      #"{"status":"Downloading","id":"b","progressDetail":{"current":9223372036854775807,"total":9223372036854775807}}"#,
      #"{"status":"Downloading","id":"c","progressDetail":{"current":9223372036854775807,"total":-5}}"#,
      #"{"status":7,"id":[],"progressDetail":"x"}"#,
    ]
    #expect(meter(lines).progress.parts.count == 3)
  }
}
