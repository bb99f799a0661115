/// Numbers of things.
package enum Counted {
  /// `3 containers`, `1 container`.
  package static func text(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `1,204 lines`, `1 line`.
  static func lines(_ count: Int) -> String { "\(Quantity.count(count)) line\(count == 1 ? "" : "s")" }
}
