import Testing

/// A name means one thing in the whole program.
@Suite struct NameTests {
  @Test func aTypeIsDeclaredInOneTargetOnly() {
    var places: [String: Set<String>] = [:]
    for file in Repository.sources where !file.isTest {
      for name in file.types { places[name, default: []].insert(file.target) }
    }
    #expect(places.filter { $0.value.count > 1 } == [:])
  }

  @Test func findsTheTypesThatAFileGivesItsTarget() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: """
        @frozen public struct A<Element> {
          struct Inner {}
        }
        private enum B {}
        fileprivate final class C {}
        package final class D: Sendable {}
        indirect enum E {}
        extension F {}
        protocol G {}
        typealias H = Int
        // struct I {}
        """)
    #expect(file.types == ["A", "D", "E", "G", "H"])
  }
}

extension SourceFile {
  /// The names of the types that stand at the top of the file and that its whole target sees.
  fileprivate var types: [String] {
    code.compactMap { line in
      guard let first = line.first, !first.isWhitespace else { return nil }
      let words = line.split { " <:{=".contains($0) }
      guard let kind = words.firstIndex(where: { Self.typeKinds.contains(String($0)) }),
        words[..<kind].allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains(String($0)) })
      else { return nil }
      return words.dropFirst(kind + 1).first.map(String.init)
    }
  }

  private static let typeKinds: Set = ["struct", "enum", "class", "actor", "protocol", "typealias"]
  private static let modifiers: Set = ["public", "package", "internal", "final", "indirect"]
}
