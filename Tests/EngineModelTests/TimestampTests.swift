import Testing

@testable import EngineModel

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", Int64(0)),
    ("2026-11-24T23:05:07.025791981Z", 1_795_561_507_025_791_981),
    ("2026-11-25T00:05:07.025791981+01:00", 1_795_561_507_025_791_981),
    ("2026-11-24T18:05:07-05:00", 1_795_561_507_000_000_000),
    ("2024-02-29T12:00:00.5Z", 1_709_208_000_500_000_000),
    ("1969-12-31T23:59:59.999999999Z", -1),
    ("2026-11-24T23:05:07.0257919811234Z", 1_795_561_507_025_791_981),
  ])
  func readsRFC3339(text: String, nanoseconds: Int64) {
    #expect(Timestamp(text) == Timestamp(nanoseconds: nanoseconds))
  }

  @Test(arguments: [
    "", "0001-01-01T00:00:00Z", "2026-11-24", "2026-11-24T23:05:07", "2026-13-24T23:05:07Z", "garbage",
    "2026-11-24T23:05:07.Z", "2026-11-24T23:05:07Zx", "9999-11-24T23:05:07Z",
  ])
  func refusesEverythingElse(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test(arguments: [
    Int64.min, -86_400_000_000_001, -1, 0, 951_782_400_000_000_000, 1_795_561_507_025_791_981, .max,
  ])
  func writesWhatItReads(nanoseconds: Int64) {
    let moment = Timestamp(nanoseconds: nanoseconds)
    #expect(Timestamp(moment.rfc3339) == moment)
  }

  @Test func showsTheLocalClock() {
    let moment = Timestamp(nanoseconds: 1_795_561_507_025_791_981)
    #expect(moment.timeText(zoneSeconds: 0) == "23:05:07")
    #expect(moment.dateTimeText(zoneSeconds: 3600) == "2026-11-25 00:05:07")
    #expect(moment.dateTimeText(zoneSeconds: -5 * 3600 - 1800) == "2026-11-24 17:35:07")
  }
}
