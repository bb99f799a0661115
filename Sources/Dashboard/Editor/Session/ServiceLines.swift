/// Where services stand in the lines of a Compose file, found in texts that are not whole YAML too.
public enum ServiceLines {
  /// The lines of a service's block, from its name to its last line that is not empty; nil where it is not there.
  public static func block(of service: String, in lines: [String]) -> Range<Int>? {
    guard let section = section(in: lines) else { return nil }
    guard
      let start = section.first(where: {
        name(in: lines[$0]) == service && depth(lines[$0]) == childDepth(section, lines)
      })
    else { return nil }
    return start..<end(of: start, in: section, lines)
  }

  /// The service whose block holds a line; nil for none.
  public static func service(at line: Int, in lines: [String]) -> String? {
    guard let section = section(in: lines), section.contains(line) else { return nil }
    let depth = childDepth(section, lines)
    let start = (section.lowerBound...line).last {
      self.depth(lines[$0]) == depth && name(in: lines[$0]) != nil
    }
    guard let start, line < end(of: start, in: section, lines) else { return nil }
    return name(in: lines[start])
  }

  /// The lines below `services:`.
  private static func section(in lines: [String]) -> Range<Int>? {
    guard let start = lines.firstIndex(where: { name(in: $0) == "services" && depth($0) == 0 }) else {
      return nil
    }
    let end = lines[(start + 1)...].firstIndex { depth($0) == 0 && !$0.hasPrefix("#") } ?? lines.endIndex
    return start + 1..<end
  }

  private static func end(of start: Int, in section: Range<Int>, _ lines: [String]) -> Int {
    let own = depth(lines[start]) ?? 0
    var end = start + 1
    for index in start + 1..<section.upperBound {
      guard let depth = depth(lines[index]) else { continue }
      if depth <= own { break }
      end = index + 1
    }
    return end
  }

  /// How deep the names of services stand.
  private static func childDepth(_ section: Range<Int>, _ lines: [String]) -> Int? {
    section.lazy.compactMap { name(in: lines[$0]) == nil ? nil : depth(lines[$0]) }.first
  }

  /// The blanks that a line starts with; nil for an empty line.
  private static func depth(_ line: String) -> Int? {
    let blanks = line.utf8.prefix { $0 == 0x20 }.count
    return line.utf8.dropFirst(blanks).allSatisfy { $0 == 0x20 || $0 == 0x0D } ? nil : blanks
  }

  /// The key that a line starts with, quotes taken off; nil where it starts with none.
  private static func name(in line: String) -> String? {
    let rest = line.drop { $0 == " " }
    guard let first = rest.first, first != "#", first != "-", let colon = rest.firstIndex(of: ":") else {
      return nil
    }
    let after = rest.index(after: colon)
    guard after == rest.endIndex || rest[after].isWhitespace else { return nil }
    var key = rest[..<colon]
    if let quote = key.first, quote == "\"" || quote == "'", key.count > 1, key.last == quote {
      key = key.dropFirst().dropLast()
    }
    return String(key)
  }
}
