import Testing

@testable import Dashboard

/// What Compose prints becomes one row for each thing that it works on.
@Suite struct JobProgressTests {
  private func rows(_ lines: String...) -> [JobProgress.Row] { JobProgress(lines.map { JobLine($0) }).rows }

  @Test func theLastWordAboutAThingCounts() {
    let rows = rows(" Container shop-db-1  Creating", " Container shop-db-1  Created")
    #expect(rows == [.init(text: "Container shop-db-1", status: "Created", phase: .done)])
  }

  @Test func whatGoesOnIsBusy() {
    #expect(rows(" Network shop_default  Creating")[0].phase == .busy)
  }

  @Test func runningIsNothingThatGoesOn() {
    #expect(rows(" Container shop-db-1  Running")[0].phase == .done)
  }

  @Test func aQuotedNameIsTheSameName() {
    #expect(rows(" Volume \"shop_data\"  Creating", " Volume shop_data  Created").count == 1)
  }

  @Test func anErrorIsAFailure() {
    #expect(rows(" Container shop-db-1  Error")[0].phase == .failed)
  }

  @Test func theFirstComposeIsUnderstoodToo() {
    let rows = rows("Creating shop_db_1 ... ", "Creating shop_api_1 ... ", "Creating shop_db_1 ... done")
    #expect(rows.map(\.phase) == [.done, .busy])
  }

  @Test func otherLinesStayAsTheyAre() {
    let line = "Error response from daemon: driver failed programming external connectivity"
    #expect(rows(line) == [.init(text: line, status: "", phase: .plain)])
  }

  @Test func emptyLinesAreLeftOut() { #expect(rows("", "  ").isEmpty) }

  @Test func whatIsDoneIsCounted() {
    let progress = JobProgress(
      [" Container a  Started", " Container b  Starting", "a warning"].map { JobLine($0) })
    #expect(progress.counts == (1, 2))
  }
}
