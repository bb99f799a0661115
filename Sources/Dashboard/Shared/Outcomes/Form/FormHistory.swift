/// What was typed in forms since davit was started, by the name of what it was. Nothing secret is in it, and it is kept
/// in memory only.
struct FormHistory: Sendable, Equatable {
  /// The newest first.
  private var lists: [String: [String]] = [:]

  /// The most that is kept of one name.
  static let most = 50

  /// What was typed before, the newest first.
  func texts(of name: String) -> [String] { lists[name] ?? [] }

  /// Keeps a text; one that is there already becomes the newest.
  mutating func add(_ text: String, to name: String) {
    guard !text.isEmpty else { return }
    let rest = texts(of: name).filter { $0 != text }
    lists[name] = Array(([text] + rest).prefix(Self.most))
  }

  /// Keeps what was typed in the fields of a form.
  mutating func add(_ fields: [FormField]) {
    for field in fields where !field.isSecret && field.isTouched {
      guard let name = field.history else { continue }
      for text in field.kind == .list ? field.allItems : [field.text] { add(text, to: name) }
    }
  }
}

/// Where somebody stands who goes through what was typed before.
struct FormRecall: Sendable, Equatable {
  /// How far back; 0 is what was typed now.
  private var place = 0
  /// What was typed before going back.
  private var typed = ""

  /// Goes a step back (1) or forth (-1) in texts, the newest first; nil at the ends.
  mutating func go(_ step: Int, from texts: [String], typed now: String) -> String? {
    if place == 0 { typed = now }
    let next = place + step
    guard next >= 0, next <= texts.count else { return nil }
    place = next
    return next == 0 ? typed : texts[next - 1]
  }
}
