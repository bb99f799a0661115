import Testing

@testable import Dashboard

/// Numbers as people read them.
@Suite struct QuantityTests {
  @Test(arguments: [
    (0.0, "0B"), (812, "812B"), (1_023, "1023B"), (1_024, "1.0K"), (12_700_000, "12.1M"),
    (1_073_741_824, "1.0G"),
    (104_857_600, "100M"), (-5, "0B"), (.infinity, "?P"),
  ])
  func bytes(value: Double, text: String) { #expect(Quantity.bytes(value) == text) }

  @Test(arguments: [(0.0, "0.0%"), (0.34, "0.3%"), (9.94, "9.9%"), (9.96, "10%"), (312.4, "312%")])
  func percent(value: Double, text: String) { #expect(Quantity.percent(value) == text) }

  @Test(arguments: [(0, "0"), (999, "999"), (1_204, "1,204"), (1_234_567, "1,234,567"), (-1_204, "-1,204")])
  func count(value: Int, text: String) { #expect(Quantity.count(value) == text) }

  @Test(arguments: [
    ("Up 2 hours (healthy)", "2h"), ("Up About an hour", "1h"), ("Up Less than a second", "1s"),
    ("Exited (137) 3 minutes ago", "3m"), ("Up 5 months", "5mo"), ("Created", ""), ("", ""),
    ("Up 4 weeks", "4w"),
  ])
  func shortStatus(status: String, text: String) { #expect(Quantity.shortStatus(status) == text) }

  @Test(arguments: [(5.0, "5s"), (125, "2m"), (7_300, "2h"), (200_000, "2d"), (1e8, "3y"), (-4, "0s")])
  func age(seconds: Double, text: String) { #expect(Quantity.age(seconds: seconds) == text) }
}
