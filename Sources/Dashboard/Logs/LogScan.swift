import TextPattern

/// How far the lines of a log were looked at for a pattern, and what was found.
struct LogScan: Sendable, Equatable {
  /// The numbers of the matching lines; kept while there is a pattern.
  var matches = LineNumbers()
  /// The first line that has not been looked at yet.
  var next = 0
  /// Where in that line the search goes on, in bytes of its plain text.
  var bytes = 0
  /// Counts new beginnings, so that a scan that goes on is known to be that of before.
  var generation = 0
  /// How many lines ran into the limit on backtracking.
  var cutOffs = 0

  /// How many lines, and how many bytes, are looked at before the keys get their turn again.
  static let sliceLines = 20_000
  static let sliceBytes = 4 << 20
  /// How many lines may run into the limit on backtracking before the pattern is given up.
  static let toleratedCutOffs = 20
}

extension LogsState {
  /// Whether lines are still being looked at for the pattern.
  var isScanning: Bool { search.isActive && scan.next < buffer.endNumber }

  var matches: LineNumbers { scan.matches }

  /// Takes a pattern as typed.
  mutating func setPattern(_ text: String) {
    search.set(text)
    scan.cutOffs = 0
    rescan(from: buffer.firstNumber)
  }

  /// Looks at the lines from a number on again.
  mutating func rescan(from number: Int) {
    scan.matches.removeAll(from: number)
    scan.next = max(number, buffer.firstNumber)
    scan.bytes = 0
    scan.generation += 1
  }

  /// Takes note that lines from a number on are others: what was looked at of them is looked at again, and what divides
  /// lines needs no look.
  mutating func passOver(from number: Int) {
    if number < scan.next { rescan(from: number) }
    while scan.next >= buffer.firstNumber, scan.next < buffer.endNumber, buffer[scan.next].isDivider {
      scan.next += 1
    }
  }

  /// Looks at lines that have come; a scan that was under way goes on as this one.
  mutating func scanNew() -> [Effect] {
    scan.generation += 1
    return scanOn()
  }

  /// Looks at the next lines; what is left is gone on with after the keys had their turn.
  mutating func scanOn() -> [Effect] {
    guard let pattern = search.pattern else { return [] }
    scan.matches.removeAll(before: buffer.firstNumber)
    if scan.next < buffer.firstNumber { (scan.next, scan.bytes) = (buffer.firstNumber, 0) }
    let end = min(buffer.endNumber, scan.next + LogScan.sliceLines)
    let budget = MatchBudget(RowSearch.slice)
    var bytes = 0
    while scan.next < end, bytes < LogScan.sliceBytes, scan.cutOffs <= LogScan.toleratedCutOffs {
      let line = buffer[scan.next]
      if line.isDivider || (showsErrorsOnly && !line.isError) {
        scan.next += 1
        continue
      }
      let text = SGRStripping.plain(line.text)
      bytes += text.utf8.count
      guard look(at: text, pattern, within: budget), !budget.isSpent else { break }
    }
    if scan.cutOffs > LogScan.toleratedCutOffs {
      search.giveUp(RowSearch.tooSlow)
      scan.matches = LineNumbers()
    }
    return isScanning ? [.after(milliseconds: 0, .continueLogScan(generation: scan.generation))] : []
  }

  /// Looks at the line whose turn it is. Returns whether it is done with.
  private mutating func look(at text: String, _ pattern: TextPattern, within budget: MatchBudget) -> Bool {
    switch pattern.search(text, from: scan.bytes, within: budget) {
    case .unfinished(let place):
      scan.bytes = place
      return false
    case .ended(.found): scan.matches.append(scan.next)
    case .ended(.cutOff): scan.cutOffs += 1
    case .ended(.absent): break
    }
    scan.next += 1
    scan.bytes = 0
    return true
  }

  /// Goes on with a scan, unless the pattern has changed meanwhile.
  mutating func continueScan(_ generation: Int) -> [Effect] {
    generation == scan.generation ? scanOn() : []
  }
}
