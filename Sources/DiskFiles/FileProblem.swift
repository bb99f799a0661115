/// Why something with a file cannot be done, in one line for people.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// `cannot …: why — what to do`.
  public let description: String

  /// A problem in its own words.
  public init(_ description: String) { self.description = description }
}
