/// Why a text is no JSON, or not the JSON that was expected.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The text ends in the middle.
    case endOfText
    /// A byte that cannot stand there.
    case unexpectedByte(UInt8)
    /// A number that JSON does not allow.
    case badNumber
    /// A backslash with something unknown behind it.
    case badEscape
    /// A control character within a text.
    case controlCharacter
    /// More nesting than `JSONScanner.depthLimit`.
    case tooDeep
    /// Good JSON, but not of the expected shape.
    case wrongShape
  }

  /// What is wrong.
  public var problem: Problem
  /// Where, in bytes from the start.
  public var offset: Int

  /// An error as given.
  public init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// One line for people.
  public var description: String {
    switch problem {
    case .endOfText: "the JSON ends too early, after byte \(offset)"
    case .unexpectedByte: "unexpected character in the JSON at byte \(offset)"
    case .badNumber: "bad number in the JSON at byte \(offset)"
    case .badEscape: "bad escape in the JSON at byte \(offset)"
    case .controlCharacter: "control character in the JSON at byte \(offset)"
    case .tooDeep: "the JSON is nested too deeply at byte \(offset)"
    case .wrongShape: "the JSON does not have the expected form"
    }
  }
}
