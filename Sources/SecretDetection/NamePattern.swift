/// A pattern for names of variables: `*` stands for any characters, all others for themselves, whatever their case.
package struct NamePattern: Sendable, Hashable, CustomStringConvertible {
  /// The pattern as it was written.
  package let description: String
  private let pieces: [String]

  /// A pattern as it is written in the settings.
  package init(_ pattern: String) {
    description = pattern
    pieces = pattern.uppercased().split(separator: "*", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether the whole of `name` fits.
  package func matches(_ name: String) -> Bool {
    var rest = Substring(name.uppercased())
    guard let first = pieces.first, let last = pieces.last, rest.hasPrefix(first) else { return false }
    if pieces.count == 1 { return rest == first }
    rest = rest.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let end = Self.end(of: piece, in: rest) else { return false }
      rest = rest[end...]
    }
    return rest.hasSuffix(last)
  }

  private static func end(of piece: String, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(piece) }.map { text.index($0, offsetBy: piece.count) }
  }
}
