import Testing

/// What could stop the program, or hides from the compiler what could.
@Suite struct SafetyTests {
  private static let forbidden = [
    "try!", "as!", "fatalError(", "preconditionFailure(", "@unchecked Sendable", "nonisolated(unsafe)",
    "unsafeBitCast(", "unowned(unsafe)",
  ]

  @Test(arguments: Repository.sources.filter { !$0.isTest })
  func nothingStopsTheProgramOnPurpose(file: SourceFile) {
    var findings: [String] = []
    for (number, line) in file.code.enumerated() {
      for word in Self.forbidden where line.contains(word) {
        findings.append("\(file.path):\(number + 1): \(word)")
      }
      if Self.forcesOptional(line) { findings.append("\(file.path):\(number + 1): a forced optional") }
    }
    #expect(findings == [])
  }

  /// Text leaves through the standard streams in one place, where what could command a terminal is shown instead.
  @Test(arguments: Repository.sources.filter { $0.target == "davit" })
  func nothingIsPrintedPastTheOneWayOut(file: SourceFile) {
    guard !file.path.hasSuffix("Platform/StandardOutput.swift") else { return }
    let calls = file.code.filter { line in
      line.contains("STDERR_FILENO")
        || line.split { " {(".contains($0) }.contains { $0 == "print" || $0 == "debugPrint" }
    }
    #expect(calls == [])
  }

  /// Whether an exclamation mark stands behind a value or a type.
  private static func forcesOptional(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.dropFirst().contains { index in
      guard bytes[index] == UInt8(ascii: "!"), isEndOfValue(bytes[index - 1]) else { return false }
      return index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "=")
    }
  }

  private static func isEndOfValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "`"), UInt8(ascii: ">"), UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
