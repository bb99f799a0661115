/// Asks which paths of this machine a text can become.
package struct PathQuery: Sendable, Hashable {
  /// The text as it was typed: absolute, beginning with `~/`, or of the folder that davit was started in.
  package let text: String
  /// Whether only folders are wanted.
  package let foldersOnly: Bool

  init(_ text: String, foldersOnly: Bool) {
    self.text = text
    self.foldersOnly = foldersOnly
  }

  /// The folder of the text, as it was typed, with its last `/`; empty for none.
  package var folder: String { text.lastIndex(of: "/").map { String(text[...$0]) } ?? "" }

  /// What the names begin with.
  package var start: String { String(text.dropFirst(folder.count)) }
}

/// The names in a folder that a text can become.
package struct PathAnswer: Sendable, Hashable {
  package let query: PathQuery
  /// Names in their order, a folder's with `/` behind it.
  package let names: [String]

  /// An answer from its parts.
  package init(_ query: PathQuery, names: [String]) {
    self.query = query
    self.names = names
  }
}
