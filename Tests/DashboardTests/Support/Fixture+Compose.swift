import StackPlanning

extension Fixture {
  /// The Compose command of the tests.
  static let compose = ComposeProgram(
    kind: .plugin, version: "2.26.1", command: ["/usr/bin/docker", "compose"])

  /// The stack that most tests look at.
  static let shopSource = StackSource(name: "shop", directory: "/srv/shop", files: ["/srv/shop/compose.yaml"])
}
