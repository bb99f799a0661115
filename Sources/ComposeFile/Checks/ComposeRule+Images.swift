extension ComposeRule {
  static let images: [ComposeRule] = [
    ComposeRule(
      "image-not-pinned", .advice, reason: "What runs changes with the next pull, unasked.",
      fix: "Name a version, as nginx:1.27, or a digest."
    ) { (service: CheckedService) in
      guard let image = service["image"]?.text, service["build"] == nil else { return [] }
      switch ImageNameParts(image).tag {
      case nil where !ImageNameParts(image).hasDigest:
        return [service.finding("\(image) has no tag and so is latest", at: "image")]
      case "latest"?: return [service.finding("\(image) is whatever is latest", at: "image")]
      default: return []
      }
    }
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
}
