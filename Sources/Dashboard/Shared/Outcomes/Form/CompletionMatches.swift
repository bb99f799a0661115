import TextEditing

/// What a text can become.
struct CompletionMatches: Equatable {
  let items: [CompletionList.Item]
  /// What all of them begin with, at least as long as the text; nil where they do not begin with the text.
  let common: String?

  /// Of words: those that begin with the text, else those that have it in them.
  init(of text: String, in words: [String]) {
    let lower = text.lowercased()
    let first = words.filter { $0.lowercased().hasPrefix(lower) }
    let found = first.isEmpty ? words.filter { $0.lowercased().contains(lower) } : first
    items = found.prefix(Self.most).map { CompletionList.Item($0) }
    common = found.count == 1 ? found[0] : first.isEmpty ? nil : Self.common(first, atLeast: text)
  }

  /// Of paths.
  init(of answer: PathAnswer) {
    let folder = answer.query.folder
    items = answer.names.prefix(Self.most).map { CompletionList.Item($0, insertion: folder + $0) }
    common =
      answer.names.isEmpty
      ? nil : Self.common(answer.names.map { folder + $0 }, atLeast: answer.query.text)
  }

  private static let most = 200

  private static func common(_ words: [String], atLeast text: String) -> String? {
    guard var common = words.first else { return nil }
    for word in words.dropFirst() {
      common = String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common.count >= text.count ? common : nil
  }
}
