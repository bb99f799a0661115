/// A version of the Engine API: "1.41".
public struct APIVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number before the dot.
  public let major: Int
  /// The number after the dot.
  public let minor: Int

  /// A version by its numbers.
  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads "1.41"; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1]), major >= 0, minor >= 0
    else {
      return nil
    }
    self.init(major, minor)
  }

  /// The version as it stands in paths: "1.41".
  public var description: String { "\(major).\(minor)" }

  /// Order by major, then minor number.
  public static func < (left: APIVersion, right: APIVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// The oldest version that this client speaks.
  public static let oldest = APIVersion(1, 24)
  /// The newest version that this client speaks.
  public static let newest = APIVersion(1, 56)
}
