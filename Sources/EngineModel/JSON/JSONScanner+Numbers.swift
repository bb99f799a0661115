extension JSONScanner {
  /// The range of the number that comes next, checked against the grammar.
  mutating func number() throws(JSONError) -> Range<Int> {
    let start = position
    if position < end, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    let count = skipDigits()
    if count == 0 || (count > 1 && bytes[firstDigit] == UInt8(ascii: "0")) {
      throw JSONError(.badNumber, at: start)
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      if skipDigits() == 0 { throw JSONError(.badNumber, at: start) }
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
        position += 1
      }
      if skipDigits() == 0 { throw JSONError(.badNumber, at: start) }
    }
    return start..<position
  }

  /// The value of plain decimal digits; nil where there is anything else, or it does not fit.
  func digits(_ start: Int, _ stop: Int) -> UInt64? {
    var value: UInt64 = 0
    for index in start..<stop {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = product.addingReportingOverflow(UInt64(digit))
      if overflow || sumOverflow { return nil }
      value = sum
    }
    return value
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < end, bytes[position] &- 48 < 10 { position += 1 }
    return position - start
  }
}
