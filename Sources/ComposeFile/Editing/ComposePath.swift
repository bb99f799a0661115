/// A place in a Compose file: `services.web.image`, `services.web.ports[0]`, `services.web.labels."a.b"`.
public struct ComposePath: Sendable, Hashable, CustomStringConvertible {
  /// One step of a path.
  public enum Step: Sendable, Hashable {
    /// A key of a mapping.
    case key(String)
    /// An element of a list, from 0.
    case index(Int)
    /// Behind the last element of a list.
    case end
  }

  /// The steps from the top of the file.
  public var steps: [Step]

  /// A path of steps.
  public init(_ steps: [Step]) {
    self.steps = steps
  }

  /// A path of keys.
  public init(keys: String...) {
    steps = keys.map(Step.key)
  }

  /// Reads a path; nil where it is none. Keys with dots or brackets stand in double quotes, `[+]` is the end of a list.
  public init?(_ text: String) {
    var steps: [Step] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let close = rest.firstIndex(of: "]") else { return nil }
        let inner = rest[rest.index(after: rest.startIndex)..<close]
        guard let step = inner == "+" ? .end : Int(inner).map(Step.index) else { return nil }
        steps.append(step)
        rest = rest[rest.index(after: close)...]
      } else {
        if !steps.isEmpty {
          guard rest.first == "." else { return nil }
          rest = rest.dropFirst()
        }
        guard let key = Self.key(&rest) else { return nil }
        steps.append(.key(key))
      }
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  private static func key(_ rest: inout Substring) -> String? {
    if rest.first == "\"" {
      rest = rest.dropFirst()
      guard let close = rest.firstIndex(of: "\"") else { return nil }
      defer { rest = rest[rest.index(after: close)...] }
      return String(rest[..<close])
    }
    let key = rest.prefix { $0 != "." && $0 != "[" }
    rest = rest.dropFirst(key.count)
    return key.isEmpty ? nil : String(key)
  }

  /// The path as it is read.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key):
        let needsQuotes = key.isEmpty || key.contains { ".[\"=+".contains($0) }
        text += (text.isEmpty ? "" : ".") + (needsQuotes ? "\"\(key)\"" : key)
      case .index(let index): text += "[\(index)]"
      case .end: text += "[+]"
      }
    }
    return text
  }
}
