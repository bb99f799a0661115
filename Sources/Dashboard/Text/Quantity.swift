import EngineModel

/// Numbers as people read them in a narrow column.
package enum Quantity {
  /// Bytes with three digits at most and a binary unit: `0B`, `812K`, `12.1M`, `3.4G`.
  package static func bytes(_ value: UInt64) -> String { bytes(Double(value)) }

  /// See `bytes(_: UInt64)`.
  static func bytes(_ value: Double) -> String {
    var value = max(0, value)
    var unit = 0
    let units = ["B", "K", "M", "G", "T", "P"]
    while value >= 1_023.5, unit < units.count - 1 {
      value /= 1_024
      unit += 1
    }
    return number(value, digits: unit == 0 ? 0 : 1, limit: 100) + units[unit]
  }

  /// Percent of one core: `0.3%`, `12%`, `312%`.
  /// In five columns also where there are hundreds of cores: `12k%`.
  static func percent(_ value: Double) -> String {
    value < 9_999.5
      ? number(max(0, value), digits: 1, limit: 10) + "%" : number(value / 1_000, digits: 0, limit: 0) + "k%"
  }

  /// A count in four columns: `204`, `9999`, `12k`, `4.2M`.
  static func shortCount(_ value: Int) -> String {
    switch value {
    case ..<10_000: String(value)
    case ..<999_500: number(Double(value) / 1_000, digits: 0, limit: 0) + "k"
    default: number(Double(value) / 1_000_000, digits: 1, limit: 10) + "M"
    }
  }

  /// Processors, as exact as limits are written: `0.15 CPUs`, `1 CPU`, `2.5 CPUs`.
  static func cores(_ value: Double) -> String {
    let text = plainCores(value)
    return "\(text) CPU\(text == "1" ? "" : "s")"
  }

  /// The same without a word: `0.15`, `2`.
  static func plainCores(_ value: Double) -> String {
    let thousandths = Int((min(value, 1e6) * 1_000).rounded())
    var digits = String(1_000 + thousandths % 1_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(thousandths / 1_000)" + (digits.isEmpty ? "" : ".\(digits)")
  }

  /// Bytes a second: `1.2M/s`.
  static func rate(_ value: Double) -> String { bytes(value) + "/s" }

  /// A number with `digits` decimals below `limit`, none above.
  static func number(_ value: Double, digits: Int, limit: Double) -> String {
    guard value.isFinite, value < 1e15 else { return "?" }
    guard digits > 0, value < limit - 0.05 else { return String(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A count with separators: `1,204`.
  static func count(_ value: Int) -> String {
    var digits = String(abs(value))
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    parts.insert(digits, at: 0)
    return (value < 0 ? "-" : "") + parts.joined(separator: ",")
  }

  /// How long something took: `0.4s`, `12s`, `3m 20s`.
  static func seconds(_ value: Double) -> String {
    guard value >= 9.95 else { return number(max(0, value), digits: 1, limit: 10) + "s" }
    let whole = Int(min(value, 1e9).rounded())
    return whole < 60 ? "\(whole)s" : "\(whole / 60)m \(whole % 60)s"
  }

  /// How long ago, coarsely: `3d`, `5h`, `12m`, `40s`.
  static func age(seconds: Double) -> String {
    let seconds = Int(max(0, seconds))
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3_600: return "\(seconds / 60)m"
    case ..<86_400: return "\(seconds / 3_600)h"
    case ..<(86_400 * 730): return "\(seconds / 86_400)d"
    default: return "\(seconds / (86_400 * 365))y"
    }
  }

  /// Seconds, roughly, that a container has run or been gone for in the engine's own words; the largest number for what
  /// never ran.
  static func statusSeconds(_ status: String) -> Double {
    let text = shortStatus(status)
    let seconds: [String: Double] = [
      "s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800, "mo": 2_592_000, "y": 31_536_000,
    ]
    let digits = text.prefix { $0.isNumber || $0 == "<" }
    guard let unit = seconds[String(text.dropFirst(digits.count))] else { return .greatestFiniteMagnitude }
    return unit * (Double(digits) ?? 0.5)
  }

  /// The engine's own words for how long a container has run or been gone, shortened: `Up 2 hours (healthy)` becomes
  /// `2h`, `Exited (137) 3 minutes ago` becomes `3m`.
  static func shortStatus(_ status: String) -> String {
    let words = status.split(separator: " ")
    let units = [
      "second": "s", "seconds": "s", "minute": "m", "minutes": "m", "hour": "h", "hours": "h", "day": "d",
      "days": "d",
      "week": "w", "weeks": "w", "month": "mo", "months": "mo", "year": "y", "years": "y",
    ]
    for (index, word) in words.enumerated() {
      guard let unit = units[String(word)], index > 0 else { continue }
      let number = words[index - 1]
      if Int(number) != nil { return "\(number)\(unit)" }
      return ["a", "an"].contains(number) ? "1\(unit)" : "<1\(unit)"
    }
    return ""
  }
}
