import Testing

/// Files and functions that a reader can hold in mind.
@Suite struct SizeTests {
  @Test(arguments: Repository.sources)
  func noFileIsLongerThan400Lines(file: SourceFile) {
    #expect(file.lines.count <= 400)
  }

  @Test func nineOfTenFilesAreAtMost280LinesLong() {
    let counts = Repository.sources.map(\.lines.count).sorted()
    #expect(counts[counts.count * 9 / 10] <= 280)
  }

  @Test func halfOfTheFilesAreAtMost110LinesLong() {
    let counts = Repository.sources.map(\.lines.count).sorted()
    #expect(counts[counts.count / 2] <= 110)
  }

  @Test(arguments: Repository.sources)
  func noFunctionIsLongerThan60Lines(file: SourceFile) {
    #expect(functions(of: file).filter { $0.length > 60 }.map(\.place) == [])
  }

  @Test func nineOfTenFunctionsAreAtMost20LinesLong() {
    let lengths = Repository.sources.filter { !$0.isTest }.flatMap(functions).map(\.length).sorted()
    #expect(lengths[lengths.count * 9 / 10] <= 20)
  }

  private struct Function {
    var place: String
    /// The lines between its braces.
    var length: Int
  }

  private func functions(of file: SourceFile) -> [Function] {
    var found: [Function] = []
    for (number, line) in file.code.enumerated() {
      let words = line.split(whereSeparator: { " (<".contains($0) })
      guard words.contains(where: { $0 == "func" || $0 == "init" || $0 == "init?" || $0 == "deinit" }) else {
        continue
      }
      if let length = bodyLength(file.code[number...]) {
        found.append(Function(place: "\(file.path):\(number + 1)", length: length))
      }
    }
    return found
  }

  /// The number of lines between the brace that opens a function's body and the one that closes it; nil where
  /// there is no body.
  private func bodyLength(_ lines: ArraySlice<String>) -> Int? {
    var parentheses = 0
    var braces = 0
    var opening: Int?
    for (number, line) in zip(lines.indices, lines) {
      for byte in line.utf8 {
        switch byte {
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"): parentheses -= 1
        case UInt8(ascii: "{"):
          if parentheses == 0 || opening != nil { braces += 1 }
          if opening == nil, parentheses == 0 { opening = number }
        case UInt8(ascii: "}"):
          if opening == nil { return nil }
          braces -= 1
          if let opening, braces == 0 { return max(0, number - opening - 1) }
        default: break
        }
      }
    }
    return nil
  }
}
