import TerminalUI
import TextEditing

/// A question with one field, or a few.
struct Form<Action: Sendable & Equatable>: Sendable, Equatable {
  typealias Field = FormField

  let title: String
  /// What the answers are sent with.
  let action: Action
  var fields: [FormField]
  /// What `enter` does in the last field, in a few words.
  var verb = "go on"
  /// Whether the second field is a path whose end follows the first, until it is typed.
  var secondFollowsFirst = false
  private(set) var selected = 0
  /// Why the answers were refused, and the field that has the blame; shown until the next key.
  private(set) var refusal: FormRefusal?
  /// Whether the text of the one field is still the old one: the next character takes its place.
  private(set) var isOldSelected = false
  /// What the text can become, while it is chosen from.
  private(set) var completions: CompletionList?
  /// The paths that were asked for; nil while none are.
  private(set) var awaitedPaths: PathQuery?
  private var recall = FormRecall()
  /// Whether it stays until the engine has done what it asks for: where the engine refuses, nothing typed is lost.
  var staysUntilDone = false
  /// The job that it waits for; nil while it is filled in.
  private(set) var job: JobID?
  /// The rows that it is about: it goes when they are gone.
  var about: [RowID] = []
  /// Whether the first field has names of images: then it is said who one is at their registries.
  var namesImages = false

  /// A question with fields.
  init(_ title: String, _ action: Action, _ fields: [FormField], secondFollowsFirst: Bool = false) {
    self.title = title
    self.action = action
    self.fields = fields
    self.secondFollowsFirst = secondFollowsFirst
  }

  /// A question with one field that needs no label.
  init(
    _ title: String, _ action: Action, text: String, verb: String, history: String? = nil,
    check: FieldCheck? = nil
  ) {
    self.init(title, action, [FormField("", text, history: history, check: check)])
    self.verb = verb
    isOldSelected = !text.isEmpty
  }

  /// The next character takes the place of the first field's text, which is only a guess.
  mutating func selectOld() { isOldSelected = fields.first?.text.isEmpty == false }

  /// Whether it is one line that needs no label.
  var isOneLine: Bool { fields.count == 1 && fields[0].label.isEmpty }

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Form<Other> {
    var form = Form<Other>(title, lift(action), fields, secondFollowsFirst: secondFollowsFirst)
    form.verb = verb
    form.selected = selected
    form.refusal = refusal
    form.isOldSelected = isOldSelected
    form.completions = completions
    form.awaitedPaths = awaitedPaths
    form.recall = recall
    form.staysUntilDone = staysUntilDone
    form.about = about
    form.namesImages = namesImages
    return form
  }

  /// The field that has the cursor.
  var current: FormField { fields[selected] }

  /// The answers.
  var reply: UserReply { UserReply(texts: fields.map(\.text)) }

  /// What is wrong with a field, to stand under it; nil while nothing is.
  func problem(of index: Int) -> String? {
    if let refusal, refusal.field == index { return refusal.text }
    return fields[index].problem
  }
}

/// Why answers cannot be taken.
struct FormRefusal: Sendable, Equatable {
  let text: String
  let field: Int
}

// MARK: Moving

extension Form {
  /// `enter`: adds what is typed to a list, else goes to the next field. False in the last one, which ends the form. A
  /// text that cannot be taken keeps the cursor.
  mutating func goOn() -> Bool {
    guard job == nil else { return true }
    if fields[selected].kind == .list, !current.field.isEmpty {
      if let problem = current.check?.problem(current.field.text) {
        refuse(problem)
      } else {
        _ = fields[selected].addItem()
        leave()
      }
      return true
    }
    if let problem = current.finalProblem {
      refuse(problem)
      return true
    }
    guard selected < fields.count - 1 else { return false }
    select(selected + 1)
    return true
  }

  /// Goes to another field, around the ends.
  mutating func move(_ step: Int) { select((selected + step + fields.count) % fields.count) }

  /// Puts the cursor into a field.
  mutating func select(_ index: Int) {
    guard fields.indices.contains(index) else { return }
    leave()
    if index != selected { isOldSelected = false }
    selected = index
  }

  /// Goes to the first field whose text cannot be taken; whether there is one.
  mutating func selectProblem() -> Bool {
    for (index, field) in fields.enumerated() {
      guard let problem = field.finalProblem else { continue }
      select(index)
      refuse(problem)
      return true
    }
    return false
  }

  /// Shows why the answers cannot be taken, under the field that has the cursor.
  mutating func refuse(_ text: String) {
    job = nil
    refusal = FormRefusal(text: text, field: selected)
  }

  /// Waits for a job; until it has ended nothing is typed.
  mutating func wait(for job: JobID) {
    leave()
    self.job = job
  }

  private mutating func leave() {
    refusal = nil
    completions = nil
    awaitedPaths = nil
    recall = FormRecall()
  }
}

// MARK: Typing

extension Form {
  /// Gives a key to the field that has the cursor.
  mutating func type(_ key: KeyPress) {
    guard job == nil else { return }
    if isOldSelected, key.typed != nil || key == KeyPress(.backspace) || key == KeyPress(.delete) {
      fields[selected].field = TextField()
    }
    guard fields[selected].handle(key) else { return }
    changed()
  }

  /// Puts pasted text into the field that has the cursor.
  mutating func paste(_ text: String) {
    guard job == nil else { return }
    if isOldSelected { fields[selected].field = TextField() }
    fields[selected].paste(text)
    changed()
  }

  /// Puts a text into the place of what is typed.
  mutating func replace(_ text: String) {
    fields[selected].replace(text)
    changed()
  }

  /// Puts the cursor under a press of the mouse: so many columns into the field, which has so many.
  mutating func press(_ index: Int, column: Int, of columns: Int) {
    guard fields.indices.contains(index) else { return }
    if index != selected { select(index) }
    isOldSelected = false
    fields[index].field.place(at: column, of: columns)
  }

  /// Chooses a word of a field by its place.
  mutating func choose(_ option: Int, of index: Int) {
    guard job == nil, fields.indices.contains(index) else { return }
    select(index)
    fields[index].choose(option)
  }

  private mutating func changed() {
    isOldSelected = false
    leave()
    guard secondFollowsFirst, selected == 0, fields.count == 2, !fields[1].isTouched else { return }
    let path = fields[1].text
    guard let slash = path.lastIndex(of: "/") else { return }
    fields[1].field = TextField(path[...slash] + fields[0].text)
  }
}

// MARK: Completing

extension Form {
  /// What completing the text that has the cursor asks for.
  enum Wish: Equatable {
    /// Nothing more: it is done, or the list is open.
    case done
    /// The field completes nothing, or nothing more.
    case nothing
    case paths(PathQuery)
  }

  /// Completes the text that has the cursor.
  mutating func complete() -> Wish {
    let text = current.field.text
    switch current.completion {
    case .none: return .nothing
    case .words(let words): return offer(CompletionMatches(of: text, in: words))
    case .files, .folders:
      let query = PathQuery(text, foldersOnly: current.completion == .folders)
      awaitedPaths = query
      return .paths(query)
    }
  }

  /// Takes the paths that were asked for, if nothing was done meanwhile.
  mutating func take(_ answer: PathAnswer) -> Wish {
    guard awaitedPaths == answer.query else { return .done }
    awaitedPaths = nil
    return offer(CompletionMatches(of: answer))
  }

  /// Puts in what all matches have in common, and shows them where there are several.
  private mutating func offer(_ matches: CompletionMatches) -> Wish {
    let text = current.field.text
    guard !matches.items.isEmpty, matches.items.map(\.insertion) != [text] else { return .nothing }
    if let common = matches.common, common != text { replace(common) }
    if matches.items.count > 1 { completions = CompletionList(matches.items) }
    return .done
  }

  /// Does what a key means in the list of completions; false where it means something else.
  mutating func handleCompletion(_ key: KeyPress) -> Bool {
    guard var list = completions else { return false }
    let outcome = list.handle(key)
    switch outcome {
    case .moved: completions = list
    case .chosen(let item): replace(item.insertion)
    case .closed, .unused: completions = nil
    }
    return outcome != .unused
  }

  /// Takes a completion by its place.
  mutating func chooseCompletion(_ index: Int) {
    guard let items = completions?.items, items.indices.contains(index) else { return }
    replace(items[index].insertion)
  }
}

// MARK: What was typed before

extension Form {
  /// Goes through what was typed before in such a field: back (1) or forth (-1).
  mutating func recall(_ step: Int, from history: FormHistory) {
    guard current.isTyped, let kind = current.history else { return }
    var recall = recall
    guard let text = recall.go(step, from: history.texts(of: kind), typed: current.field.text) else { return }
    replace(text)
    self.recall = recall
  }
}
