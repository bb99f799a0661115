import TerminalUI

/// A question with one field, or a few.
struct Form<Action: Sendable & Equatable>: Sendable, Equatable {
  /// One field.
  struct Field: Sendable, Equatable {
    let label: String
    var field: TextField
    /// What an empty field says about what is expected.
    var placeholder = ""

    init(_ label: String, _ text: String = "", placeholder: String = "") {
      self.label = label
      field = TextField(text)
      self.placeholder = placeholder
    }

    var text: String { field.text }
  }

  let title: String
  /// What the answers are sent with.
  let action: Action
  var fields: [Field]
  /// What `enter` does in the last field, in a few words.
  var verb = "go on"
  /// Whether the second field is a path whose end follows the first, until it is typed.
  var secondFollowsFirst = false
  var selected = 0
  /// What was wrong with the answers; shown until the next key.
  var complaint: String?
  /// Whether the text of the one field is still the old one: the next character takes its place.
  var isOldSelected = false

  /// A question with fields.
  init(_ title: String, _ action: Action, _ fields: [Field], secondFollowsFirst: Bool = false) {
    self.title = title
    self.action = action
    self.fields = fields
    self.secondFollowsFirst = secondFollowsFirst
  }

  /// A question with one field that needs no label.
  init(_ title: String, _ action: Action, text: String, verb: String) {
    self.init(title, action, [Field("", text)])
    self.verb = verb
    isOldSelected = !text.isEmpty
  }

  /// Whether it is one line that needs no label.
  var isOneLine: Bool { fields.count == 1 && fields[0].label.isEmpty }

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Form<Other> {
    var form = Form<Other>(
      title, lift(action), fields.map { .init($0.label, $0.field, placeholder: $0.placeholder) },
      secondFollowsFirst: secondFollowsFirst)
    form.verb = verb
    form.selected = selected
    form.complaint = complaint
    form.isOldSelected = isOldSelected
    return form
  }

  /// The answers.
  var reply: UserReply { UserReply(texts: fields.map(\.text)) }

  /// Goes to the next field; false in the last one.
  mutating func goOn() -> Bool {
    guard selected < fields.count - 1 else { return false }
    selected += 1
    return true
  }

  /// Goes to another field, around the ends.
  mutating func move(_ step: Int) { selected = (selected + step + fields.count) % fields.count }

  /// Gives a key to the field that has the cursor.
  mutating func type(_ key: KeyPress) {
    if isOldSelected, key.typed != nil || key == KeyPress(.backspace) || key == KeyPress(.delete) {
      fields[selected].field = TextField()
    }
    guard fields[selected].field.handle(key) else { return }
    isOldSelected = false
    complaint = nil
    follow()
  }

  /// Puts pasted text into the field that has the cursor.
  mutating func paste(_ line: String) {
    if isOldSelected { fields[selected].field = TextField() }
    isOldSelected = false
    fields[selected].field.insert(line)
    complaint = nil
    follow()
  }

  private mutating func follow() {
    guard secondFollowsFirst, selected == 0, fields.count == 2 else { return }
    let path = fields[1].text
    guard let slash = path.lastIndex(of: "/") else { return }
    fields[1].field = TextField(path[...slash] + fields[0].text)
  }
}

extension Form.Field {
  init(_ label: String, _ field: TextField, placeholder: String) {
    self.label = label
    self.field = field
    self.placeholder = placeholder
  }
}
