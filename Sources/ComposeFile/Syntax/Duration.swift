/// Spans of time as Compose writes them: `1h30m`, `1.5s`, `100ms`.
public enum ComposeDuration {
  private static let units: [(name: String, nanoseconds: Int)] = [
    ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000), ("d", 86_400_000_000_000), ("w", 604_800_000_000_000),
  ]

  /// The nanoseconds of a text; nil where it is no span of time or too long for 64 bits.
  public static func nanoseconds(_ text: String) -> Int? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    if rest == "0" { return 0 }
    guard !rest.isEmpty else { return nil }
    var total = 0.0
    var whole = 0
    while !rest.isEmpty {
      let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(number.count)
      let name = rest.prefix { !("0"..."9").contains($0) && $0 != "." }
      rest = rest.dropFirst(name.count)
      guard let unit = units.first(where: { $0.name == name }), number.contains(where: { $0 != "." }) else {
        return nil
      }
      if let count = Int(number) {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit.nanoseconds)
        let (sum, overflow2) = whole.addingReportingOverflow(product)
        guard !overflow, !overflow2 else { return nil }
        whole = sum
      } else {
        guard let value = Double(number.hasSuffix(".") ? number + "0" : "0" + number) else { return nil }
        total += value * Double(unit.nanoseconds)
      }
    }
    guard total < 9e18 else { return nil }
    let (sum, overflow) = whole.addingReportingOverflow(Int(total))
    return overflow ? nil : isNegative ? -sum : sum
  }

  /// As the reference prints it: `1m30s`, `1h0m0s`, `100ms`, `0s`.
  public static func text(nanoseconds: Int) -> String {
    if nanoseconds == 0 { return "0s" }
    let sign = nanoseconds < 0 ? "-" : ""
    let size = nanoseconds.magnitude
    if size < 1_000_000_000 {
      let (unit, divisor): (String, UInt) =
        size < 1000 ? ("ns", 1) : size < 1_000_000 ? ("µs", 1000) : ("ms", 1_000_000)
      return sign + decimal(size, over: divisor) + unit
    }
    let seconds = size / 1_000_000_000
    let rest = decimal(seconds % 60 * 1_000_000_000 + size % 1_000_000_000, over: 1_000_000_000) + "s"
    if seconds < 60 { return sign + rest }
    let minutes = "\(seconds / 60 % 60)m"
    return sign + (seconds < 3600 ? "" : "\(seconds / 3600)h") + minutes + rest
  }

  private static func decimal(_ value: UInt, over divisor: UInt) -> String {
    guard value % divisor != 0 else { return String(value / divisor) }
    var digits = String(value % divisor)
    digits = String(repeating: "0", count: String(divisor).count - 1 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(value / divisor).\(digits)"
  }
}
