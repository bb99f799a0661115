/// Sizes as Compose writes them: `512m`, `1.5g`, `10kb`, `2GiB`; a unit is 1024 of the one below.
public enum ByteSize {
  /// The bytes of a text; nil where it is no size. What is beyond 64 bits becomes the least number, as the reference
  /// makes it.
  public static func bytes(_ text: String) -> Int? {
    let characters = Array(text.utf8)
    guard let last = characters.lastIndex(where: { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x20 })
    else {
      return nil
    }
    let end = characters[last] == 0x20 ? last : last + 1
    let digits = String(decoding: characters[..<end], as: UTF8.self)
    let suffix = String(decoding: characters[(last + 1)...], as: UTF8.self).lowercased()
    guard let size = number(digits), size >= 0, let factor = factor(suffix) else { return nil }
    return GoNumber.signed(size * factor)
  }

  private static func number(_ digits: String) -> Double? {
    GoNumber.float(digits)
  }

  private static func factor(_ suffix: String) -> Double? {
    guard let first = suffix.first else { return 1 }
    if first == "b" { return suffix == "b" ? 1 : nil }
    guard let power = ["k", "m", "g", "t", "p"].firstIndex(of: String(first)) else { return nil }
    guard ["", "b", "ib"].contains(suffix.dropFirst()) else { return nil }
    return (0...power).reduce(1.0) { factor, _ in factor * 1024 }
  }
}
