/// A version of the Engine API, such as 1.41.
struct ServedVersion: Comparable, Sendable {
  let major: Int
  let minor: Int

  init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `1.41`; nil for other text.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]) else { return nil }
    self.init(major, minor)
  }

  var text: String { "\(major).\(minor)" }

  static func < (left: ServedVersion, right: ServedVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
