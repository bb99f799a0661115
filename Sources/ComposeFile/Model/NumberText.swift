/// How the reference prints numbers: the shortest digits that read back as the same value.
enum NumberText {
  /// As in a text: with an exponent below 1e-4 and from 1e6 on.
  static func general(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "+Inf" }
    let parts = Parts(value.description)
    return parts.exponent < -4 || parts.exponent >= 6 ? parts.scientific : parts.plain
  }

  /// As in JSON: an exponent below 1e-6 and from 1e21 on.
  static func json(_ value: Double) -> String {
    let parts = Parts(value.description)
    guard parts.exponent < -6 || parts.exponent >= 21 else { return parts.plain }
    return parts.scientificShort
  }

  /// A number of single precision, as in JSON.
  static func json(single value: Float) -> String {
    let parts = Parts(value.description)
    return parts.exponent < -6 || parts.exponent >= 21 ? parts.scientificShort : parts.plain
  }

  /// Digits without the low lines between them; nil where one stands elsewhere.
  static func withoutSeparators(_ text: String) -> String? {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text }
    let areBetween = zip(parts, parts.dropFirst()).allSatisfy {
      $0.last.map("0123456789".contains) == true && $1.first.map("0123456789".contains) == true
    }
    return areBetween ? parts.joined() : nil
  }

  /// A decimal number taken apart.
  private struct Parts {
    var isNegative = false
    /// The digits without leading and trailing zeros; `0` for zero.
    var digits: [Character] = []
    /// The power of ten of the first digit.
    var exponent = 0

    init(_ text: String) {
      var mantissa = text[...]
      if mantissa.first == "-" { (isNegative, mantissa) = (true, mantissa.dropFirst()) }
      var shift = 0
      if let at = mantissa.firstIndex(where: { $0 == "e" || $0 == "E" }) {
        shift = Int(mantissa[mantissa.index(after: at)...]) ?? 0
        mantissa = mantissa[..<at]
      }
      let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let whole = halves.first.map(Array.init) ?? []
      digits = whole + (halves.count > 1 ? Array(halves[1]) : [])
      exponent = whole.count - 1 + shift
      while digits.count > 1, digits.first == "0" {
        (digits, exponent) = (Array(digits.dropFirst()), exponent - 1)
      }
      while digits.count > 1, digits.last == "0" { digits.removeLast() }
      if digits == ["0"] { exponent = 0 }
    }

    var sign: String { isNegative ? "-" : "" }

    var plain: String {
      if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + String(digits) }
      if digits.count <= exponent + 1 {
        return sign + String(digits) + String(repeating: "0", count: exponent + 1 - digits.count)
      }
      return sign + String(digits[...exponent]) + "." + String(digits[(exponent + 1)...])
    }

    var mantissa: String {
      sign + String(digits[0]) + (digits.count > 1 ? "." + String(digits[1...]) : "")
    }

    /// With at least two digits in the exponent.
    var scientific: String {
      let size = abs(exponent)
      return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + String(size)
    }

    /// With as few digits as there are in the exponent.
    var scientificShort: String {
      let size = abs(exponent)
      return mantissa + "e" + (exponent < 0 ? "-" : "+") + String(size)
    }
  }
}
