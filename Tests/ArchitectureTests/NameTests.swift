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

  /// A library of the system may have any name, and a newer one may have ours.
  @Test(arguments: Repository.files(in: "Sources/CNcurses").filter { $0.hasSuffix(".c") })
  func whatIsOursInCCarriesAPrefix(file: String) {
    let text = Repository.text(of: file)
    let strangers = CNames.ofFile(text).filter { !$0.hasPrefix("cn_") }
    #expect(strangers == [])
  }

  @Test func findsTheNamesThatStandInAFileOfC() {
    let text = """
      static volatile int is_raw = 0;
      enum { limit = 1 << 20 };
      static const int fatal[] = {
          SIGSEGV,
      };
      long read_all(int number) {
        int local = 0;
      }
      typedef struct {
        int inner;
      } cell;
      """
    #expect(CNames.ofFile(text) == ["is_raw", "limit", "fatal", "read_all", "cell"])
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

/// The names that stand at the top of a file of C.
private enum CNames {
  static func ofFile(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard let first = line.first, first.isLetter || first == "}" else { return nil }
      let declared = line.prefix { !"(=[;{".contains($0) }
      let words = declared.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      if words.first == "enum" { return line.split { " {=".contains($0) }.dropFirst().first.map(String.init) }
      return line.hasPrefix("typedef struct") ? nil : words.last.map(String.init)
    }
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
