import YAMLDocument

extension SettingType<Bool> {
  static let truth = SettingType("`true` or `false`", text: { "\($0)" }, reading: \.asBool)
}

extension SettingType<String> {
  static let word = SettingType(
    "a name", text: { $0 }, reading: { $0.isNull || $0.text.isEmpty ? nil : $0.text })
}

extension SettingType<Settings.ASCIIMode> {
  static let asciiMode = SettingType(
    "`auto`, `true` or `false`", text: \.text,
    reading: { $0.text == "auto" ? .automatic : $0.asBool.map { $0 ? .always : .never } })
}

extension Settings.ASCIIMode {
  fileprivate var text: String {
    switch self {
    case .automatic: "auto"
    case .always: "true"
    case .never: "false"
    }
  }
}

extension SettingType<Int> {
  static func wholeNumber(_ range: ClosedRange<Int>) -> SettingType {
    SettingType(
      "a whole number from \(range.lowerBound) to \(range.upperBound)", text: { "\($0)" },
      reading: { $0.asInt.flatMap { range.contains($0) ? $0 : nil } })
  }

  /// A number of bytes, with `KiB`, `MiB` or `GiB` behind it or without.
  static func size(_ range: ClosedRange<Int>) -> SettingType {
    let bounds = "\(sizeText(range.lowerBound)) to \(sizeText(range.upperBound))"
    return SettingType("a size from \(bounds), such as `32MiB`", text: sizeText) { scalar in
      let (number, unit) = scalar.text.splitUnit()
      let factors = ["": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]
      guard let count = Int(number), let factor = factors[unit] else { return nil }
      let (bytes, overflows) = count.multipliedReportingOverflow(by: factor)
      return !overflows && range.contains(bytes) ? bytes : nil
    }
  }

  private static func sizeText(_ bytes: Int) -> String {
    for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")] where bytes >= 1 << shift {
      if bytes & ((1 << shift) - 1) == 0 { return "\(bytes >> shift)\(unit)" }
    }
    return "\(bytes)"
  }
}

extension SettingType<Duration> {
  /// A length of time: a number of seconds, or one with `ms`, `s`, `m`, `h` or `d` behind it.
  static func time(_ range: ClosedRange<Duration>) -> SettingType {
    let bounds = "\(timeText(range.lowerBound)) to \(timeText(range.upperBound))"
    return SettingType("a time from \(bounds), such as `90s`, `10m` or `2` (seconds)", text: timeText) {
      scalar in
      let (number, unit) = scalar.text.splitUnit()
      let milliseconds = ["ms": 1.0, "": 1e3, "s": 1e3, "m": 60e3, "h": 3_600e3, "d": 86_400e3]
      guard let count = Double(number), let factor = milliseconds[unit], (count * factor).magnitude < 1e15
      else { return nil }
      let time = Duration.milliseconds(count * factor)
      return range.contains(time) ? time : nil
    }
  }

  private static func timeText(_ time: Duration) -> String {
    let milliseconds = Int(time / .milliseconds(1))
    for (factor, unit) in [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1_000, "s")] {
      if milliseconds >= factor, milliseconds.isMultiple(of: factor) {
        return "\(milliseconds / factor)\(unit)"
      }
    }
    return "\(milliseconds)ms"
  }
}

extension String {
  /// A number and the letters behind it, blanks between them left out.
  fileprivate func splitUnit() -> (number: String, unit: String) {
    let unit = String(reversed().prefix { $0.isLetter }.reversed())
    var number = dropLast(unit.count)
    while number.last == " " { number.removeLast() }
    return (String(number), unit)
  }
}
