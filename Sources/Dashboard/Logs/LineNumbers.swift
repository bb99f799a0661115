/// Numbers of some of a log's lines, ascending.
struct LineNumbers: Sendable, Equatable {
  private(set) var numbers: [Int] = []

  var count: Int { numbers.count }
  var isEmpty: Bool { numbers.isEmpty }
  var last: Int? { numbers.last }

  subscript(index: Int) -> Int { numbers[index] }

  /// Adds the number of a line behind all that are here.
  mutating func append(_ number: Int) { numbers.append(number) }

  /// The index of the first one at or after a line; the count where there is none.
  func index(from number: Int) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first one at or after a line; nil for none.
  func first(from number: Int) -> Int? {
    let index = index(from: number)
    return index < numbers.count ? numbers[index] : nil
  }

  /// The last one before a line; nil for none.
  func last(before number: Int) -> Int? {
    let index = index(from: number)
    return index > 0 ? numbers[index - 1] : nil
  }

  func contains(_ number: Int) -> Bool { first(from: number) == number }

  /// How many lie within a range of lines.
  func count(in range: Range<Int>) -> Int { index(from: range.upperBound) - index(from: range.lowerBound) }

  /// Forgets those at or after a line.
  mutating func removeAll(from number: Int) {
    guard let last, last >= number else { return }
    numbers.removeSubrange(index(from: number)...)
  }

  /// Forgets those before a line.
  mutating func removeAll(before number: Int) {
    guard let first = numbers.first, first < number else { return }
    numbers.removeSubrange(..<index(from: number))
  }
}
