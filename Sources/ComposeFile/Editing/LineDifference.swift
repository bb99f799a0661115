/// The lines in which two texts differ, in the unified format that patch reads.
public struct LineDifference: Sendable {
  private enum Line {
    case kept(String)
    case gone(String)
    case new(String)
  }

  private let lines: [Line]
  private static let context = 3

  /// The difference of two texts.
  public init(from old: String, to new: String) {
    let (before, after) = (Self.split(old), Self.split(new))
    var head = 0
    while head < min(before.count, after.count), before[head] == after[head] { head += 1 }
    var tail = 0
    while tail < min(before.count, after.count) - head,
      before[before.count - 1 - tail] == after[after.count - 1 - tail]
    { tail += 1 }
    let middle = Self.align(
      Array(before[head..<(before.count - tail)]), Array(after[head..<(after.count - tail)]))
    lines = before[..<head].map(Line.kept) + middle + before.suffix(tail).map(Line.kept)
  }

  /// Whether nothing differs.
  public var isEmpty: Bool {
    lines.allSatisfy { if case .kept = $0 { true } else { false } }
  }

  /// The difference as text: file names, then the changed lines with three lines around them; empty for none.
  public func unified(oldName: String, newName: String) -> String {
    guard !isEmpty else { return "" }
    var text = "--- \(oldName)\n+++ \(newName)\n"
    var (old, new, at) = (1, 1, 0)
    while at < lines.count {
      guard let hunk = nextHunk(from: at) else { break }
      let skipped = hunk.lowerBound - at
      (old, new) = (old + skipped, new + skipped)
      text += print(hunk, old: &old, new: &new)
      at = hunk.upperBound
    }
    return text
  }

  /// The next changed lines with what is around them.
  private func nextHunk(from start: Int) -> Range<Int>? {
    guard let first = lines[start...].firstIndex(where: Self.isChange) else { return nil }
    var last = first
    var at = first
    while at < lines.count, at - last <= 2 * Self.context {
      if Self.isChange(lines[at]) { last = at }
      at += 1
    }
    return max(start, first - Self.context)..<min(lines.count, last + Self.context + 1)
  }

  private func print(_ hunk: Range<Int>, old: inout Int, new: inout Int) -> String {
    var body = ""
    var (oldCount, newCount) = (0, 0)
    for line in lines[hunk] {
      switch line {
      case .kept(let text):
        body += " " + Self.shown(text)
        (oldCount, newCount) = (oldCount + 1, newCount + 1)
      case .gone(let text):
        body += "-" + Self.shown(text)
        oldCount += 1
      case .new(let text):
        body += "+" + Self.shown(text)
        newCount += 1
      }
    }
    defer { (old, new) = (old + oldCount, new + newCount) }
    return
      "@@ -\(oldCount == 0 ? old - 1 : old),\(oldCount) +\(newCount == 0 ? new - 1 : new),\(newCount) @@\n"
      + body
  }

  private static func isChange(_ line: Line) -> Bool {
    if case .kept = line { return false }
    return true
  }

  /// A line with its end; one without an end says so, as patch wants it.
  private static func shown(_ line: String) -> String {
    line.utf8.last == 0x0A ? line : line + "\n\\ No newline at end of file\n"
  }

  /// The lines with their ends.
  private static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(String(decoding: rest[..<end], as: UTF8.self))
      rest = rest[end...]
    }
    return lines
  }

  /// The longest common lines; where there are too many to compare, all old ones go and all new ones come.
  private static func align(_ old: [String], _ new: [String]) -> [Line] {
    guard old.count * new.count <= 4_000_000 else { return old.map(Line.gone) + new.map(Line.new) }
    var table = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for at in old.indices.reversed() {
      for to in new.indices.reversed() {
        table[at][to] =
          old[at] == new[to] ? table[at + 1][to + 1] + 1 : max(table[at + 1][to], table[at][to + 1])
      }
    }
    var (at, to) = (0, 0)
    var lines: [Line] = []
    while at < old.count, to < new.count {
      if old[at] == new[to] {
        lines.append(.kept(old[at]))
        (at, to) = (at + 1, to + 1)
      } else if table[at + 1][to] >= table[at][to + 1] {
        lines.append(.gone(old[at]))
        at += 1
      } else {
        lines.append(.new(new[to]))
        to += 1
      }
    }
    return lines + old[at...].map(Line.gone) + new[to...].map(Line.new)
  }
}
