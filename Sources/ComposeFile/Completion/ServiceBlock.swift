/// The lines of a Compose file that define one service.
public struct ServiceBlock: Sendable, Hashable {
  /// The service's name.
  public var name: String
  /// The line that holds the name, from 0.
  public var nameLine: Int
  /// The lines, from 0: with the comments directly above the name, without blank lines and comments behind.
  public var lines: Range<Int>
}

/// Finds services in the text of a Compose file by how it is indented, whether the text can be read or not.
///
/// Services in braces on one line are not found: `services: {web: {image: nginx}}`. Of a text of several documents all
/// count; where a service is in several, its last one is the one that edits change.
public enum ComposeBlocks {
  /// The services in the order of the text. `lines` are the file's lines without what ends them.
  public static func services(in lines: [String]) -> [ServiceBlock] {
    sections("services", in: lines).flatMap { services(of: $0, in: lines) }
  }

  private static func services(of section: Section, in lines: [String]) -> [ServiceBlock] {
    let starts = children(of: section, in: lines)
    return starts.indices.map { index in
      let (name, line, column) = starts[index]
      let top = commentsStart(above: line, column: column, after: section.line, lines)
      var end = index + 1 < starts.count ? starts[index + 1].line : section.end
      while end > line + 1, isOutside(lines[end - 1], column) { end -= 1 }
      return ServiceBlock(name: name, nameLine: line, lines: top..<end)
    }
  }

  /// The service of a name, the last one of several documents; nil where the text has none.
  public static func service(named name: String, in lines: [String]) -> ServiceBlock? {
    services(in: lines).last { $0.name == name }
  }

  /// The service that a line belongs to: in its block, or in what stands behind it before the next one. Nil
  /// outside of the services.
  public static func service(at line: Int, in lines: [String]) -> ServiceBlock? {
    let section = sections("services", in: lines).first { line > $0.line && line < $0.end }
    return section.flatMap { services(of: $0, in: lines).last { $0.lines.lowerBound <= line } }
  }

  /// A key at the left of the file, and the lines below that belong to it.
  struct Section {
    var line: Int
    var column: Int
    /// The line behind the last one.
    var end: Int
  }

  /// The sections of a name: the leftmost of that name in each document.
  static func sections(_ name: String, in lines: [String]) -> [Section] {
    documents(of: lines).compactMap { section(name, in: lines, $0) }
  }

  /// The lines of each document: `---` and `...` stand between them.
  static func documents(of lines: [String]) -> [Range<Int>] {
    let borders = lines.indices.filter { isBorder(lines[$0]) }
    return zip([-1] + borders, borders + [lines.count]).map { $0 + 1..<$1 }
  }

  private static func isBorder(_ line: String) -> Bool {
    let bytes = line.utf8
    guard bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) else { return false }
    return bytes.dropFirst(3).first.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ?? true
  }

  private static func section(_ name: String, in lines: [String], _ document: Range<Int>) -> Section? {
    var found: Section?
    for index in document {
      let line = lines[index]
      // A file in braces has its sections within them; deeper than that, a name means something else.
      guard let depth = OutlineLine.depth(of: line), depth <= 8, depth < found?.column ?? Int.max else {
        continue
      }
      let text = index == 0 && line.first == "\u{FEFF}" ? line.dropFirst() : line[...]
      guard case .key(name, let column)? = OutlineLine(text).entries.first else { continue }
      let end = end(of: index, column: column, lines[..<document.upperBound])
      found = Section(line: index, column: column, end: end)
      if depth == 0 { break }
    }
    return found
  }

  /// The names that a section defines.
  static func names(in section: String, of lines: [String]) -> [String] {
    let names = sections(section, in: lines).flatMap { children(of: $0, in: lines).map(\.name) }
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }

  private static func end(of line: Int, column: Int, _ lines: ArraySlice<String>) -> Int {
    let rest = lines[(line + 1)...]
    return rest.firstIndex { text in
      OutlineLine.depth(of: text).map { $0 <= column } ?? false
    } ?? lines.endIndex
  }

  /// The keys directly below a section: those in the column of the first one.
  private static func children(
    of section: Section, in lines: [String]
  ) -> [(name: String, line: Int, column: Int)] {
    var column: Int?
    var found: [(name: String, line: Int, column: Int)] = []
    for index in section.line + 1..<max(section.line + 1, section.end) {
      let depth = lines[index].utf8.prefix { $0 == 0x20 }.count
      if let column, depth != column { continue }
      guard case .key(let name, depth)? = OutlineLine(lines[index][...]).entries.first else { continue }
      column = depth
      found.append((name, index, depth))
    }
    return found
  }

  /// The first of the comments that stand directly above a line and not deeper than it.
  private static func commentsStart(above line: Int, column: Int, after border: Int, _ lines: [String]) -> Int
  {
    var start = line
    while start - 1 > border, !isBlank(lines[start - 1]), isOutside(lines[start - 1], column) { start -= 1 }
    return start
  }

  /// Whether a line is blank, or a comment that is not deeper than `column`.
  private static func isOutside(_ line: String, _ column: Int) -> Bool {
    if isBlank(line) { return true }
    let depth = line.utf8.prefix { $0 == 0x20 }.count
    return depth <= column && line.utf8.dropFirst(depth).first == UInt8(ascii: "#")
  }

  private static func isBlank(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
  }
}
