import EngineModel

/// The newest lines of a log, as many as two limits allow. Every line has a number that never changes while it is
/// here, so that a view can stand still while old lines go and new ones come.
struct LogBuffer: Sendable, Equatable {
  let maximumLines: Int
  let maximumBytes: Int
  private var storage: [LogLine] = []
  /// Where in `storage` the lines begin: what lies before has been dropped.
  private var head = 0
  private(set) var bytes = 0
  /// How many of the lines divide others instead of being lines of a container.
  private(set) var dividers = 0
  /// How many lines there are by time.
  private(set) var rate = LogRate()
  /// How many of the lines have no end yet.
  private(set) var partials = 0
  /// How many of the lines are long.
  private(set) var longLines = 0
  /// The number of the first line.
  private(set) var firstNumber = 0
  /// How many lines the limits have pushed out.
  private(set) var dropped = 0

  init(maximumLines: Int = 50_000, maximumBytes: Int = 32 << 20) {
    self.maximumLines = max(1, maximumLines)
    self.maximumBytes = max(1, maximumBytes)
  }

  var count: Int { storage.count - head }
  var isEmpty: Bool { count == 0 }
  /// The number that the next line will have.
  var endNumber: Int { firstNumber + count }

  /// The line with a number between `firstNumber` and `endNumber`.
  subscript(number: Int) -> LogLine { storage[head + number - firstNumber] }

  /// Adds lines and returns the number of the first line whose place has changed: lines of several containers are
  /// put in the order of their times.
  mutating func append(_ lines: [LogLine]) -> Int {
    var changed = endNumber
    if let first = lines.first?.time, let last = storage.last?.time, !isEmpty, first < last {
      changed = merge(lines, from: first)
    } else {
      storage.append(contentsOf: lines)
    }
    for line in lines { count(line, 1) }
    if shed() { refineRate() }
    return max(changed, firstNumber)
  }

  private mutating func count(_ line: LogLine, _ sign: Int) {
    bytes += sign * line.cost
    if line.isLong { longLines += sign }
    if line.isDivider { dividers += sign }
    if line.kind == .partial { partials += sign }
    if !line.isDivider, let time = line.time { rate.count(time, isError: line.isTrouble, sign) }
  }

  /// Counts anew what there is by time, where what has gone left it far coarser than it could be.
  private mutating func refineRate() {
    guard !isEmpty, let first = storage[head].time, let last = storage.last?.time,
      rate.isCoarse(from: first, to: last)
    else { return }
    rate = LogRate()
    for line in storage[head...] where !line.isDivider {
      if let time = line.time { rate.count(time, isError: line.isTrouble, 1) }
    }
  }

  /// Puts more of a line, or all of it, in the place of its beginning. Returns its number; nil where no beginning is here.
  mutating func complete(_ line: LogLine) -> Int? {
    guard partials > 0 else { return nil }
    let place = storage.indices.dropFirst(head).last { index in
      storage[index].kind == .partial && storage[index].container == line.container
        && storage[index].isError == line.isError
    }
    guard let place else { return nil }
    count(storage[place], -1)
    storage[place] = line
    count(line, 1)
    return firstNumber + place - head
  }

  private mutating func merge(_ lines: [LogLine], from first: Timestamp) -> Int {
    var start = storage.count
    while start > head, let time = storage[start - 1].time, time > first { start -= 1 }
    var merged: [LogLine] = []
    merged.reserveCapacity(storage.count - start + lines.count)
    var old = start
    for line in lines {
      while old < storage.count, let time = storage[old].time, let new = line.time, time <= new {
        merged.append(storage[old])
        old += 1
      }
      merged.append(line)
    }
    merged.append(contentsOf: storage[old...])
    storage.replaceSubrange(start..., with: merged)
    return firstNumber + start - head
  }

  /// Puts another text into the line between two runs that is there already.
  mutating func redivide(_ line: LogLine) {
    let place = storage.indices.dropFirst(head).last { index in
      storage[index].kind == .runEnd && storage[index].container == line.container
        && storage[index].time == line.time
    }
    guard let place else { return }
    bytes += line.cost - storage[place].cost
    storage[place].text = line.text
  }

  /// Drops what is beyond the limits; whether anything was.
  private mutating func shed() -> Bool {
    let before = dropped
    while count > maximumLines || (bytes > maximumBytes && count > 1) {
      count(storage[head], -1)
      storage[head].text = ""
      head += 1
      firstNumber += 1
      dropped += 1
    }
    if head > 4_096, head > storage.count / 2 {
      storage.removeFirst(head)
      head = 0
    }
    return dropped > before
  }

  /// Forgets everything; the numbers go on.
  mutating func clear() {
    firstNumber = endNumber
    storage.removeAll()
    head = 0
    bytes = 0
    rate = LogRate()
    longLines = 0
    dividers = 0
    partials = 0
    dropped = 0
  }
}
