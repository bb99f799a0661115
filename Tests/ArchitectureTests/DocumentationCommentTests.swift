import Testing

/// What other targets see is explained where it stands.
@Suite struct DocumentationCommentTests {
  private static let alwaysDocumented: Set = [
    "func", "init", "init?", "struct", "enum", "class", "actor", "protocol", "typealias", "subscript",
  ]

  @Test(arguments: Repository.sources.filter { !$0.isTest })
  func whatOtherTargetsSeeHasADocumentationComment(file: SourceFile) {
    let bare = file.code.indices.filter { needsComment(file.code[$0]) && !hasComment(before: $0, in: file) }
    #expect(bare.map { "\(file.path):\($0 + 1): \(file.lines[$0])" } == [])
  }

  /// Types and functions always; properties where a reader must ask what nil means.
  private func needsComment(_ line: String) -> Bool {
    let words = line.split(whereSeparator: { " (<:".contains($0) }).map(String.init)
    guard let access = words.firstIndex(where: { $0 == "public" || $0 == "package" }),
      words[..<access].allSatisfy({ $0.hasPrefix("@") || ["static", "final"].contains($0) }),
      !words.contains("import")
    else { return false }
    let kind = words[(access + 1)...].first {
      Self.alwaysDocumented.contains($0) || $0 == "var" || $0 == "let"
    }
    guard let kind else { return false }
    // What an operator means, its protocol says.
    if ["static func <", "static func =="].contains(where: line.contains) { return false }
    if Self.alwaysDocumented.contains(kind) { return true }
    let declared = line.split(separator: "=").first.map(String.init) ?? line
    return declared.split(separator: "{").first?.contains("?") == true
  }

  private func hasComment(before index: Int, in file: SourceFile) -> Bool {
    let above = file.lines[..<index].reversed().first { !$0.trimmed.hasPrefix("@") }
    return above.map { $0.trimmed.hasPrefix("///") || $0.trimmed.hasSuffix("*/") } ?? false
  }
}

extension String {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
