import Glibc

/// What was measured, beside what should be reached.
struct ResultTable {
  struct Row {
    var name: String
    var value: String
    var goal: String
    var isReached: Bool
  }

  private var rows: [Row] = []

  mutating func add(_ more: [Row]) { rows += more }

  /// The table as Markdown.
  var markdown: String {
    var lines = ["| measured | davit | goal | |", "|---|---|---|---|"]
    for row in rows {
      lines.append("| \(row.name) | \(row.value) | \(row.goal) | \(row.isReached ? "reached" : "missed") |")
    }
    return lines.joined(separator: "\n")
  }
}

extension ResultTable.Row {
  /// A row whose goal is an upper bound.
  init(_ name: String, _ value: Double, atMost goal: Double, unit: String, digits: Int = 1) {
    self.init(
      name: name, value: value.text(digits) + unit, goal: "≤ " + goal.text(digits) + unit,
      isReached: value <= goal)
  }
}

extension Double {
  /// The number with a fixed count of digits behind the point.
  func text(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { result, _ in result * 10 }
    let whole = Int((self * scale).rounded())
    guard digits > 0 else { return "\(whole)" }
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

extension Collection<Double> {
  /// The value below which a part of all lies, 0.5 for the median; 0 where there is none.
  func quantile(_ part: Double) -> Double {
    let sorted = sorted()
    return sorted.isEmpty ? 0 : sorted[Swift.min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }
}

/// Tells on standard error what goes on.
func progress(_ text: String) {
  let line = Array("bench: \(text)\n".utf8)
  _ = line.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
}
