import TerminalUI

/// A question with a few fields.
struct Form: Sendable, Equatable {
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

  /// What is done with the answers.
  enum Purpose: Sendable, Equatable {
    case quickEdit(QuickEdit)
    case newStack(NewStackKind)
  }

  let title: String
  let purpose: Purpose
  var fields: [Field]
  var selected = 0
  /// What was wrong with the answers; shown until the next key.
  var complaint: String?

  init(_ title: String, _ purpose: Purpose, _ fields: [Field]) {
    self.title = title
    self.purpose = purpose
    self.fields = fields
  }

  /// Takes a key; true for the one that ends the form.
  mutating func press(_ key: KeyPress) -> Bool {
    switch key.key {
    case .enter:
      guard selected == fields.count - 1 else {
        selected += 1
        return false
      }
      return true
    case .tab, .down: selected = (selected + 1) % fields.count
    case .backtab, .up: selected = (selected + fields.count - 1) % fields.count
    default:
      if fields[selected].field.handle(key) {
        complaint = nil
        follow()
      }
    }
    return false
  }

  /// Puts pasted text into the field that has the keys.
  mutating func paste(_ line: String) {
    fields[selected].field.insert(line)
    complaint = nil
    follow()
  }

  /// The folder of a new stack follows its name, until it is typed.
  private mutating func follow() {
    guard case .newStack = purpose, selected == 0, fields.count == 2 else { return }
    let path = fields[1].text
    guard let slash = path.lastIndex(of: "/") else { return }
    fields[1].field = TextField(path[...slash] + fields[0].text)
  }
}

extension DashboardState {
  /// A key while a form is filled in.
  mutating func pressForm(_ form: inout Form, _ key: KeyPress) -> [Effect] {
    guard form.press(key) else {
      replaceTop(.form(form))
      return []
    }
    let answer =
      switch form.purpose {
      case .quickEdit(let edit): finish(edit, form.fields.map(\.text))
      case .newStack(let kind): finish(kind, name: form.fields[0].text, folder: form.fields[1].text)
      }
    switch answer {
    case .done(let effects): return effects
    case .complaint(let complaint):
      form.complaint = complaint
      replaceTop(.form(form))
      return []
    }
  }
}

/// What comes of the answers of a form.
enum FormAnswer: Sendable, Equatable {
  case done([Effect])
  case complaint(String)
}

/// Draws a form.
enum FormView {
  static func draw(_ form: Form, on canvas: inout Canvas) {
    let columns = min(canvas.size.columns - 4, 72)
    let label = (form.fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2
    let inside = OverlayView.box(
      Size(columns: columns, rows: form.fields.count + 3),
      title: TextWidth.truncated(form.title, to: columns - 8),
      hint: form.fields.count > 1 ? "tab: next field   enter: go on   esc: back" : "enter: go on   esc: back",
      on: &canvas)
    for (index, field) in form.fields.enumerated() {
      let (left, right) = inside.line(index).splitLeft(label)
      let isSelected = index == form.selected
      canvas.write(
        field.label, at: left.origin, style: Style(isSelected ? .hintKey : .muted, on: .overlay),
        maxColumns: left.columns)
      if field.field.isEmpty, !isSelected {
        canvas.write(
          field.placeholder, at: right.origin, style: Style(.muted, on: .overlay), maxColumns: right.columns)
      } else {
        field.field.draw(
          into: &canvas, in: right, style: Style(.text, on: .overlay), isFocused: isSelected,
          placeholder: field.placeholder)
      }
    }
    if let complaint = form.complaint {
      let line = inside.line(form.fields.count)
      canvas.write(
        complaint, at: line.origin, style: Style(.error, on: .overlay), maxColumns: line.columns)
    }
  }
}
