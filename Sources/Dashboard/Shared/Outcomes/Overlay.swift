import TerminalUI

/// What lies over the panes and takes the keys.
enum Overlay<Action: Sendable & Equatable>: Sendable, Equatable {
  case confirmation(Confirmation<Action>)
  case form(Form<Action>)
  case menu(Menu<Action>)
  case palette(Palette)
  case text(TextOverlay)

  /// Whether it asks for something, so that `esc` goes back to what has led to it.
  var asks: Bool {
    switch self {
    case .confirmation, .form, .menu: true
    case .palette, .text: false
    }
  }

  /// The rows that it is about; empty for what stays whatever becomes of them.
  var about: [RowID] {
    switch self {
    case .confirmation(let confirmation): confirmation.about
    case .form(let form): form.about
    case .menu(let menu): menu.about
    case .palette, .text: []
    }
  }

  /// The same as the parent's.
  func map<Other>(_ lift: (Action) -> Other) -> Overlay<Other> {
    switch self {
    case .confirmation(let confirmation): .confirmation(confirmation.map(lift))
    case .form(let form): .form(form.map(lift))
    case .menu(let menu): .menu(menu.map(lift))
    case .palette(let palette): .palette(palette)
    case .text(let text): .text(text)
    }
  }
}

/// The command palette, while a command is looked for by name.
struct Palette: Sendable, Equatable {
  var field = TextField()
  var selected = 0
  /// Where one stands who goes through what was typed before.
  var recall = FormRecall()

  mutating func move(_ step: Int, count: Int) {
    selected = max(0, min(selected + step, count - 1))
  }
}

/// A long text over the panes.
struct TextOverlay: Sendable, Equatable {
  enum Content: Sendable, Hashable {
    case help
    /// The keys of an inner scope.
    case keys(CommandScope)
    /// What a job prints.
    case job(JobID)
    /// The beginning of a file in a container.
    case file(FilePlace, on: EngineID)
  }

  let content: Content
  var scroll = Scroll()
  /// The words that its lines are filtered by; empty for all lines.
  var filter = ""
  /// Whether it goes away when the job that it shows is done, since nobody has asked for it.
  let closesOnSuccess: Bool

  init(_ content: Content, closesOnSuccess: Bool = false) {
    self.content = content
    self.closesOnSuccess = closesOnSuccess
    // A job is followed as it prints.
    if case .job = content { scroll.follows = true }
  }
}
