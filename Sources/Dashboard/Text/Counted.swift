/// Numbers of things.
enum Counted {
  /// `3 containers`, `1 container`.
  static func text(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
