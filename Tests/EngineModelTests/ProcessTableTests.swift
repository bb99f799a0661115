import EngineModel
import Testing

/// The table of `ps`, in whatever form it comes.
@Suite struct ProcessTableTests {
  private func table(_ titles: [String], _ rows: [[String]]) -> ProcessTable? {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return ProcessTable(
      .object([
        .init(key: "Titles", value: list(titles)), .init(key: "Processes", value: .array(rows.map(list))),
      ]))
  }

  @Test func columnsStayAsTheyAre() {
    let rows = [["root", "1", "sh -c x"]]
    #expect(table(["UID", "PID", "CMD"], rows) == ProcessTable(titles: ["UID", "PID", "CMD"], rows: rows))
  }

  @Test func aSingleColumnIsSplit() {
    #expect(
      table(["PID   USER     COMMAND"], [["1     root     nginx: master  process"], ["   29  101  nginx"]])
        == ProcessTable(
          titles: ["PID", "USER", "COMMAND"],
          rows: [["1", "root", "nginx: master  process"], ["29", "101", "nginx"]]))
  }

  @Test func aLineThatIsTooShortHasEmptyCells() {
    #expect(table(["PID USER COMMAND"], [["1"], []])?.rows == [["1", "", ""], ["", "", ""]])
  }

  @Test func oneTitleAloneIsNotSplit() {
    #expect(table(["COMMAND"], [["sleep 5"]])?.rows == [["sleep 5"]])
  }
}
