import EngineModel
import TerminalUI
import Testing

@testable import Dashboard

/// A definition of megabytes is shown from its top at once, and no key waits for the rest.
@Suite struct LongDocumentTests {
  /// Labels of about so many bytes in all.
  private func document(_ bytes: Int) -> JSONValue {
    let value = String(repeating: "word ", count: 200)
    let labels = (0..<bytes / 1_000).map { JSONValue.Member(key: "label.\($0)", value: .string(value)) }
    return .object([
      .init(key: "Name", value: .string("backup")), .init(key: "Labels", value: .object(labels)),
      .init(key: "Mountpoint", value: .string("/last")),
    ])
  }

  private func stage(_ document: JSONValue) -> Stage {
    var stage = Stage()
    stage.select("backup", in: .volumes)
    stage.hear(.document(.volume(VolumeName("backup")), .success(.other(document))))
    return stage
  }

  /// Gives the state its turns until it needs no more; how many there were.
  private func finish(_ stage: inout Stage) -> Int {
    var turns = 0
    while stage.state.isUnsettled, turns < 1_000 {
      stage.take(.delayed(.continueRows))
      turns += 1
    }
    return turns
  }

  @Test func itsTopIsThereAtOnceAndTheRestComes() {
    var stage = stage(document(1_000_000))
    #expect(stage.showing("label.0:") && stage.state.isUnsettled)
    #expect(finish(&stage) > 5)
    stage.press("<enter> G")
    #expect(stage.showing("Mountpoint: /last"))
  }

  @Test func aShortOneTakesNoFurtherTurn() { #expect(!stage(document(10_000)).state.isUnsettled) }

  @Test func theRowsStayWhileNewerOnesAreMade() {
    var stage = stage(document(1_000_000))
    _ = finish(&stage)
    stage.press("<enter> G")
    stage.hear(.document(.volume(VolumeName("backup")), .success(.other(document(1_000_000)))))
    #expect(stage.state.isUnsettled && stage.showing("Mountpoint: /last"))
    _ = finish(&stage)
    #expect(stage.showing("Mountpoint: /last"))
  }

  @Test func anotherWidthMakesThemAnew() {
    var stage = stage(document(1_000_000))
    _ = finish(&stage)
    stage.resize(160, 48)
    #expect(stage.state.isUnsettled && stage.showing("label.0:"))
  }

  @Test func whatIsHiddenAgainIsHiddenAtOnce() {
    var labels = document(1_000_000).members
    labels.insert(.init(key: "api_token", value: .string("hunter22hunter22")), at: 0)
    var stage = stage(.object(labels))
    _ = finish(&stage)
    stage.press("<enter> v")
    #expect(stage.showing("hunter22"))
    stage.press("v")
    #expect(!stage.showing("hunter22"))
  }

  @Test func aTextOfMegabytesIsCutAndSaysSo() {
    let value = String(repeating: "x", count: 3 << 20)
    let rows = JSONText.rows(
      .object([.init(key: "a", value: .string(value))]), secrets: Secrets(Stage().state.shared))
    #expect(rows[0].plain.hasSuffix("x … 2.9M more of it are not shown"))
  }

  @Test func itReadsAsYAML() {
    let value = JSONValue.object([
      .init(key: "Empty", value: .object([])),
      .init(
        key: "List",
        value: .array([
          .object([
            .init(key: "None", value: .null), .init(key: "A", value: .string("1")),
            .init(key: "B", value: .bool(true)),
          ]),
          .string("plain"),
        ])),
      .init(key: "Inner", value: .object([.init(key: "C", value: .number("3"))])),
    ])
    let rows = JSONText.rows(value, secrets: Secrets(Stage().state.shared)).map(\.plain)
    #expect(rows == ["List:", "- A: 1", "  B: true", "- plain", "Inner:", "  C: 3"])
  }
}
