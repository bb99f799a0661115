import EngineModel

/// What made a container: each Compose leaves out and adds other things.
enum ComposeMaker: Hashable {
  /// docker-compose 1, written in Python.
  case first
  /// `docker compose` 2 and later.
  case second
  /// podman-compose.
  case podman

  init(_ container: ContainerDetails) {
    if container.labels.keys.contains(where: { $0.hasPrefix("io.podman.compose.") }) {
      self = .podman
    } else {
      self = Self.family(container.compose.version ?? "") == 1 ? .first : .second
    }
  }

  /// The generation that a version belongs to: its hashes can be compared within. All from 2 on are one.
  static func family(_ version: String) -> Int {
    let digits = version.drop { $0 == "v" }.prefix { $0.isNumber }
    return Int(digits) == 1 ? 1 : 2
  }

  /// Whether a version is one or a later one; false where it cannot be read.
  static func isAtLeast(_ version: String, _ major: Int, _ minor: Int) -> Bool {
    let numbers = version.drop { $0 == "v" }.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count > 1 else { return false }
    return (numbers[0], numbers[1]) >= (major, minor)
  }

  /// The first two numbers of a version: `2.26` of `v2.26.1`.
  static func release(_ version: String) -> String {
    version.drop { $0 == "v" }.split(separator: ".").prefix(2).joined(separator: ".")
  }
}
