import TerminalUI

/// One field of a form.
struct FormField: Sendable, Equatable {
  /// What is typed or chosen in it.
  enum Kind: Sendable, Equatable {
    case text
    /// One of a few words, which is its text.
    case choice([String])
    /// Yes or no; its text is `yes` or `no`.
    case toggle
    /// Several texts, one a line: those that are there, and the one that is typed.
    case list
  }

  /// What `tab` completes a text with.
  enum Completion: Sendable, Equatable {
    case none
    /// Words that are known beforehand.
    case words([String])
    /// Paths of files and folders of this machine, which the runtime looks up.
    case files
    /// Paths of folders alone.
    case folders
  }

  let label: String
  let kind: Kind
  /// The text that is typed; of a choice or a switch the word that it stands at.
  var field: TextField
  /// The texts of a list that are there already.
  private(set) var items: [String] = []
  /// What an empty field says about what is expected.
  var placeholder = ""
  var completion = Completion.none
  /// The name of what is typed, `image` or `port`: what was typed in another field of that name before can be taken
  /// again. Nil for what is not kept.
  var history: String?
  /// Whether the text is never shown and never kept.
  let isSecret: Bool
  /// What is wrong with the text.
  var check: FieldCheck?
  /// Whether somebody has typed in it: before, nothing in it is wrong.
  var isTouched = false

  /// A field of text.
  init(
    _ label: String, _ text: String = "", placeholder: String = "", completion: Completion = .none,
    history: String? = nil, check: FieldCheck? = nil
  ) {
    self.init(label, .text, text, isSecret: false)
    self.placeholder = placeholder
    self.completion = completion
    self.history = history
    self.check = check
  }

  private init(_ label: String, _ kind: Kind, _ text: String, isSecret: Bool) {
    self.label = label
    self.kind = kind
    field = TextField(text)
    self.isSecret = isSecret
  }

  /// A field that is one of a few words; it stands at the first where `chosen` is none of them.
  static func choice(_ label: String, _ words: [String], chosen: String = "") -> FormField {
    FormField(
      label, .choice(words), words.contains(chosen) ? chosen : words.first ?? "", isSecret: false)
  }

  /// A field that is yes or no.
  static func toggle(_ label: String, isOn: Bool = false) -> FormField {
    FormField(label, .toggle, isOn ? "yes" : "no", isSecret: false)
  }

  /// A field of several texts.
  static func list(
    _ label: String, _ items: [String] = [], placeholder: String = "", completion: Completion = .none,
    history: String? = nil, check: FieldCheck? = nil
  ) -> FormField {
    var field = FormField(label, .list, "", isSecret: false)
    field.items = items
    field.placeholder = placeholder
    field.completion = completion
    field.history = history
    field.check = check
    return field
  }

  /// A field whose text is shown to nobody.
  static func secret(_ label: String, placeholder: String = "", check: FieldCheck? = nil) -> FormField {
    var field = FormField(label, .text, "", isSecret: true)
    field.placeholder = placeholder
    field.check = check
    return field
  }

  /// The answer: of a list one line each.
  var text: String { kind == .list ? allItems.joined(separator: "\n") : field.text }

  /// The texts of a list, with the one that is being typed.
  var allItems: [String] { items + (field.isEmpty ? [] : [field.text]) }

  /// Whether a key moves the cursor of a text.
  var isTyped: Bool { kind == .text || kind == .list }

  /// What is wrong with what was typed so far; nil while nothing is, or nothing was typed.
  var problem: String? {
    guard isTouched, !field.isEmpty else { return nil }
    return check?.problem(field.text)
  }

  /// What is wrong where the field is to be left as it is. Of a list, each text is looked at.
  var finalProblem: String? {
    guard let check else { return nil }
    if kind == .list, !allItems.isEmpty { return allItems.lazy.compactMap(check.problem).first }
    return check.problem(field.text)
  }
}

extension FormField {
  /// Does what a key means in the field; false where it means nothing.
  mutating func handle(_ key: KeyPress) -> Bool {
    let isHandled =
      switch kind {
      case .text: field.handle(key)
      case .list: takeBack(key) || field.handle(key)
      case .choice(let words): turn(key, words)
      case .toggle: flip(key)
      }
    if isHandled { isTouched = true }
    return isHandled
  }

  /// Puts a text into the place of the one that is typed.
  mutating func replace(_ text: String) {
    field = TextField(text)
    isTouched = true
  }

  /// Puts a text in at the cursor: of a list, each line of it becomes an item.
  mutating func paste(_ text: String) {
    guard isTyped else { return }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    isTouched = true
    guard kind == .list, lines.count > 1 else { return field.insert(lines.first ?? "") }
    for line in lines {
      field.insert(line)
      _ = addItem()
    }
  }

  /// Makes an item of what is typed in a list; false where nothing is.
  mutating func addItem() -> Bool {
    guard kind == .list, !field.isEmpty else { return false }
    items.append(field.text)
    field = TextField()
    return true
  }

  /// Backspace in the empty line of a list takes the last item back.
  private mutating func takeBack(_ key: KeyPress) -> Bool {
    guard key == KeyPress(.backspace), field.isEmpty, let last = items.popLast() else { return false }
    field = TextField(last)
    return true
  }

  /// Goes to another word of a choice: the next, the one before, or the next with a letter.
  private mutating func turn(_ key: KeyPress, _ words: [String]) -> Bool {
    let now = words.firstIndex(of: field.text) ?? 0
    let later = words.dropFirst(now + 1)
    switch (key.key, key.modifiers) {
    case (.right, []), (.character(" "), []): choose((now + 1) % max(1, words.count))
    case (.left, []): choose((now + words.count - 1) % max(1, words.count))
    case (.character(let letter), []):
      let start = String(letter).lowercased()
      guard let word = (later + words[...]).first(where: { $0.lowercased().hasPrefix(start) }) else {
        return false
      }
      field = TextField(word)
    default: return false
    }
    return true
  }

  private mutating func flip(_ key: KeyPress) -> Bool {
    switch (key.key, key.modifiers) {
    case (.right, []), (.left, []), (.character(" "), []): choose(field.text == "yes" ? 0 : 1)
    case (.character("y"), []), (.character("Y"), []): choose(1)
    case (.character("n"), []), (.character("N"), []): choose(0)
    default: return false
    }
    return true
  }

  /// The words that can be chosen; none where text is typed.
  var options: [String] {
    switch kind {
    case .choice(let words): words
    case .toggle: ["no", "yes"]
    case .text, .list: []
    }
  }

  /// Chooses a word by its place.
  mutating func choose(_ index: Int) {
    guard options.indices.contains(index) else { return }
    field = TextField(options[index])
    isTouched = true
  }
}

/// What can be wrong with a text. Two checks of the same name are the same.
struct FieldCheck: Sendable, Equatable {
  let name: String
  /// Why a text cannot be taken, in a few words; nil where it can. What may be left out passes when it is empty.
  let problem: @Sendable (String) -> String?

  static func == (left: FieldCheck, right: FieldCheck) -> Bool { left.name == right.name }
}
