import EngineModel

/// What a structured line says: JSON, or logfmt (`level=info msg="it works"`).
struct LogFields: Sendable, Equatable {
  /// A name and its value, as they are read.
  struct Field: Sendable, Equatable {
    let name: String
    let value: String
  }

  var level: LogLevel?
  /// The word or number that says so.
  var levelText: String?
  /// When the program says it has happened; nil where it does not.
  var time: String?
  var message: String?
  /// All that is left, in the order of the line.
  var rest: [Field] = []

  /// The longest line that is taken apart, in bytes: longer ones are shown as they are.
  static let longest = 16 << 10
  private static let mostFields = 100

  private static let levels: Set<String> = [
    "level", "lvl", "severity", "loglevel", "levelname", "log.level", "@l",
  ]
  private static let times: Set<String> = ["time", "ts", "timestamp", "@timestamp", "@t", "t", "datetime"]
  private static let messages: Set<String> = ["msg", "message", "@m", "@mt", "event"]

  /// Reads a line; nil where it is neither.
  init?(_ line: String) {
    guard line.utf8.count <= Self.longest, let first = line.utf8.first(where: { $0 != 0x20 }) else {
      return nil
    }
    if first == 0x7B {
      guard let document = try? JSONValue(json: Array(line.utf8)), case .object(let members) = document,
        !members.isEmpty
      else { return nil }
      for member in members.prefix(Self.mostFields) {
        add(member.key, Self.text(member.value), member.value.int)
      }
    } else {
      guard let fields = LogfmtReader.fields(line) else { return nil }
      for field in fields.prefix(Self.mostFields) { add(field.name, field.value, Int(field.value)) }
    }
  }

  private mutating func add(_ name: String, _ value: String, _ number: Int?) {
    let key = name.lowercased()
    if level == nil, Self.levels.contains(key),
      let found = number.flatMap(LogLevel.numbered) ?? LogLevel.named(value.utf8.prefix(8))
    {
      (level, levelText) = (found, value)
    } else if time == nil, Self.times.contains(key) {
      time = value
    } else if message == nil, Self.messages.contains(key) {
      message = value
    } else {
      rest.append(Field(name: name, value: value))
    }
  }

  /// A value in one line, as it would be written.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let truth): truth ? "true" : "false"
    case .number(let text): text
    case .string(let text): text
    case .array(let elements): "[" + elements.map(quoted).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key):\(quoted($0.value))" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ value: JSONValue) -> String {
    if case .string(let text) = value { return "\"\(text)\"" }
    return text(value)
  }
}

/// Reads `name=value name="a value"`.
enum LogfmtReader {
  /// The fields; nil where the line is not made of them: at least two, and nothing beside them.
  static func fields(_ line: String) -> [LogFields.Field]? {
    var fields: [LogFields.Field] = []
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x20 {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isName(bytes[index]) { index += 1 }
      guard index > start, index < bytes.count, bytes[index] == 0x3D else { return nil }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      index += 1
      guard let value = value(bytes, &index) else { return nil }
      fields.append(.init(name: name, value: value))
    }
    return fields.count > 1 ? fields : nil
  }

  private static func value(_ bytes: [UInt8], _ index: inout Int) -> String? {
    guard index < bytes.count, bytes[index] == 0x22 else {
      let start = index
      while index < bytes.count, bytes[index] != 0x20 { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        index += 1
        value.append(bytes[index] == 0x6E ? 0x0A : bytes[index] == 0x74 ? 0x09 : bytes[index])
      } else {
        value.append(bytes[index])
      }
      index += 1
    }
    guard index < bytes.count else { return nil }
    index += 1
    return String(decoding: value, as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
      || [0x5F, 0x2D, 0x2E, 0x40].contains(byte)
  }
}
