extension ComposeRule {
  static let images: [ComposeRule] = [
    ComposeRule(
      "image-name", .error, reason: "Compose accepts the name, but no engine can pull or build it.",
      fix: "Write registry/name:tag, with the name in lowercase and without spaces."
    ) { (service: CheckedService) in
      guard let image = service["image"]?.text, !image.isEmpty, service["provider"] == nil,
        !ImageNameParts.isName(image)
      else { return [] }
      return [service.finding("'\(image)' is not a valid image name", at: "image")]
    },
    ComposeRule(
      "image-not-pinned", .advice, reason: "The next pull may change what runs.",
      fix: "Pin a version, such as nginx:1.27, or a digest."
    ) { (service: CheckedService) in
      guard let image = service["image"]?.text, service["build"] == nil else { return [] }
      switch ImageNameParts(image).tag {
      case nil where !ImageNameParts(image).hasDigest:
        return [service.finding("\(image) has no tag, so it means latest", at: "image")]
      case "latest"?: return [service.finding("\(image) is not pinned to a version", at: "image")]
      default: return []
      }
    },
  ]
}

/// The parts of an image's name.
struct ImageNameParts {
  /// The tag, or nil.
  let tag: String?
  let hasDigest: Bool
  /// The last part of the repository: `postgres` of `registry.example.com/library/postgres:16`.
  let name: String

  init(_ text: String) {
    let halves = text.split(separator: "@", maxSplits: 1)
    hasDigest = halves.count > 1
    let last = (halves.first ?? "").split(separator: "/").last ?? ""
    let parts = last.split(separator: ":", maxSplits: 1)
    name = parts.first.map(String.init) ?? ""
    tag = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether an image can be called so: the grammar of `distribution/reference`, but for the length of a digest.
  static func isName(_ text: String) -> Bool {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count > 1, !isDigest(halves[1]) { return false }
    var parts = halves[0].split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.popLast() else { return false }
    let named = last.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if named.count > 1, !isTag(named[1]) { return false }
    if let first = parts.first, isRegistry(first) { parts.removeFirst() }
    return (parts + [named[0]]).allSatisfy(isPathPart) && halves[0].utf8.count <= longestName
  }

  private static let longestName = 255 + 1 + longestTag
  private static let longestTag = 128

  private static func isDigest(_ text: Substring) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { isLetterOrDigit($0) || $0 == 0x2B } }
  }

  private static func isTag(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetterOrDigit(first) || first == UInt8(ascii: "_") else {
      return false
    }
    return text.utf8.count <= longestTag
      && text.utf8.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }

  /// Whether what stands before the first `/` is a registry, and not a part of the name.
  private static func isRegistry(_ text: Substring) -> Bool {
    let isMeant =
      text == "localhost" || text.utf8.contains { ".:".utf8.contains($0) || (0x41...0x5A).contains($0) }
    return isMeant && text.utf8.allSatisfy { isLetterOrDigit($0) || ".:-[]".utf8.contains($0) }
  }

  /// Small letters and digits, with `.`, `_`, `__` or dashes between them.
  private static func isPathPart(_ text: Substring) -> Bool {
    var mark: [UInt8] = [UInt8(ascii: ".")]
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) {
        mark = []
      } else if "._-".utf8.contains(byte) {
        let follows = mark.allSatisfy { $0 == byte } && (byte == 0x2D || mark.count < (byte == 0x5F ? 2 : 1))
        guard follows else { return false }
        mark.append(byte)
      } else {
        return false
      }
    }
    return mark.isEmpty
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
