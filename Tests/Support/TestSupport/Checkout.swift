import FoundationEssentials

/// The repository that the tests were built from.
package enum Checkout {
  /// Its folder, with a slash at the end.
  package static let root = String(#filePath.dropLast("Tests/Support/TestSupport/Checkout.swift".count))

  /// The path of a file that is named from the root.
  package static func path(_ name: String) -> String { root + name }

  /// The text of a file that is named from the root; throws where it cannot be read.
  package static func text(of name: String) throws -> String {
    try String(contentsOf: URL(filePath: path(name)), encoding: .utf8)
  }
}
