import EngineModel

/// How many lines of a log fall into each stretch of time, and how many of them tell of an error. It is kept up line by
/// line; the stretches are as short as a bounded number of them allows.
struct LogRate: Sendable, Equatable {
  /// What falls into one stretch.
  struct Count: Sendable, Equatable {
    var lines = 0
    var errors = 0
  }

  /// The stretches, from the first that has a line on.
  private(set) var counts: [Count] = []
  /// The number of the first one.
  private var start: Int64 = 0
  /// A stretch has two to the power of so many nanoseconds.
  private(set) var scale = finest

  /// The most stretches: enough for none to be seen in a graph that has a tenth of their number of columns.
  static let most = 2_048
  /// About a millisecond.
  private static let finest: Int64 = 20

  /// Counts a line in, or with `sign` -1 out again.
  mutating func count(_ time: Timestamp, isError: Bool, _ sign: Int) {
    if sign > 0 { makeRoom(for: time) }
    let place = time.nanoseconds >> scale - start
    guard place >= 0, place < counts.count else { return }
    counts[Int(place)].lines += sign
    if isError { counts[Int(place)].errors += sign }
    if sign < 0, place == 0, counts[0].lines == 0 { trim() }
  }

  /// The counts in so many columns, or in fewer where there are no more stretches.
  func columns(_ wanted: Int) -> [Count] {
    let wanted = min(wanted, counts.count)
    guard wanted > 0 else { return [] }
    var columns = Array(repeating: Count(), count: wanted)
    for (index, count) in counts.enumerated() {
      columns[index * wanted / counts.count].lines += count.lines
      columns[index * wanted / counts.count].errors += count.errors
    }
    return columns
  }

  /// The column of so many that a time falls into.
  func column(of time: Timestamp, among columns: Int) -> Int {
    guard !counts.isEmpty, columns > 0 else { return 0 }
    let place = min(max(0, time.nanoseconds >> scale - start), Int64(counts.count - 1))
    return Int(place) * min(columns, counts.count) / counts.count
  }

  /// Whether stretches could be far shorter for what lies between two times.
  func isCoarse(from first: Timestamp, to last: Timestamp) -> Bool {
    scale > Self.finest + 3 && (last.nanoseconds - first.nanoseconds) >> scale < Int64(Self.most / 16)
  }

  private mutating func makeRoom(for time: Timestamp) {
    guard !counts.isEmpty else {
      scale = Self.finest
      start = time.nanoseconds >> scale
      counts = [Count()]
      return
    }
    while true {
      let place = time.nanoseconds >> scale
      let end = max(start + Int64(counts.count), place + 1)
      let first = min(start, place)
      guard end - first > Int64(Self.most) else {
        if first < start {
          counts.insert(contentsOf: repeatElement(Count(), count: Int(start - first)), at: 0)
        }
        start = first
        let missing = Int(end - start) - counts.count
        if missing > 0 { counts.append(contentsOf: repeatElement(Count(), count: missing)) }
        return
      }
      coarsen()
    }
  }

  /// Makes one stretch of two.
  private mutating func coarsen() {
    let before = (start, counts)
    scale += 1
    start >>= 1
    let end = (before.0 + Int64(before.1.count - 1)) >> 1
    counts = Array(repeating: Count(), count: Int(end - start) + 1)
    for (index, count) in before.1.enumerated() {
      let place = Int((before.0 + Int64(index)) >> 1 - start)
      counts[place].lines += count.lines
      counts[place].errors += count.errors
    }
  }

  /// Forgets the first stretches without lines.
  private mutating func trim() {
    let empty = counts.firstIndex { $0.lines > 0 } ?? counts.count
    counts.removeFirst(empty)
    start += Int64(empty)
  }
}

extension LogLine {
  /// Whether it tells of an error: by its own word, or where it has none, by going to standard error.
  var isTrouble: Bool { level.map { $0 >= .error } ?? isError }
}
