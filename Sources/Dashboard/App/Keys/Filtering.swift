import TerminalUI

/// A filter while it is being typed: of a list, of a log, or a search in another text.
struct FilterEntry: Sendable, Equatable {
  let target: FilterTarget
  var field: TextField
  /// Whether the old text is still as it was: the next character takes its place.
  var isSelected: Bool

  /// A filter that begins as the text it has now.
  init(_ target: FilterTarget, _ text: String) {
    self.target = target
    field = TextField(text)
    isSelected = !text.isEmpty
  }

  /// Takes a key as the field does; whether it has a use there.
  mutating func handle(_ key: KeyPress) -> Bool {
    if isSelected, key.typed != nil || key == KeyPress(.backspace) || key == KeyPress(.delete) {
      field = TextField()
      isSelected = false
      return key.typed == nil || field.handle(key)
    }
    let hasUse = field.handle(key)
    if hasUse { isSelected = false }
    return hasUse
  }

  /// Takes a completed text.
  mutating func complete(_ text: String) {
    field = TextField(text)
    isSelected = false
  }

  /// Takes pasted text.
  mutating func insert(_ text: String) {
    if isSelected { field = TextField() }
    isSelected = false
    field.insert(text)
  }
}

extension DashboardState {
  /// Begins to type a filter.
  mutating func typeFilter(_ target: FilterTarget) {
    let present =
      switch target {
      case .pane(let kind): shared.panes[kind].filter
      case .log: logs.search.text
      case .text: shared.details.search.text
      case .overlay: textOverlay?.filter ?? ""
      }
    filterEntry = FilterEntry(target, present)
  }

  /// Lets the filter take effect while it is typed.
  mutating func applyFilterEntry() -> [Effect] {
    filterEntry.map { filter($0.target, by: $0.field.text) } ?? []
  }

  /// Filters a list or a log, or searches a text; the empty text takes the filter away.
  mutating func filter(_ target: FilterTarget, by text: String) -> [Effect] {
    switch target {
    case .pane(let kind): shared.apply(.filter(kind, text))
    case .log:
      logs.setPattern(text)
      return logs.scan()
    case .text: shared.details.search.set(text)
    case .overlay:
      guard var overlay = textOverlay else { return [] }
      overlay.filter = text
      overlay.scroll = Scroll()
      replaceTop(.text(overlay))
    }
    return []
  }

  /// The text that lies over the panes and takes the keys; nil for none.
  private var textOverlay: TextOverlay? { if case .text(let text)? = overlays.last { text } else { nil } }

  /// `esc`: takes back the nearest thing: a search, the details' focus, marks, a filter, the screen mode.
  mutating func goBack() -> [Effect] {
    let pane = shared.panes[shared.activePane]
    if shared.focus == .details {
      if shared.details.tab == .logs, logs.search.isActive { return filter(.log, by: "") }
      if shared.details.search.isActive { return filter(.text, by: "") }
      shared.apply(.leaveDetails)
    } else if !pane.marks.isEmpty {
      shared.apply(.forgetMarks)
    } else if !pane.filter.isEmpty {
      return filter(.pane(shared.activePane), by: "")
    } else if shared.screenMode != .side {
      shared.apply(.sideMode)
    } else if !shared.activePane.feature.isResident {
      shared.apply(.leavePane)
    }
    layoutChanged()
    return []
  }
}
