/// What two values have in common that JSON Schema holds for equal, wherever and however they were written.
enum ValueIdentity: Hashable {
  case null
  case truth(Bool)
  case whole(Int)
  case unsigned(UInt64)
  case number(Double)
  case text(String)
  case time(String)
  case list([ValueIdentity])
  case map([String: ValueIdentity])

  init(_ node: ComposeNode) {
    switch node.content {
    case .null: self = .null
    case .bool(let value): self = .truth(value)
    case .integer(let value): self = .whole(value)
    case .unsigned(let value): self = .unsigned(value)
    case .number(let value):
      self =
        Int(exactly: value).map(Self.whole) ?? UInt64(exactly: value).map(Self.unsigned) ?? .number(value)
    case .text(let text): self = .text(text)
    case .time(let text): self = .time(TimeText.utc(text))
    case .list(let list): self = .list(list.map(Self.init))
    case .map(let map):
      self = .map(
        Dictionary(map.entries.map { ($0.key, ValueIdentity($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}
