import EngineModel

/// The command that lists a folder within a container, with what both GNU's and busybox's tools know.
enum FolderCommand {
  /// One line of numbers and the path for each entry, and behind it one that quotes the path and says where a link
  /// points to. The dot follows a link to a folder.
  static func arguments(_ path: ContainerPath) -> [String] {
    [
      "find", path.text + "/.", "-mindepth", "1", "-maxdepth", "1", "-exec", "stat", "-c",
      "%f %s %Y %u %g %n\n\t%N", "{}", "+",
    ]
  }

  /// The entries in what the command has printed; a record that is none is left out. Names may have line ends in them.
  static func entries(_ output: [UInt8], in path: ContainerPath) -> [FileEntry] {
    let prefix = Array((path.text + "/./").utf8)
    var entries: [FileEntry] = []
    var rest = output[...]
    while let (numbers, behind) = numbers(rest) {
      guard behind.starts(with: prefix), let (name, quoted) = name(behind.dropFirst(prefix.count), prefix)
      else { break }
      let end = quoted.firstIndex(of: UInt8(ascii: "\n")) ?? quoted.endIndex
      let mode = numbers[0]
      entries.append(
        FileEntry(
          name: Array(name), kind: FileEntry.Kind(mode: UInt32(truncatingIfNeeded: mode)),
          permissions: UInt32(truncatingIfNeeded: mode) & 0o7777, size: UInt64(max(0, numbers[1])),
          modified: Timestamp(seconds: Int64(numbers[2])), user: numbers[3], group: numbers[4],
          link: link(quoted[..<end])))
      rest = quoted[end...].dropFirst()
    }
    return entries
  }

  /// The five numbers at the beginning of a record, and what is behind them.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> ([Int], ArraySlice<UInt8>)? {
    var numbers: [Int] = []
    var rest = bytes
    for index in 0..<5 {
      guard let blank = rest.firstIndex(of: UInt8(ascii: " ")), blank - rest.startIndex < 24,
        let number = Int(String(decoding: rest[..<blank], as: UTF8.self), radix: index == 0 ? 16 : 10)
      else { return nil }
      numbers.append(number)
      rest = rest[(blank + 1)...]
    }
    return (numbers, rest)
  }

  /// The name, which ends where a line with a tab quotes it; and that line.
  private static func name(
    _ bytes: ArraySlice<UInt8>, _ prefix: [UInt8]
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    var index = bytes.startIndex
    while let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
      let next = bytes[(end + 1)...]
      if next.first == UInt8(ascii: "\t") { return (bytes[..<end], next.dropFirst()) }
      index = end + 1
    }
    return nil
  }

  /// Where a link points to: what stands quoted behind an arrow.
  private static func link(_ quoted: ArraySlice<UInt8>) -> [UInt8]? {
    let arrow = Array("' -> '".utf8)
    guard quoted.last == UInt8(ascii: "'") else { return nil }
    var index = quoted.startIndex
    while index + arrow.count < quoted.endIndex {
      if quoted[index...].starts(with: arrow) { return Array(quoted[(index + arrow.count)...].dropLast()) }
      index += 1
    }
    return nil
  }
}
