internal import PrintableText

extension ComposeMap {
  /// The mapping as JSON, indented by two blanks, keys sorted, dollar signs doubled as `docker compose config` does
  /// so that what it prints can be read again.
  public var json: String { json(doublingDollars: true) }

  /// The mapping as JSON, with dollar signs as they are where they are not doubled.
  public func json(doublingDollars: Bool) -> String {
    var printer = JSONPrinter(doublesDollars: doublingDollars)
    printer.print(ComposeNode(.map(self)), indent: 0)
    return String(decoding: printer.bytes, as: UTF8.self)
  }
}

extension ComposeMap {
  /// The path of the first number that JSON cannot tell (`.nan`, `.inf`); nil where there is none.
  public var numberBeyondJSON: String? {
    for entry in entries {
      if let below = entry.value.numberBeyondJSON { return entry.key + below }
    }
    return nil
  }
}

extension ComposeNode {
  /// The path below the value to the first number that JSON cannot tell.
  fileprivate var numberBeyondJSON: String? {
    switch content {
    case .number(let value): return value.isFinite ? nil : ""
    case .list(let list):
      for (at, element) in list.enumerated() {
        if let below = element.numberBeyondJSON { return "[\(at)]" + below }
      }
      return nil
    case .map(let map): return map.numberBeyondJSON.map { "." + $0 }
    case .null, .bool, .integer, .unsigned, .text, .time: return nil
    }
  }
}

/// Writes values as JSON.
struct JSONPrinter {
  let doublesDollars: Bool
  private(set) var bytes: [UInt8] = []

  init(doublesDollars: Bool) {
    self.doublesDollars = doublesDollars
  }

  mutating func print(_ node: ComposeNode, indent: Int) {
    switch node.content {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .unsigned(let value): bytes += String(value).utf8
    case .number(let value): bytes += (value.isFinite ? NumberText.json(value) : "null").utf8
    case .text(let text): print(text)
    case .time(let text): print(TimeText.rfc3339(text))
    case .list(let list): print(list, indent: indent)
    case .map(let map): print(map, indent: indent)
    }
  }

  private mutating func print(_ list: [ComposeNode], indent: Int) {
    bytes.append(UInt8(ascii: "["))
    for (at, element) in list.enumerated() {
      if at > 0 { bytes.append(UInt8(ascii: ",")) }
      newline(indent + 1)
      print(element, indent: indent + 1)
    }
    if !list.isEmpty { newline(indent) }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func print(_ map: ComposeMap, indent: Int) {
    bytes.append(UInt8(ascii: "{"))
    for (at, entry) in map.entries.sorted(by: { ByteOrder.precedes($0.key, $1.key) }).enumerated() {
      if at > 0 { bytes.append(UInt8(ascii: ",")) }
      newline(indent + 1)
      print(entry.key)
      bytes += ": ".utf8
      print(entry.value, indent: indent + 1)
    }
    if !map.isEmpty { newline(indent) }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func newline(_ indent: Int) {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: indent * 2)
  }

  private mutating func print(_ text: String) {
    let quoted = PrintableText.quoted(text)
    guard doublesDollars, text.utf8.contains(UInt8(ascii: "$")) else {
      bytes += quoted.utf8
      return
    }
    for byte in quoted.utf8 { bytes += byte == UInt8(ascii: "$") ? [byte, byte] : [byte] }
  }
}
