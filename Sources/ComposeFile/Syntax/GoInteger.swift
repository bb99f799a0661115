/// Whole numbers as the reference makes them of others, on the machines that it mostly runs on.
enum GoInteger {
  /// A number without its fraction; the least one where it has no place in 64 bits.
  static func signed(_ value: Double) -> Int {
    Int(exactly: value.rounded(.towardZero)) ?? Int.min
  }
}
