import TerminalUI

/// A filter while it is being typed: of a list, of a log, or a search in another text.
struct FilterEntry: Sendable, Equatable {
  let target: FilterTarget
  var field: TextField
  /// Whether the old text is still as it was: the next character takes its place.
  var isSelected: Bool
  private var place = FormRecall()

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
    if hasUse { (isSelected, place) = (false, FormRecall()) }
    return hasUse
  }

  /// Goes through what was typed before: back (1) or forth (-1); whether there was something.
  mutating func recall(_ step: Int, from history: FormHistory) -> Bool {
    guard let text = place.go(step, from: history.texts(of: target.history), typed: field.text) else {
      return false
    }
    field = TextField(text)
    isSelected = false
    return true
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
      return logs.scanOn()
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
    } else if shared.activePane == .logSearch, LogSearchCommands.isRunning(shared) {
      return send(.search(.stop), UserReply())
    } else if !pane.filter.isEmpty {
      filterHistory.add(pane.filter, to: FilterTarget.pane(shared.activePane).history)
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

extension DashboardState {
  /// The filter that the active pane had before this one; nil for none.
  var filterBefore: String? {
    let pane = shared.activePane
    let now = shared.panes[pane].filter
    return filterHistory.texts(of: FilterTarget.pane(pane).history).first { $0 != now }
  }

  /// Goes back to the filter before; pressed again, to this one.
  mutating func takeFilterBefore() -> [Effect] {
    let pane = shared.activePane
    guard let text = filterBefore else { return [] }
    filterHistory.add(text, to: FilterTarget.pane(pane).history)
    let now = shared.panes[pane].filter
    filterHistory.add(now, to: FilterTarget.pane(pane).history)
    return filter(.pane(pane), by: text)
  }
}

extension FilterTarget {
  /// The name under which what was typed for it is kept.
  var history: String {
    switch self {
    case .pane(let kind): "pane \(kind.title)"
    case .log: "log"
    case .text: "text"
    case .overlay: "overlay"
    }
  }
}
